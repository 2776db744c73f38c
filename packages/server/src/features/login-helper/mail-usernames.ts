import { Account, emailKey, recordAccessEvent } from '../accounts/index.ts';
import type { Post } from '../../platform/mail/mail.ts';
import type { Mechanisms } from '../../request-context.ts';
import { noAccountLetter, usernamesLetter } from './letters.ts';
import type { UsernamesByEmail } from './queues.ts';
import { mayMail, mayMailStranger } from './spare-mailbox.ts';

/**
 * The job behind "I forgot my username": to each stored spelling of the address one letter with all its usernames;
 * where there is none, a letter to the typed address that says so.
 */
export async function mailUsernames(
  context: Mechanisms & { post: Post },
  { email, source }: UsernamesByEmail,
  { firstTry }: { firstTry: boolean },
): Promise<void> {
  const { em, post, publicUrl, siteName } = context;
  const accounts = await em.find(
    Account,
    { emailKey: emailKey(email) },
    { populate: ['practice'], orderBy: { createdAt: 'asc', username: 'asc' } },
  );
  if (accounts.length === 0) {
    if (firstTry && !(await mayMailStranger(context, email, source))) return;
    await post.send(noAccountLetter({ to: email, publicUrl, siteName }));
    return;
  }
  if (firstTry && !(await mayMail(context, email))) return;
  for (const [to, group] of Map.groupBy(accounts, (account) => account.email)) {
    const practices = new Set(group.map(({ practice }) => practice.name));
    const fromName = practices.size === 1 ? ([...practices][0] ?? siteName) : siteName;
    await post.send(usernamesLetter({ to, publicUrl, fromName, accounts: group.map(named) }));
    for (const { id } of group)
      await recordAccessEvent(em, context.clock, {
        accountId: id,
        kind: 'USERNAME_REQUESTED',
        actor: 'SYSTEM',
      });
  }
}

function named({ username, practice, status }: Account) {
  return { username, practiceName: practice.name, deactivated: status === 'INACTIVE' };
}
