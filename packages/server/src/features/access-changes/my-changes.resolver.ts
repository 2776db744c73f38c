import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Me } from '../accounts/index.ts';
import type { RequestContext } from '../../request-context.ts';
import { freshStartAt, pendingEmailChange } from './find-waiting-changes.ts';

/** What waits for the logged-in account: that something does is known with the account, what it is is read only then. */
@Resolver(() => Me)
export class MyChangesResolver {
  @FieldResolver(() => String, { nullable: true, description: 'An address that waits for its confirmation.' })
  async pendingEmail(@Root() me: Me, @Ctx() context: RequestContext): Promise<string | null> {
    return (await emailChangeOf(me, context))?.newEmail ?? null;
  }

  @FieldResolver(() => Boolean, { description: 'The coach proposed pendingEmail.' })
  async isPendingEmailFromCoach(@Root() me: Me, @Ctx() context: RequestContext): Promise<boolean> {
    return (await emailChangeOf(me, context))?.askedBy === 'COACH';
  }

  @FieldResolver(() => Date, { nullable: true, description: 'Until then pendingEmail can be confirmed.' })
  async pendingEmailUntil(@Root() me: Me, @Ctx() context: RequestContext): Promise<Date | null> {
    return (await emailChangeOf(me, context))?.expiresAt ?? null;
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: 'When a fresh start that waits takes effect, so that one click can stop it.',
  })
  async freshStartAt(
    @Root() { id, hasWaitingChange }: Me,
    @Ctx() context: RequestContext,
  ): Promise<Date | null> {
    return hasWaitingChange ? freshStartAt(context, id) : null;
  }
}

async function emailChangeOf({ id, hasWaitingChange }: Me, context: RequestContext) {
  return hasWaitingChange ? pendingEmailChange(context, id) : null;
}
