import {
  Account,
  emailKey,
  liftForOwnRequest,
  mayLogIn,
  mayMail,
  recordAccessEvent,
} from '../accounts/index.ts';
import { isKnownBrowser } from '../login/index.ts';
import { mintInvite, recordInvited } from '../login-links/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { LetterOwner } from '../../platform/mail/letter.ts';
import type { Post } from '../../platform/mail/mail.ts';
import type { Mechanisms } from '../../request-context.ts';
import { noAccountLetter, usernamesLetter, type NamedAccount } from './letters.ts';
import { usernamesByEmailQueue, type UsernamesByEmail } from './queues.ts';
import { mayMailStranger } from './may-mail-stranger.ts';
import { speaking } from '../../platform/language/say.ts';

/**
 * The job behind "I forgot my username": to each stored spelling of the address one letter with all its usernames;
 * where there is none, a letter to the typed address that says so.
 */
export async function mailUsernames(
  context: Mechanisms & { post: Post },
  { email, source, device, browserHash, language, spelling }: UsernamesByEmail,
  { firstTry }: { firstTry: boolean },
): Promise<void> {
  const { em, clock, post } = context;
  const accounts = await em.find(
    Account,
    { emailKey: emailKey(email) },
    { populate: ['practice', 'coach'], orderBy: { createdAt: 'asc', username: 'asc' } },
  );
  if (accounts.length === 0) {
    if (firstTry && !(await mayMailStranger(context, email, source))) return;
    await post.send(speaking(language, () => noAccountLetter(context, email)));
    return;
  }
  const spellings = Map.groupBy(accounts, (account) => account.email);
  if (spelling === undefined) {
    if (firstTry && !(await mayMail(context, email))) return;
    if (spellings.size > 1)
      return inTransaction(context, async (inside) => {
        for (const own of spellings.keys())
          await inside.jobs.enqueue(inside.em, usernamesByEmailQueue, {
            ...{ email, source, device, browserHash, language },
            spelling: own,
          });
      });
  }
  const to = spelling ?? accounts[0]?.email ?? email;
  const group = spellings.get(to) ?? [];
  const [first] = group;
  if (!first) return;
  await liftForOwnRequest(context, first);
  const named: NamedAccount[] = [];
  const owners: LetterOwner[] = [];
  for (const account of group) {
    const isKnown = await isKnownBrowser(em, account.id, browserHash);
    owners.push({ accountId: account.id, askedBy: isKnown ? 'OWNER' : 'ANYONE' });
    // Whoever has never come in is helped by their invitation alone.
    const waits = account.role === 'CLIENT' && !account.registeredAt && mayLogIn(account);
    named.push({ account, invite: waits ? await mintInvite(context, account, 'HELPER') : null });
  }
  const letter = speaking(language, () => usernamesLetter(context, to, named));
  await post.send({ ...letter, owners });
  const event = { kind: 'USERNAME_REQUESTED', actor: 'SYSTEM', device, browserHash } as const;
  for (const { account, invite } of named) {
    await recordAccessEvent(em, clock, { accountId: account.id, ...event });
    if (invite) await recordInvited(context, account, 'HELPER');
  }
}
