import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Passwords } from '../../../platform/passwords/passwords.ts';
import { randomCode } from '../../../platform/random-token.ts';
import { defaultSettings } from '../../../settings/settings.ts';
import { RecoveryCode } from './recovery-code.entity.ts';

export const RECOVERY_CODE_LENGTH = 12;

export interface FreshRecoveryCodes {
  /** As they are shown, once: 3F7K-9TQ4-XW2M. */
  shown: string[];
  hashes: string[];
}

/**
 * Ten codes of 55 random bits, behind one character that says which of the ten it is. Hashed like passwords (ASVS
 * 6.5.2), which takes a while: make them before the transaction that keeps them.
 */
export async function makeRecoveryCodes(passwords: Passwords): Promise<FreshRecoveryCodes> {
  const codes = Array.from(
    { length: defaultSettings.secondStep.recoveryCodes },
    (_, at) => `${at}${randomCode(RECOVERY_CODE_LENGTH - 1)}`,
  );
  return {
    shown: codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-')),
    hashes: await Promise.all(codes.map((code) => passwords.hash(code))),
  };
}

/** Puts them in the place of whatever there was. */
export async function keepRecoveryCodes(
  em: SqlEntityManager,
  accountId: string,
  { hashes }: FreshRecoveryCodes,
): Promise<void> {
  await em.nativeDelete(RecoveryCode, { account: accountId });
  await em.insertMany(
    RecoveryCode,
    hashes.map((codeHash, position) => ({ account: accountId, position, codeHash, usedAt: null })),
  );
}
