import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Me } from '../accounts/index.ts';
import { Access } from '../../platform/graphql/access.ts';
import { apiScopes } from '../../platform/graphql/api-scopes.ts';
import type { RequestContext } from '../../request-context.ts';
import { beginPasskeyLogin, PasskeyChallenge } from '../passkeys/index.ts';
import { completeSecondStep } from './complete-second-step.ts';
import { logIn } from './log-in.ts';
import { logOut } from './log-out.ts';
import { LoginResult } from './login.types.ts';
import { loginWithPasskey } from './login-with-passkey.ts';
import { readSite } from './read-site.ts';
import { Site } from './site.types.ts';

@Resolver()
export class LoginResolver {
  @Access('EVERYONE', { scopes: apiScopes })
  @Query(() => Site, {
    description:
      "What a signed-out page may show: the site's name, and on a single-practice install its support address.",
  })
  site(@Ctx() context: RequestContext): Promise<Site> {
    return readSite(context);
  }

  @Access('EVERYONE', { scopes: ['ACCOUNT_READ'] })
  @Query(() => Me, { nullable: true, description: 'The account that is logged in; null when nobody is.' })
  me(@Ctx() { viewer, clock }: RequestContext): Me | null {
    return viewer && new Me(viewer, clock.now());
  }

  @Access('EVERYONE')
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

  @Access('EVERYONE')
  @Mutation(() => PasskeyChallenge, {
    description:
      "Options for the browser's passkey dialogue: the same for everybody. Works in this browser, once, for five minutes.",
  })
  beginPasskeyLogin(@Ctx() context: RequestContext): Promise<PasskeyChallenge> {
    return beginPasskeyLogin(context);
  }

  @Access('EVERYONE')
  @Mutation(() => LoginResult, {
    description:
      "Logs in with a passkey alone. assertion: the dialogue's answer as JSON text. A passkey is both steps in one.",
  })
  loginWithPasskey(
    @Ctx() context: RequestContext,
    @Arg('challenge', () => String) challenge: string,
    @Arg('assertion', () => String) assertion: string,
  ): Promise<typeof LoginResult> {
    return loginWithPasskey(context, { challenge, assertion });
  }

  @Access('EVERYONE')
  @Mutation(() => LoginResult, {
    description:
      'code: of the authenticator, a recovery code, or for PASSKEY the assertion as JSON text. InvalidInput naming challenge: begin again.',
  })
  completeSecondStep(
    @Ctx() context: RequestContext,
    @Arg('challenge', () => String) challenge: string,
    @Arg('code', () => String) code: string,
  ): Promise<typeof LoginResult> {
    return completeSecondStep(context, { challenge, code });
  }

  @Access('EVERYONE')
  @Mutation(() => Boolean, { description: 'Ends this session. True also when nobody was logged in.' })
  logout(@Ctx() context: RequestContext): Promise<boolean> {
    return logOut(context);
  }
}
