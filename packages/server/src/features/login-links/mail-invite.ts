import { recordAccessEvent, type Account } from '../accounts/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { clockTime } from '../../platform/mail/clock-time.ts';
import { button, words, type Letter } from '../../platform/mail/letter.ts';
import type { Post } from '../../platform/mail/mail.ts';
import type { Mechanisms } from '../../request-context.ts';
import { LoginLink } from './login-link.entity.ts';
import { mintLoginLink, type MintedLink } from './mint-login-link.ts';

/** Mails a client who has never logged in a fresh invite; the one before it ends, so that at most one is live. */
export async function mailInvite(context: Mechanisms & { post: Post }, account: Account): Promise<void> {
  const link = await inTransaction(context, async (inside) => {
    const { em, clock } = inside;
    const now = clock.now();
    const live = { account: account.id, purpose: 'INVITE', usedAt: null, expiresAt: { $gt: now } } as const;
    await em.nativeUpdate(LoginLink, live, { expiresAt: now });
    const { id: accountId, credentialsVersion } = account;
    return mintLoginLink(inside, { accountId, credentialsVersion, issuer: 'COACH', purpose: 'INVITE' });
  });
  await context.post.send(inviteLetter(account, link));
  await recordAccessEvent(context.em, context.clock, {
    accountId: account.id,
    kind: 'INVITED',
    actor: 'SYSTEM',
  });
}

function inviteLetter(account: Account, link: MintedLink): Letter {
  const practice = account.practice.name;
  const coach = account.coach ? `${account.coach.firstName} ${account.coach.lastName}`.trim() : practice;
  const zone = account.timeZone ?? account.coach?.timeZone ?? 'UTC';
  return {
    to: account.email,
    fromName: practice,
    subject: `${practice}: your invitation`,
    paragraphs: [
      words(`Hello ${account.firstName.trim() || 'there'},`),
      words(
        `${coach} invites you to ${practice}. On the page behind this button you choose your username and your password.`,
      ),
      button('Accept the invitation', link.url),
      words(
        `It works once, until ${clockTime(link.expiresAt, zone, account.locale)}. Too late? The same page mails you a fresh one.`,
      ),
      words('It is for you alone: whoever opens it gets into your account, so do not pass this mail on.'),
      words('Did you not ask for this, or do not know the sender? Then nothing happens if you do nothing.'),
    ],
  };
}
