import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { AccessEvent, recordAccessEvent, securityLetterQueue } from '../../accounts/index.ts';
import { DAY_MS, later, type Clock } from '../../../platform/clock.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { checkAssertion, readAssertion } from '../../../platform/passkeys/passkeys.ts';
import type { RequestContext } from '../../../request-context.ts';
import { Passkey } from './passkey.entity.ts';

/** A passkey whose owner stands here: still to be used up in the transaction that believes it. */
export interface ProvenPasskey {
  id: string;
  accountId: string;
  counterBefore: number;
  counterNow: number;
}

/**
 * Who an assertion proves; null where it proves nobody. The device says for which account it made the key, and that has
 * to be the account which has it here.
 */
export async function provePasskey(
  context: RequestContext,
  { challenge, assertion }: { challenge: string; assertion: string },
): Promise<ProvenPasskey | null> {
  const answer = readAssertion(assertion);
  if (!answer) return null;
  const { credentialId, userHandle, response } = answer;
  const passkey = await context.em.findOne(Passkey, { credentialId }, { refresh: true });
  if (!passkey || userHandle !== passkey.account.id) return null;
  const checked = await checkAssertion(context, passkey, { challenge, response });
  const accountId = passkey.account.id;
  if (checked?.isCopy) await tellOfCopy(context, accountId, passkey.name);
  if (!checked || checked.isCopy) return null;
  return { id: passkey.id, accountId, counterBefore: passkey.counter, counterNow: checked.counter };
}

/** Only who holds the key gets this far. One letter a day is enough: the diary has every try. */
async function tellOfCopy(context: RequestContext, accountId: string, passkeyName: string): Promise<void> {
  await inTransaction(context, async ({ em, clock, jobs, device, browserHash }) => {
    const now = clock.now();
    const event = { account: accountId, kind: 'PASSKEY_COPIED', at: { $gt: later(now, -DAY_MS) } } as const;
    const isTold = (await em.count(AccessEvent, event)) > 0;
    const kind = 'PASSKEY_COPIED';
    await recordAccessEvent(em, clock, { accountId, kind, actor: 'SYSTEM', device, browserHash });
    if (isTold) return;
    const at = now.toISOString();
    await jobs.enqueue(em, securityLetterQueue, { kind, accountId, at, device, passkeyName });
  });
}

/** Moves the counter on; false when the passkey is gone, or was used by somebody else in the same moment. */
export async function spendPasskey(
  em: SqlEntityManager,
  clock: Clock,
  { id, accountId, counterBefore, counterNow }: ProvenPasskey,
): Promise<boolean> {
  const used = await em.nativeUpdate(
    Passkey,
    { id, account: accountId, counter: counterBefore },
    { counter: counterNow, lastUsedAt: clock.now() },
  );
  return used > 0;
}
