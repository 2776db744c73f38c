import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../../platform/graphql/access.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { MyAccountResult } from '../../accounts/index.ts';
import { LoginResult } from '../sessions/index.ts';
import { logIn } from './log-in.ts';
import { setPassword } from './set-password.ts';

@Resolver()
export class PasswordResolver {
  @Access('EVERYONE', { isTry: true })
  @Mutation(() => LoginResult, {
    description: 'Logs in with username and password. The password is taken as typed.',
  })
  login(
    @Ctx() context: RequestContext,
    @Arg('username', () => String) username: string,
    @Arg('password', () => String) password: string,
  ): Promise<typeof LoginResult> {
    return logIn(context, { username, password });
  }

  @Access('LOGGED_IN', { readOnly: true, isTry: true })
  @Mutation(() => MyAccountResult, {
    description:
      'currentPassword may be left out only while me.maySetPasswordWithoutCurrent is true. Ends all other sessions, links and codes, and what is not kept.',
  })
  setPassword(
    @Ctx() context: RequestContext,
    @Arg('newPassword', () => String) newPassword: string,
    @Arg('currentPassword', () => String, { nullable: true }) currentPassword: string | null,
    @Arg('keepApiTokens', () => Boolean, { defaultValue: false }) keepApiTokens: boolean,
    @Arg('keepPasskeys', () => Boolean, { defaultValue: false }) keepPasskeys: boolean,
  ): Promise<typeof MyAccountResult> {
    const input = { newPassword, currentPassword: currentPassword ?? null, keepApiTokens, keepPasskeys };
    return setPassword(context, loggedIn(context), input);
  }
}
