import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { LoginLinkPolicy, MyAccountResult } from '../../accounts/index.ts';
import { Access } from '../../../platform/graphql/access.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { setLoginLinkPolicy } from './set-login-link-policy.ts';
import { RECENT_LOGIN, SECOND_STEP_UNLESS_RECENT } from '../../../settings/descriptions.ts';

@Resolver()
export class LinkPolicyResolver {
  @Access('LOGGED_IN', { readOnly: true, isTry: true, proof: 'SECOND_STEP' })
  @Mutation(() => MyAccountResult, {
    description: `currentPassword may be left out ${RECENT_LOGIN} of a login in this session; for a stricter policy, of one by password or passkey. NEVER ends the links and codes there are. ${SECOND_STEP_UNLESS_RECENT}`,
  })
  setLoginLinkPolicy(
    @Ctx() context: RequestContext,
    @Arg('policy', () => LoginLinkPolicy) policy: keyof typeof LoginLinkPolicy,
    @Arg('currentPassword', () => String, { nullable: true }) currentPassword: string | null,
  ): Promise<typeof MyAccountResult> {
    return setLoginLinkPolicy(context, loggedIn(context), {
      policy,
      currentPassword: currentPassword ?? null,
    });
  }
}
