import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Me, MyAccountResult } from '../../accounts/index.ts';
import { ownPasskeys } from './own-passkeys.ts';
import { PasskeyChallenge, PasskeyView } from './passkeys.types.ts';
import { Access } from '../../../platform/graphql/access.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { addPasskey, beginAddPasskey } from './add-passkey.ts';
import { AddPasskeyResult } from '../second-step/index.ts';
import { removePasskey } from './remove-passkey.ts';
import { renamePasskey } from './rename-passkey.ts';
import { LoginResult } from '../sessions/index.ts';
import { beginPasskeyLogin } from './begin-passkey-login.ts';
import { loginWithPasskey } from './login-with-passkey.ts';
import {
  minutes,
  PASSWORD_UNLESS_RECENT,
  spelled,
  SECOND_STEP_UNLESS_RECENT,
} from '../../../settings/descriptions.ts';
import { defaultSettings, nameLengths } from '../../../settings/settings.ts';

@Resolver(() => Me)
export class PasskeysResolver {
  @FieldResolver(() => [PasskeyView], { description: 'Oldest first.' })
  passkeys(@Root() { id }: Me, @Ctx() { em }: RequestContext): Promise<PasskeyView[]> {
    return ownPasskeys(em, id);
  }

  @Access('LOGGED_IN', { readOnly: true, isTry: true, proof: 'RECENT_AND_SECOND_STEP' })
  @Mutation(() => AddPasskeyResult, {
    description: `${PASSWORD_UNLESS_RECENT} ${SECOND_STEP_UNLESS_RECENT}`,
  })
  beginAddPasskey(
    @Ctx() context: RequestContext,
    @Arg('currentPassword', () => String, { nullable: true }) _currentPassword: string | null,
  ): Promise<typeof AddPasskeyResult> {
    return beginAddPasskey(context, loggedIn(context));
  }

  @Access('LOGGED_IN', { readOnly: true, isTry: true })
  @Mutation(() => MyAccountResult, {
    description: `attestation: the dialogue's answer as JSON text. name: what its owner will know it by, at most ${nameLengths.passkey} characters.`,
  })
  addPasskey(
    @Ctx() context: RequestContext,
    @Arg('challenge', () => String) challenge: string,
    @Arg('attestation', () => String) attestation: string,
    @Arg('name', () => String) name: string,
  ): Promise<typeof MyAccountResult> {
    return addPasskey(context, loggedIn(context), { challenge, attestation, name });
  }

  @Access('LOGGED_IN', { readOnly: true })
  @Mutation(() => MyAccountResult, { description: `name: at most ${nameLengths.passkey} characters.` })
  renamePasskey(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('name', () => String) name: string,
  ): Promise<typeof MyAccountResult> {
    return renamePasskey(context, loggedIn(context), { id, name });
  }

  @Access('LOGGED_IN', { readOnly: true, isTry: true, proof: 'RECENT_AND_SECOND_STEP' })
  @Mutation(() => MyAccountResult, {
    description: `${PASSWORD_UNLESS_RECENT} ${SECOND_STEP_UNLESS_RECENT}`,
  })
  removePasskey(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('currentPassword', () => String, { nullable: true }) _currentPassword: string | null,
  ): Promise<typeof MyAccountResult> {
    return removePasskey(context, loggedIn(context), id);
  }

  @Access('EVERYONE')
  @Mutation(() => PasskeyChallenge, {
    description: `Options for the browser's passkey dialogue: the same for everybody. Works in this browser, once, for ${spelled(minutes(defaultSettings.passkeyCeremonyMs))} minutes.`,
  })
  beginPasskeyLogin(@Ctx() context: RequestContext): Promise<PasskeyChallenge> {
    return beginPasskeyLogin(context);
  }

  @Access('EVERYONE', { isTry: true })
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
}
