import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../request-context.ts';
import { acceptInvite } from './accept-invite.ts';
import { inspectInvite } from './inspect-invite.ts';
import { AcceptInviteResult, InviteInspection } from './invites.types.ts';

@Resolver()
export class InvitesResolver {
  @Access('EVERYONE', { isTry: true })
  @Mutation(() => InviteInspection, {
    description:
      'Whom this invite is for, who invites, and the username it suggests. Where a coach of that practice is logged in it tells nothing of these, and the client is told. Spends nothing.',
  })
  inspectInvite(
    @Ctx() context: RequestContext,
    @Arg('token', () => String) token: string,
  ): Promise<InviteInspection> {
    return inspectInvite(context, { token });
  }

  @Access('EVERYONE', { isTry: true })
  @Mutation(() => AcceptInviteResult, {
    description:
      'The page behind an invite: logs in for the first time and sets username and password together. Spent by this call alone.',
  })
  acceptInvite(
    @Ctx() context: RequestContext,
    @Arg('token', () => String) token: string,
    @Arg('username', () => String) username: string,
    @Arg('password', () => String) password: string,
  ): Promise<typeof AcceptInviteResult> {
    return acceptInvite(context, { token, username, password });
  }
}
