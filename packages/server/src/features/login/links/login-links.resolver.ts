import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../request-context.ts';
import { inspectLoginLink } from './inspect-login-link.ts';
import { LoginLinkInspection, LoginLinkResult } from './login-links.types.ts';
import { redeemLoginCode } from './redeem-login-code.ts';
import { redeemLoginLink } from './redeem-login-link.ts';

@Resolver()
export class LoginLinksResolver {
  @Access('EVERYONE', { isTry: true })
  @Mutation(() => LoginLinkInspection, { description: 'Whom this link would log in. Spends nothing.' })
  inspectLoginLink(
    @Ctx() context: RequestContext,
    @Arg('token', () => String) token: string,
  ): Promise<LoginLinkInspection> {
    return inspectLoginLink(context, { token });
  }

  @Access('EVERYONE', { isTry: true })
  @Mutation(() => LoginLinkResult, {
    description:
      "Logs in by link: works once. password only where the account's link policy asks for it too; without it nothing is spent.",
  })
  redeemLoginLink(
    @Ctx() context: RequestContext,
    @Arg('token', () => String) token: string,
    @Arg('password', () => String, { nullable: true }) password: string | null,
  ): Promise<typeof LoginLinkResult> {
    return redeemLoginLink(context, { token, password: password ?? null });
  }

  @Access('EVERYONE', { isTry: true })
  @Mutation(() => LoginLinkResult, {
    description: 'For the short code that stands in the same mail, typed on another device.',
  })
  redeemLoginCode(
    @Ctx() context: RequestContext,
    @Arg('username', () => String) username: string,
    @Arg('code', () => String) code: string,
  ): Promise<typeof LoginLinkResult> {
    return redeemLoginCode(context, { username, code });
  }
}
