import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Me, SecondStep, MyAccountResult } from '../../accounts/index.ts';
import { secondStepsOf } from './second-steps-of.ts';
import { Access } from '../../../platform/graphql/access.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { newRecoveryCodes } from './new-recovery-codes.ts';
import { removeAuthenticator } from './remove-authenticator.ts';
import { AuthenticatorResult, RecoveryCodesResult } from './second-step-settings.types.ts';
import { confirmAuthenticator, setUpAuthenticator } from './set-up-authenticator.ts';
import { LoginResult } from '../sessions/index.ts';
import { completeSecondStep } from './complete-second-step.ts';
import {
  minutes,
  PASSWORD_UNLESS_RECENT,
  SECOND_STEP_UNLESS_RECENT,
  spelled,
} from '../../../settings/descriptions.ts';
import { defaultSettings } from '../../../settings/settings.ts';

@Resolver(() => Me)
export class SecondStepResolver {
  @FieldResolver(() => [SecondStep], {
    description:
      "How this account's second step can be passed; empty where there is none. An authenticator app turns it on, for a coach a passkey too.",
  })
  async secondSteps(@Root() { id }: Me, @Ctx() { em }: RequestContext): Promise<(keyof typeof SecondStep)[]> {
    return (await secondStepsOf(em, id)).methods;
  }

  @FieldResolver(() => Int, { description: 'Recovery codes that have not been used.' })
  async recoveryCodesLeft(@Root() { id }: Me, @Ctx() { em }: RequestContext): Promise<number> {
    return (await secondStepsOf(em, id)).recoveryCodesLeft;
  }

  @Access('LOGGED_IN', { readOnly: true, isTry: true, proof: 'RECENT_AND_SECOND_STEP' })
  @Mutation(() => AuthenticatorResult, {
    description: `${PASSWORD_UNLESS_RECENT} ${SECOND_STEP_UNLESS_RECENT}`,
  })
  setUpAuthenticator(
    @Ctx() context: RequestContext,
    @Arg('currentPassword', () => String, { nullable: true }) _currentPassword: string | null,
  ): Promise<typeof AuthenticatorResult> {
    return setUpAuthenticator(context, loggedIn(context));
  }

  @Access('LOGGED_IN', { readOnly: true, isTry: true })
  @Mutation(() => RecoveryCodesResult, {
    description: `The app's first code, within ${minutes(defaultSettings.secondStep.setUpMs)} minutes, turns the second step on.`,
  })
  confirmAuthenticator(
    @Ctx() context: RequestContext,
    @Arg('code', () => String) code: string,
  ): Promise<typeof RecoveryCodesResult> {
    return confirmAuthenticator(context, loggedIn(context), { code });
  }

  @Access('LOGGED_IN', { readOnly: true, isTry: true, proof: 'SECOND_STEP' })
  @Mutation(() => MyAccountResult, {
    description: SECOND_STEP_UNLESS_RECENT,
  })
  removeAuthenticator(@Ctx() context: RequestContext): Promise<typeof MyAccountResult> {
    return removeAuthenticator(context, loggedIn(context));
  }

  @Access('LOGGED_IN', { readOnly: true, isTry: true, proof: 'SECOND_STEP' })
  @Mutation(() => RecoveryCodesResult, {
    description: `New ones, ${spelled(defaultSettings.secondStep.recoveryCodes)} of them; those before are dead. ${SECOND_STEP_UNLESS_RECENT}`,
  })
  newRecoveryCodes(@Ctx() context: RequestContext): Promise<typeof RecoveryCodesResult> {
    return newRecoveryCodes(context, loggedIn(context));
  }

  @Access('EVERYONE', { isTry: true })
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
}
