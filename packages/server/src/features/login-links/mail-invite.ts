import { recordAccessEvent, type Account } from '../accounts/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { clockTime } from '../../platform/mail/clock-time.ts';
import { button, words, type Letter } from '../../platform/mail/letter.ts';
import type { Post } from '../../platform/mail/mail.ts';
import type { Mechanisms } from '../../request-context.ts';
import { LoginLink } from './login-link.entity.ts';
import { mintLoginLink, type MintedLink } from './mint-login-link.ts';
import { currentLanguage, say, speakingTo } from '../../platform/language/say.ts';

/**
 * Mails a client who has never logged in, or starts over, a fresh invite; the one before it ends, so that at most one is live. `issuer`
 * tells what the coach sent from what was asked for at the login helper, of which no coach learns.
 */
export async function mailInvite(
  context: Mechanisms & { post: Post },
  account: Account,
  issuer: 'COACH' | 'HELPER',
  { startsOver = false }: { startsOver?: boolean } = {},
): Promise<void> {
  const link = await inTransaction(context, async (inside) => {
    const { em, clock } = inside;
    const now = clock.now();
    const live = { account: account.id, purpose: 'INVITE', usedAt: null, expiresAt: { $gt: now } } as const;
    await em.nativeUpdate(LoginLink, live, { expiresAt: now });
    const { id: accountId, credentialsVersion } = account;
    return mintLoginLink(inside, { accountId, credentialsVersion, issuer, purpose: 'INVITE' });
  });
  const letter = speakingTo(account, () => inviteLetter(account, link, startsOver));
  const askedBy = issuer === 'COACH' ? 'US' : 'ANYONE';
  await context.post.send({ ...letter, owners: [{ accountId: account.id, askedBy }] });
  await recordAccessEvent(context.em, context.clock, {
    accountId: account.id,
    kind: 'INVITED',
    ...(issuer === 'COACH' && account.coach
      ? { actor: 'COACH', actorAccountId: account.coach.id }
      : { actor: 'SYSTEM' }),
  });
}

function inviteLetter(account: Account, link: MintedLink, startsOver: boolean): Letter {
  const practice = account.practice.name;
  const coach = account.coach ? `${account.coach.firstName} ${account.coach.lastName}`.trim() : practice;
  const zone = account.timeZone ?? account.coach?.timeZone ?? 'UTC';
  return {
    language: currentLanguage(),
    to: account.email,
    fromName: practice,
    writeTo: account.practice.supportEmail,
    subject: `${practice}: ${startsOver ? say`start over with your account` : say`your invitation`}`,
    paragraphs: [
      words(account.firstName.trim() ? say`Hello ${account.firstName.trim()},` : say`Hello there,`),
      words(
        startsOver
          ? say`your account at ${practice} starts over, as ${coach} asked for. Your old username and password no longer work. On the page behind this button you choose new ones; everything else is as you left it.`
          : say`${coach} invites you to ${practice}. On the page behind this button you choose your username and your password.`,
      ),
      button(say`Accept the invitation`, link.url),
      words(
        say`It works once, until ${clockTime(link.expiresAt, zone, account.locale)}. Too late? The same page mails you a fresh one.`,
      ),
      words(say`It is for you alone: whoever opens it gets into your account, so do not pass this mail on.`),
      words(
        say`Did you not ask for this, or do not know the sender? Then nothing happens if you do nothing.`,
      ),
    ],
  };
}
