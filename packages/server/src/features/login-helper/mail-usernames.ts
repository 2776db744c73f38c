import { Account, emailKey, liftForOwnRequest, recordAccessEvent } from '../accounts/index.ts';
import { browserStanding, type BrowserStanding } from '../login/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { LetterOwner } from '../../platform/mail/letter.ts';
import { noAccountLetter, usernamesLetter } from './letters.ts';
import { mayGo, ownerOf, type Worker } from './may-go.ts';
import { helpLetterQueue, type UsernamesLetter } from './queues.ts';
import { speaking, speakingTo } from '../../platform/language/say.ts';

/**
 * To each stored spelling of the address one letter with all its usernames; where there is none, a letter to the typed
 * address that says so.
 */
export async function mailUsernames(
  worker: Worker,
  asked: UsernamesLetter,
  { firstTry }: { firstTry: boolean },
): Promise<void> {
  const { em, post, publicUrl, siteName } = worker;
  const { email, language, spelling } = asked;
  const accounts = await em.find(
    Account,
    { emailKey: emailKey(email) },
    { populate: ['practice'], orderBy: { createdAt: 'asc', username: 'asc' } },
  );
  if (accounts.length === 0) {
    const letter = () => noAccountLetter({ to: email, publicUrl, siteName });
    return asked.mayTellNone ? post.send(speaking(language, letter)) : undefined;
  }
  const spellings = Map.groupBy(accounts, (account) => account.email);
  const standings = await standingsOf(worker, accounts, asked.browserHash);
  if (firstTry && spelling === undefined) {
    const standing = [...standings.values()].find((one) => one !== 'NEW') ?? 'NEW';
    if (!(await mayGo(worker, asked, { about: emailKey(email), standing }))) return;
    if (spellings.size > 1) return oneForEach(worker, asked, [...spellings.keys()]);
  }
  const group = spellings.get(spelling ?? accounts[0]?.email ?? email) ?? [];
  await mailGroup(worker, asked, group, standings);
}

type Standings = Map<string, BrowserStanding>;

async function standingsOf(
  { em }: Worker,
  accounts: Account[],
  browserHash: string | null,
): Promise<Standings> {
  const standings: Standings = new Map();
  for (const { id } of accounts) standings.set(id, await browserStanding(em, id, browserHash));
  return standings;
}

function oneForEach(worker: Worker, asked: UsernamesLetter, spellings: string[]): Promise<void> {
  return inTransaction(worker, async ({ em, jobs }) => {
    for (const spelling of spellings) await jobs.enqueue(em, helpLetterQueue, { ...asked, spelling });
  });
}

async function mailGroup(
  worker: Worker,
  { device, browserHash }: UsernamesLetter,
  group: Account[],
  standings: Standings,
): Promise<void> {
  const { em, clock, post, publicUrl, siteName } = worker;
  const [first] = group;
  if (!first) return;
  const standingOf = ({ id }: Account) => standings.get(id) ?? 'NEW';
  const isKnown = group.some((account) => standingOf(account) !== 'NEW');
  await liftForOwnRequest(worker, first, { isKnown });
  const practices = new Set(group.map(({ practice }) => practice.name));
  const fromName = practices.size === 1 ? ([...practices][0] ?? siteName) : siteName;
  const facts = { to: first.email, publicUrl, fromName, accounts: group.map(named) };
  const letter = speakingTo(first, () => usernamesLetter(facts));
  const owners: LetterOwner[] = group.map((account) => ownerOf(account.id, standingOf(account)));
  const writeTo = practices.size === 1 ? { writeTo: first.practice.supportEmail } : {};
  await post.send({ ...letter, ...writeTo, owners });
  const event = { kind: 'USERNAME_REQUESTED', actor: 'SYSTEM', device, browserHash } as const;
  for (const { id: accountId } of group) await recordAccessEvent(em, clock, { accountId, ...event });
}

function named({ username, practice, status }: Account) {
  return { username, practiceName: practice.name, deactivated: status === 'INACTIVE' };
}
