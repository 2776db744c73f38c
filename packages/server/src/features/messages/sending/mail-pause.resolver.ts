import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../request-context.ts';
import { findMailPause, pauseWords } from './mail-pause.ts';
import { MessageView } from '../writing/index.ts';

@Resolver(() => MessageView)
export class MailPauseResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why none of its queued deliveries goes at the moment, in words: the mail provider takes no mail of this site. Null: nothing holds it up.',
  })
  async waitsBecause(@Root() { state }: MessageView, @Ctx() context: RequestContext): Promise<string | null> {
    const pause = state === 'SENDING' ? await findMailPause(context) : null;
    return pause && pauseWords(pause);
  }
}
