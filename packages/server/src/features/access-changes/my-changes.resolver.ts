import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Me } from '../accounts/index.ts';
import type { RequestContext } from '../../request-context.ts';
import { freshStartAt, pendingEmailChange } from './find-waiting-changes.ts';

/** What waits for the logged-in account: read only when it is asked for, so that the session's load stays one query. */
@Resolver(() => Me)
export class MyChangesResolver {
  @FieldResolver(() => String, { nullable: true, description: 'An address that waits for its confirmation.' })
  async pendingEmail(@Root() { id }: Me, @Ctx() context: RequestContext): Promise<string | null> {
    return (await pendingEmailChange(context, id))?.newEmail ?? null;
  }

  @FieldResolver(() => Boolean, { description: 'The coach proposed pendingEmail.' })
  async isPendingEmailFromCoach(@Root() { id }: Me, @Ctx() context: RequestContext): Promise<boolean> {
    return (await pendingEmailChange(context, id))?.askedBy === 'COACH';
  }

  @FieldResolver(() => Date, { nullable: true, description: 'Until then pendingEmail can be confirmed.' })
  async pendingEmailUntil(@Root() { id }: Me, @Ctx() context: RequestContext): Promise<Date | null> {
    return (await pendingEmailChange(context, id))?.expiresAt ?? null;
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: 'When a fresh start that waits takes effect, so that one click can stop it.',
  })
  freshStartAt(@Root() { id }: Me, @Ctx() context: RequestContext): Promise<Date | null> {
    return freshStartAt(context, id);
  }
}
