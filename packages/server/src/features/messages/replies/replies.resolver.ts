import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Scopes } from '../../../platform/graphql/api-scopes.ts';
import { MessageView } from '../writing/index.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { findReplies, replyCount } from './find-replies.ts';
import { ReplyConnection } from './replies.types.ts';

@Resolver(() => MessageView)
export class RepliesResolver {
  @Scopes('MESSAGES_READ')
  @FieldResolver(() => ReplyConnection, {
    description: 'Replies by mail, newest first, with every login link cut out.',
  })
  async replies(
    @Root() { id }: MessageView,
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { defaultValue: 25 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<InstanceType<typeof ReplyConnection>> {
    const wish = { messageId: id, first, after: after ?? null };
    return new ReplyConnection(await findReplies(context, loggedIn(context), wish));
  }

  @Scopes('MESSAGES_READ')
  @FieldResolver(() => Int, {
    description: 'How many replies by mail there are. A whole page of messages costs one look.',
  })
  replyCount(@Root() { id }: MessageView, @Ctx() context: RequestContext): Promise<number> {
    return replyCount(context, id);
  }

  @Scopes('MESSAGES_READ')
  @FieldResolver(() => Boolean, {
    description:
      'Whether replies by mail come in here. Where not, the text of each mail says where to write.',
  })
  takesReplies(@Ctx() { replyDomain }: RequestContext): boolean {
    return replyDomain !== null;
  }
}
