import { tellOwner } from '../../accounts/index.ts';
import { lockAccountOfSession, notePassedStep } from '../sessions/index.ts';
import { Authenticator } from './authenticator.entity.ts';
import { keepRecoveryCodes, makeRecoveryCodes, type FreshRecoveryCodes } from './recovery-codes.ts';
import { later } from '../../../platform/clock.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { FieldError, InvalidInput, TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';
import { newId } from '../../../platform/random-token.ts';
import { newTotpSecret, totpStep, totpUri } from '../../../platform/totp/totp.ts';
import type { RequestContext } from '../../../request-context.ts';
import { AuthenticatorSetUp, RecoveryCodes } from './second-step-settings.types.ts';
import { say } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';

/** A secret for an authenticator app. Nothing changes before its first code; an app that is there works until then. */
export async function setUpAuthenticator(
  context: RequestContext,
  viewer: Viewer,
): Promise<AuthenticatorSetUp | TooManyAttempts> {
  const { account, session } = viewer;
  const { clock, limits, sealing, siteName } = context;
  const retryAt = await limits.take('secondStepChangesPerAccount', account.id);
  if (retryAt) return new TooManyAttempts(retryAt);
  const id = newId();
  const secret = newTotpSecret();
  await inTransaction(context, async ({ em }) => {
    await lockAccountOfSession(em, viewer);
    await em.nativeDelete(Authenticator, { account: account.id, confirmedAt: null });
    await em.insert(Authenticator, {
      id,
      account: account.id,
      sealedSecret: sealing.seal(secret, id),
      confirmedAt: null,
      setUpBySessionId: session.id,
      lastStep: 0,
      createdAt: clock.now(),
    });
  });
  return new AuthenticatorSetUp(totpUri({ siteName, username: account.username, secret }), secret);
}

const WRONG_CODE = () => say().myAccount.thisIsNotTheCode;
const START_AGAIN = () => say().myAccount.thisTookTooLongOrWasBegun;

/** The app's first code turns the second step on, and brings the recovery codes. */
export async function confirmAuthenticator(
  context: RequestContext,
  viewer: Viewer,
  { code }: { code: string },
): Promise<RecoveryCodes | InvalidInput | TooManyAttempts> {
  const { em, clock, limits, passwords, sealing, settings } = context;
  const accountId = viewer.account.id;
  const digits = code.slice(0, 64).replace(/[\s\p{Pd}]/gu, '');
  if (!/^\d{6}$/.test(digits)) return invalid(WRONG_CODE());
  const retryAt = await limits.take('wrongSecondStepsPerAccount', accountId);
  if (retryAt) return new TooManyAttempts(retryAt);
  const pending = await em.findOne(
    Authenticator,
    {
      account: accountId,
      confirmedAt: null,
      setUpBySessionId: viewer.session.id,
      createdAt: { $gt: later(clock.now(), -settings.secondStep.setUpMs) },
    },
    { refresh: true },
  );
  const secret = pending && sealing.open(pending.sealedSecret, pending.id);
  if (!pending || !secret) return invalid(START_AGAIN());
  const step = totpStep(secret, digits, clock.now());
  if (step === null) return invalid(WRONG_CODE());
  await limits.giveBack('wrongSecondStepsPerAccount', accountId);
  const fresh = await makeRecoveryCodes(passwords);
  const done = await inTransaction(context, (inside) =>
    turnOn(inside, viewer, { id: pending.id, step, fresh }),
  );
  return done ? new RecoveryCodes(fresh.shown) : invalid(START_AGAIN());
}

async function turnOn(
  context: RequestContext,
  viewer: Viewer,
  { id, step, fresh }: { id: string; step: number; fresh: FreshRecoveryCodes },
): Promise<boolean> {
  const { em, clock } = context;
  const { account, session } = viewer;
  await lockAccountOfSession(em, viewer);
  const now = clock.now();
  await notePassedStep(context, { id: session.id, accountId: account.id });
  await em.nativeDelete(Authenticator, { account: account.id, id: { $ne: id } });
  const on = { confirmedAt: now, lastStep: step };
  if ((await em.nativeUpdate(Authenticator, { id, confirmedAt: null }, on)) === 0) return false;
  await keepRecoveryCodes(em, account.id, fresh);
  await tellOwner(context, account.id, { event: 'SECOND_STEP_ADDED', letter: 'SECOND_STEP_ADDED' });
  return true;
}

function invalid(message: string): InvalidInput {
  return new InvalidInput([new FieldError('code', message)]);
}
