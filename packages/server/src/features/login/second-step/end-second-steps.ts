import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Authenticator } from './authenticator.entity.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { SecondStepChallenge } from './second-step-challenge.entity.ts';
import { secondStepsOf } from './second-steps-of.ts';

/** Ends authenticator, recovery codes and what waits for them; passkeys are ended by `endPasskeys`. How many there were. */
export async function endSecondSteps(em: SqlEntityManager, accountId: string): Promise<number> {
  await em.nativeDelete(SecondStepChallenge, { account: accountId });
  await em.nativeDelete(RecoveryCode, { account: accountId });
  return em.nativeDelete(Authenticator, { account: accountId });
}

/** After one was taken away: recovery codes stand in for a second step, and without one they open nothing. */
export async function tidySecondSteps(em: SqlEntityManager, accountId: string): Promise<void> {
  const { methods } = await secondStepsOf(em, accountId);
  if (methods.length > 0) return;
  await em.nativeDelete(RecoveryCode, { account: accountId });
  await em.nativeDelete(SecondStepChallenge, { account: accountId });
}
