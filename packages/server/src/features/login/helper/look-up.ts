import { emailKey } from '../../accounts/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { hashToken } from '../../../platform/random-token.ts';
import type { Mechanisms } from '../../../request-context.ts';
import {
  helpLetterQueue,
  type LinkByUsername,
  type LinkLetter,
  type Renewal,
  type UsernamesByEmail,
} from './queues.ts';

/** One row whether or not there is such an account. */
const BY_USERNAME = `
  select a.id, a.email_key, null as purpose from (select 1) as always left join account a on a.username_key = ?`;
const BY_TOKEN = `
  select a.id, a.email_key, l.purpose from (select 1) as always
    left join login_link l on l.token_hash = ? and l.revoked_at is null
    left join account a on a.id = l.account_id`;

interface Found {
  id: string | null;
  email_key: string | null;
  purpose: LinkLetter['renews'];
}

/** The job behind "I forgot my password". */
export async function lookUpByUsername(worker: Mechanisms, asked: LinkByUsername): Promise<void> {
  const [found] = await worker.em.execute<Found[]>(BY_USERNAME, [asked.usernameKey]);
  await handOver(worker, 'LOGIN_LINK', found, asked, asked.usernameKey);
}

/** The job behind "Mail me a fresh one" on the page of a dead link. A link that was taken back stays without. */
export async function lookUpByLink(worker: Mechanisms, asked: Renewal): Promise<void> {
  const [found] = await worker.em.execute<Found[]>(BY_TOKEN, [asked.tokenHash]);
  await handOver(worker, 'RENEWAL', found, asked, asked.tokenHash);
}

function handOver(
  { em, jobs }: Mechanisms,
  kind: LinkLetter['kind'],
  found: Found | undefined,
  { browserHash, device, language }: Pick<Renewal, 'browserHash' | 'device' | 'language'>,
  typed: string,
): Promise<void> {
  const asker = { browserHash, device, language };
  const letter = { kind, accountId: found?.id ?? null, renews: found?.purpose ?? null, ...asker };
  return jobs.enqueue(em, helpLetterQueue, letter, hashToken(found?.email_key ?? typed));
}

/** The job behind "I forgot my username". Who has the address is looked up when the letter is made. */
export function lookUpByEmail(worker: Mechanisms, asked: UsernamesByEmail): Promise<void> {
  const { source, ...rest } = asked;
  const key = emailKey(asked.email);
  return inTransaction(worker, async (inside) => {
    const mayTellNone = await countAddress(inside, key, source);
    await inside.jobs.enqueue(
      inside.em,
      helpLetterQueue,
      { kind: 'USERNAMES', mayTellNone, ...rest },
      hashToken(key),
    );
  });
}

/**
 * Whether this address may be told that it has no account: rarely, since anyone can aim such a letter. Known addresses
 * are counted like unknown ones: whoever sees what is left of a number would else learn who exists.
 */
async function countAddress(
  { em, limits, settings }: Mechanisms,
  key: string,
  source: string,
): Promise<boolean> {
  const counts = limits.withinTransaction(em);
  if (await counts.take('noAccountPerAddress', key)) return false;
  const bySource = await counts.take('noAccountPerSource', source);
  const overall = await counts.take('noAccountOverall', 'everyone');
  return settings.noAccountLetters && !bySource && !overall;
}
