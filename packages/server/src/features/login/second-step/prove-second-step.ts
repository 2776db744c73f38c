import { provePasskey, spendPasskey, type ProvenPasskey } from '../passkeys/index.ts';
import { normaliseCode } from '../../../platform/random-token.ts';
import { totpStep } from '../../../platform/totp/totp.ts';
import type { RequestContext } from '../../../request-context.ts';
import { Authenticator } from './authenticator.entity.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { RECOVERY_CODE_LENGTH } from './recovery-codes.ts';

/** A second step that is right, still to be used up in the transaction that believes it. */
export type SecondStepProof =
  | { kind: 'PASSKEY'; passkey: ProvenPasskey }
  | { kind: 'AUTHENTICATOR'; id: string; step: number }
  | { kind: 'RECOVERY_CODE'; accountId: string; position: number };

interface Typed {
  accountId: string;
  /** The passkey's answer was given to this. */
  challenge: string;
  code: string;
}

/** Whether this is the account's second step: six digits, a recovery code, or the answer of a passkey. */
export function proveSecondStep(context: RequestContext, typed: Typed): Promise<SecondStepProof | null> {
  const code = typed.code.trim();
  if (code.startsWith('{')) return byPasskey(context, { ...typed, code });
  const digits = code.replace(/[\s\p{Pd}]/gu, '');
  return /^\d{6}$/.test(digits)
    ? byAuthenticator(context, { ...typed, code: digits })
    : byRecoveryCode(context, { ...typed, code });
}

async function byPasskey(
  context: RequestContext,
  { accountId, challenge, code }: Typed,
): Promise<SecondStepProof | null> {
  const passkey = await provePasskey(context, { challenge, assertion: code });
  return passkey?.accountId === accountId ? { kind: 'PASSKEY', passkey } : null;
}

async function byAuthenticator(
  { em, clock, sealing }: RequestContext,
  { accountId, code }: Typed,
): Promise<SecondStepProof | null> {
  const found = await em.findOne(
    Authenticator,
    { account: accountId, confirmedAt: { $ne: null } },
    { refresh: true },
  );
  const secret = found && sealing.open(found.sealedSecret, found.id);
  const step = secret ? totpStep(secret, code, clock.now()) : null;
  return found && step !== null && step > found.lastStep
    ? { kind: 'AUTHENTICATOR', id: found.id, step }
    : null;
}

async function byRecoveryCode(
  { em, passwords }: RequestContext,
  { accountId, code: typed }: Typed,
): Promise<SecondStepProof | null> {
  const code = normaliseCode(typed.slice(0, 64), RECOVERY_CODE_LENGTH);
  const position = Number(code?.charAt(0) ?? NaN);
  if (code === null || Number.isNaN(position)) return null;
  const found = await em.findOne(RecoveryCode, { account: accountId, position, usedAt: null });
  const right = await passwords.verify(found?.codeHash, code);
  return right ? { kind: 'RECOVERY_CODE', accountId, position } : null;
}

/** Uses it up, in the running transaction; false when somebody was faster: no code and no assertion counts twice. */
export async function spendSecondStep(
  { em, clock }: Pick<RequestContext, 'em' | 'clock'>,
  proof: SecondStepProof,
): Promise<boolean> {
  switch (proof.kind) {
    case 'PASSKEY':
      return spendPasskey(em, clock, proof.passkey);
    case 'AUTHENTICATOR':
      return (
        (await em.nativeUpdate(
          Authenticator,
          { id: proof.id, lastStep: { $lt: proof.step } },
          { lastStep: proof.step },
        )) > 0
      );
    case 'RECOVERY_CODE': {
      const { accountId: account, position } = proof;
      const code = { account, position, usedAt: null };
      return (await em.nativeUpdate(RecoveryCode, code, { usedAt: clock.now() })) > 0;
    }
  }
}
