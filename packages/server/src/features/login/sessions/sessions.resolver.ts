import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver } from 'type-graphql';
import { Me, MyAccountResult } from '../../accounts/index.ts';
import { Access } from '../../../platform/graphql/access.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { findSessions } from './find-sessions.ts';
import { revokeOtherSessions, revokeSession } from './revoke-session.ts';
import { SessionView } from './sessions.types.ts';
import { logOut } from './log-out.ts';

@Resolver(() => Me)
export class SessionsResolver {
  @FieldResolver(() => [SessionView], {
    description: 'Where this account is logged in: the login that asks first.',
  })
  sessions(@Ctx() context: RequestContext): Promise<SessionView[]> {
    return findSessions(context, loggedIn(context));
  }

  @Access('LOGGED_IN', { readOnly: true })
  @Mutation(() => MyAccountResult, { description: 'Ends one other session of this account, at once.' })
  revokeSession(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
  ): Promise<typeof MyAccountResult> {
    return revokeSession(context, loggedIn(context), { id });
  }

  @Access('LOGGED_IN', { readOnly: true })
  @Mutation(() => MyAccountResult, {
    description: 'Ends every session of this account but the one that asks.',
  })
  revokeOtherSessions(@Ctx() context: RequestContext): Promise<typeof MyAccountResult> {
    return revokeOtherSessions(context, loggedIn(context));
  }

  @Access('EVERYONE')
  @Mutation(() => Boolean, { description: 'Ends this session. True also when nobody was logged in.' })
  logout(@Ctx() context: RequestContext): Promise<boolean> {
    return logOut(context);
  }
}
