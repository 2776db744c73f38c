import { Account, emailKey, liftForOwnRequest, mayMail, recordAccessEvent } from '../accounts/index.ts';
import { isKnownBrowser } from '../login/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { LetterOwner } from '../../platform/mail/letter.ts';
import type { Post } from '../../platform/mail/mail.ts';
import type { Mechanisms } from '../../request-context.ts';
import { noAccountLetter, usernamesLetter } from './letters.ts';
import { usernamesByEmailQueue, type UsernamesByEmail } from './queues.ts';
import { mayMailStranger } from './may-mail-stranger.ts';
import { speaking, speakingTo } from '../../platform/language/say.ts';

/**
 * The job behind "I forgot my username": to each stored spelling of the address one letter with all its usernames;
 * where there is none, a letter to the typed address that says so.
 */
export async function mailUsernames(
  context: Mechanisms & { post: Post },
  { email, source, device, browserHash, language, spelling }: UsernamesByEmail,
  { firstTry }: { firstTry: boolean },
): Promise<void> {
  const { em, clock, post, publicUrl, siteName } = context;
  const accounts = await em.find(
    Account,
    { emailKey: emailKey(email) },
    { populate: ['practice'], orderBy: { createdAt: 'asc', username: 'asc' } },
  );
  if (accounts.length === 0) {
    if (firstTry && !(await mayMailStranger(context, email, source))) return;
    await post.send(speaking(language, () => noAccountLetter({ to: email, publicUrl, siteName })));
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
  const practices = new Set(group.map(({ practice }) => practice.name));
  const fromName = practices.size === 1 ? ([...practices][0] ?? siteName) : siteName;
  const facts = { to, publicUrl, fromName, accounts: group.map(named) };
  const letter = speakingTo(first, () => usernamesLetter(facts));
  const owners: LetterOwner[] = [];
  for (const { id } of group)
    owners.push({
      accountId: id,
      askedBy: (await isKnownBrowser(em, id, browserHash)) ? 'OWNER' : 'ANYONE',
    });
  const writeTo = practices.size === 1 ? { writeTo: first.practice.supportEmail } : {};
  await post.send({ ...letter, ...writeTo, owners });
  const event = { kind: 'USERNAME_REQUESTED', actor: 'SYSTEM', device, browserHash } as const;
  for (const { id: accountId } of group) await recordAccessEvent(em, clock, { accountId, ...event });
}

function named({ username, practice, status }: Account) {
  return { username, practiceName: practice.name, deactivated: status === 'INACTIVE' };
}
