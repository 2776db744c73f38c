import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../../platform/graphql/access.ts';
import { Cost } from '../../../platform/graphql/cost.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { MessageCheck, MessagePreview } from './message-check.types.ts';
import { CheckMessageResult, MessageInput } from './message-result.types.ts';
import { checkMessageInput } from './preflight.ts';
import { defaultSettings } from '../../../settings/settings.ts';

/** A text may have 100,000 characters: three of them in a document are enough. */
export const READS_A_TEXT = 5_000;
const WRITES_A_MAIL = 200;

@Resolver(() => MessageCheck)
export class MessageCheckResolver {
  @Access('COACH', { scopes: ['MESSAGES_SEND'] })
  @Cost(READS_A_TEXT)
  @Query(() => CheckMessageResult, {
    description: 'Pre-flight: what sending this would do, over the real recipients, with nothing sent.',
  })
  checkMessage(
    @Ctx() context: RequestContext,
    @Arg('input', () => MessageInput) input: MessageInput,
  ): Promise<typeof CheckMessageResult> {
    return checkMessageInput(context, loggedIn(context), input);
  }

  @Cost(WRITES_A_MAIL)
  @FieldResolver(() => [MessagePreview], { description: `At most ${defaultSettings.previewsAtOnce}.` })
  previews(
    @Root() { preview }: MessageCheck,
    @Arg('first', () => Int, { defaultValue: 3 }) first: number,
    @Arg('skip', () => Int, { defaultValue: 0, description: 'Readers to pass over, in the order of names.' })
    skip: number,
  ): Promise<MessagePreview[]> {
    return preview(first, skip);
  }
}
