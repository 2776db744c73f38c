import { Account, liftForOwnRequest, mayLogIn, mayMail, recordAccessEvent } from '../accounts/index.ts';
import { isKnownBrowser } from '../login/index.ts';
import { LoginLink, mailInvite, makeLoginCode, mintLoginLink, type MadeCode } from '../login-links/index.ts';
import type { Letter, LetterOwner } from '../../platform/mail/letter.ts';
import { MailUncertain, type Post } from '../../platform/mail/mail.ts';
import type { Mechanisms } from '../../request-context.ts';
import { deactivatedLetter, linksRefusedLetter, loginLinkLetter } from './letters.ts';
import type { LinkByUsername, Renewal } from './queues.ts';
import { speaking } from '../../platform/language/say.ts';

type Worker = Mechanisms & { post: Post };
interface Job {
  firstTry: boolean;
}
type Asked = Pick<Renewal, 'browserHash' | 'device'> & {
  /** What kind of link was asked for anew; left out: none, a username was given. */
  renews?: LoginLink['purpose'] | undefined;
};

/** The job behind "I forgot my password": a login link to the address on file, or the reason why there is none. */
export async function mailLinkByUsername(worker: Worker, data: LinkByUsername, job: Job): Promise<void> {
  const account = await findAccount(worker, { usernameKey: data.usernameKey });
  if (account) await speaking(data.language, () => mailLink(worker, account, data, job));
}

/** The job behind "Mail me a fresh one" on the page of a dead link. A link that was taken back stays without. */
export async function mailRenewal(worker: Worker, data: Renewal, job: Job): Promise<void> {
  const link = await worker.em.findOne(LoginLink, {
    tokenHash: data.tokenHash,
    revokedAt: null,
  });
  const account = link && (await findAccount(worker, { id: link.account.id }));
  if (!account) return;
  const renews = link.purpose;
  await speaking(data.language, () => mailLink(worker, account, { ...data, renews }, job));
}

function findAccount(
  { em }: Worker,
  where: { usernameKey: string } | { id: string },
): Promise<Account | null> {
  return em.findOne(Account, where, { populate: ['practice', 'coach'] });
}

async function mailLink(
  worker: Worker,
  account: Account,
  { browserHash, device, renews }: Asked,
  { firstTry }: Job,
): Promise<void> {
  const { em, clock, post } = worker;
  const event = { accountId: account.id, actor: 'SYSTEM' } as const;
  const isKnown = await isKnownBrowser(em, account.id, browserHash);
  const owners: LetterOwner[] = [{ accountId: account.id, askedBy: isKnown ? 'OWNER' : 'ANYONE' }];
  if (firstTry) {
    const may = await mayMail(worker, account.email);
    // What a stranger asked for beyond the limit leaves no trace. What the owner asked for is told to the coach, who
    // could fill the limit and would else learn from a missing trace whose username did it.
    if (may || isKnown)
      await recordAccessEvent(em, clock, { ...event, kind: 'LOGIN_LINK_REQUESTED', device, browserHash });
    if (!may) return;
  }
  await liftForOwnRequest(worker, account);
  const refusal = refusalLetter(worker, account);
  if (refusal) return post.send({ ...refusal, owners });
  // Not registered yet: the way in is the invite, whatever the link policy.
  if (account.role === 'CLIENT' && !account.registeredAt)
    return mailInvite(worker, account, 'HELPER', { insteadOfLink: renews !== 'INVITE' });
  // Minted anew at each try, so that a letter never carries a link whose time has begun long before.
  const { letter, code } = await mintedLetter(worker, account, { browserHash, renews });
  try {
    await post.send({ ...letter, owners });
  } catch (error) {
    // Perhaps it arrives all the same, and then it is the newest.
    if (error instanceof MailUncertain) await code?.keep();
    throw error;
  }
  // Only now: a letter that did not go must not end the code of the one before it.
  await code?.keep();
  await recordAccessEvent(em, clock, { ...event, kind: 'LOGIN_LINK_SENT' });
}

function refusalLetter(site: Worker, account: Account): Letter | null {
  if (!mayLogIn(account)) return deactivatedLetter(account, site);
  return account.loginLinkPolicy === 'NEVER' ? linksRefusedLetter(account, site) : null;
}

async function mintedLetter(
  worker: Worker,
  account: Account,
  { browserHash: askedByBrowserHash, renews }: Pick<Asked, 'browserHash' | 'renews'>,
): Promise<{ letter: Letter; code: MadeCode | null }> {
  const { id: accountId, credentialsVersion } = account;
  // Where the link asks for the password too, a code alone must not do without it.
  const alone = account.loginLinkPolicy === 'ALLOWED' || account.passwordHash === null;
  const code = alone ? await makeLoginCode(worker, { accountId, credentialsVersion }) : null;
  const link = await mintLoginLink(worker, {
    accountId,
    credentialsVersion,
    issuer: 'HELPER',
    askedByBrowserHash,
  });
  return {
    letter: loginLinkLetter(account, worker, { link, code, insteadOfInvite: renews === 'INVITE' }),
    code,
  };
}
