import { Account, emailKey, accessOf, recordAccessEvent } from '../../accounts/index.ts';
import { liftForOwnRequest } from '../../letters/index.ts';
import { browserStanding, type BrowserStanding } from '../sessions/index.ts';
import { mintInvite, recordInvited } from '../invites/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { LetterOwner } from '../../../platform/mail/letter.ts';
import { noAccountLetter, usernamesLetter, type NamedAccount } from './letters.ts';
import { takeQuotaOrPostpone, ownerOf, type LetterContext } from './take-quota-or-postpone.ts';
import { helpLetterQueue, type UsernamesLetter } from './queues.ts';
import { speaking } from '../../../platform/language/say.ts';

/**
 * To each stored spelling of the address one letter with all its usernames; where there is none, a letter to the typed
 * address that says so.
 */
export async function mailUsernames(
  worker: LetterContext,
  asked: UsernamesLetter,
  { firstTry }: { firstTry: boolean },
): Promise<void> {
  const { em, post } = worker;
  const { email, language, spelling } = asked;
  const accounts = await em.find(
    Account,
    { emailKey: emailKey(email) },
    { populate: ['practice', 'coach'], orderBy: { createdAt: 'asc', username: 'asc' } },
  );
  if (accounts.length === 0) {
    const letter = () => noAccountLetter(worker, email);
    return asked.mayTellNone ? post.send(speaking(language, letter)) : undefined;
  }
  const spellings = Map.groupBy(accounts, (account) => account.email);
  const standings = await standingsOf(worker, accounts, asked.browserHash);
  if (firstTry && spelling === undefined) {
    const standing = [...standings.values()].find((one) => one !== 'NEW') ?? 'NEW';
    if (!(await takeQuotaOrPostpone(worker, asked, { about: emailKey(email), standing }))) return;
    if (spellings.size > 1) return oneForEach(worker, asked, [...spellings.keys()]);
  }
  const group = spellings.get(spelling ?? accounts[0]?.email ?? email) ?? [];
  await mailGroup(worker, asked, group, standings);
}

type Standings = Map<string, BrowserStanding>;

async function standingsOf(
  { em }: LetterContext,
  accounts: Account[],
  browserHash: string | null,
): Promise<Standings> {
  const standings: Standings = new Map();
  for (const { id } of accounts) standings.set(id, await browserStanding(em, id, browserHash));
  return standings;
}

function oneForEach(worker: LetterContext, asked: UsernamesLetter, spellings: string[]): Promise<void> {
  return inTransaction(worker, async ({ em, jobs }) => {
    for (const spelling of spellings) await jobs.enqueue(em, helpLetterQueue, { ...asked, spelling });
  });
}

async function mailGroup(
  worker: LetterContext,
  { device, browserHash, language }: UsernamesLetter,
  group: Account[],
  standings: Standings,
): Promise<void> {
  const { em, clock, post } = worker;
  const [first] = group;
  if (!first) return;
  const standingOf = ({ id }: Account) => standings.get(id) ?? 'NEW';
  const isKnown = group.some((account) => standingOf(account) !== 'NEW');
  const isOwners = group.some((account) => standingOf(account) === 'OWN');
  await liftForOwnRequest(worker, first, { isKnown, isOwners });
  const named: NamedAccount[] = [];
  const owners: LetterOwner[] = [];
  for (const account of group) {
    owners.push(ownerOf(account.id, standingOf(account)));
    // Whoever has never come in is helped by their invitation alone.
    const waits = account.role === 'CLIENT' && accessOf(account).invite;
    named.push({ account, invite: waits ? await mintInvite(worker, account, 'HELPER') : null });
  }
  const letter = speaking(language, () => usernamesLetter(worker, first.email, named));
  await post.send({ ...letter, owners });
  const event = { kind: 'USERNAME_REQUESTED', actor: 'SYSTEM', device, browserHash } as const;
  for (const { account, invite } of named) {
    await recordAccessEvent(em, clock, { accountId: account.id, ...event });
    if (invite) await recordInvited(worker, account, 'HELPER');
  }
}
