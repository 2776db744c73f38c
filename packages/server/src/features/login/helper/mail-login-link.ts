import { Account, accessOf, recordAccessEvent } from '../../accounts/index.ts';
import { liftForOwnRequest } from '../../letters/index.ts';
import { browserStanding, type BrowserStanding } from '../sessions/index.ts';
import { mailInvite } from '../invites/index.ts';
import { makeLoginCode, mintLoginLink, type MadeCode } from '../links/index.ts';
import type { Letter } from '../../../platform/mail/letter.ts';
import { MailUncertain } from '../../../platform/mail/mail.ts';
import { deactivatedLetter, linksRefusedLetter, loginLinkLetter } from './letters.ts';
import { takeQuotaOrPostpone, ownerOf, type LetterContext } from './take-quota-or-postpone.ts';
import type { LinkLetter } from './queues.ts';
import { speaking } from '../../../platform/language/say.ts';

/** A login link to the address on file, or the reason why there is none. */
export async function mailLoginLink(
  worker: LetterContext,
  letter: LinkLetter,
  { firstTry }: { firstTry: boolean },
): Promise<void> {
  const { accountId: id, browserHash, device } = letter;
  if (id === null) return;
  const { em, clock } = worker;
  const account = await em.findOne(Account, { id }, { populate: ['practice', 'coach'] });
  if (!account) return;
  const standing = await browserStanding(em, id, browserHash);
  if (firstTry) {
    if (!(await takeQuotaOrPostpone(worker, letter, { about: id, standing }))) return;
    const event = {
      accountId: id,
      kind: 'LOGIN_LINK_REQUESTED',
      actor: 'SYSTEM',
      device,
      browserHash,
    } as const;
    await recordAccessEvent(em, clock, event);
  }
  await speaking(letter.language, () => mailTo(worker, account, standing, letter));
}

async function mailTo(
  worker: LetterContext,
  account: Account,
  standing: BrowserStanding,
  { browserHash, renews }: LinkLetter,
): Promise<void> {
  const { em, clock, post } = worker;
  const isKnown = standing !== 'NEW';
  const owners = [ownerOf(account.id, standing)];
  await liftForOwnRequest(worker, account, { isKnown, isOwners: standing === 'OWN' });
  const refusal = refusalLetter(worker, account);
  if (refusal) return post.send({ ...refusal, owners });
  // Not registered yet: the way in is the invite, whatever the link policy.
  if (account.role === 'CLIENT' && accessOf(account).invite)
    return mailInvite(worker, account, 'HELPER', { insteadOfLink: renews !== 'INVITE' });
  // Minted anew at each try, so that a letter never carries a link whose time has begun long before.
  const asker = { browserHash, renews, askedBy: isKnown ? 'OWNER' : 'ANYONE' } as const;
  const { letter, code } = await mintedLetter(worker, account, asker);
  try {
    await post.send({ ...letter, owners });
  } catch (error) {
    // Perhaps it arrives all the same, and then it is the newest.
    if (error instanceof MailUncertain) await code?.makeLive();
    throw error;
  }
  // Only now: a letter that did not go must not end the code of the one before it.
  await code?.makeLive();
  await recordAccessEvent(em, clock, { accountId: account.id, actor: 'SYSTEM', kind: 'LOGIN_LINK_SENT' });
}

function refusalLetter(site: LetterContext, account: Account): Letter | null {
  const { entry, link } = accessOf(account);
  if (entry === 'NO') return deactivatedLetter(account, site);
  return link === 'NO' ? linksRefusedLetter(account, site) : null;
}

async function mintedLetter(
  worker: LetterContext,
  account: Account,
  {
    browserHash,
    renews,
    askedBy,
  }: Pick<LinkLetter, 'browserHash' | 'renews'> & { askedBy: 'OWNER' | 'ANYONE' },
): Promise<{ letter: Letter; code: MadeCode | null }> {
  const { id: accountId, credentialsVersion } = account;
  const code = accessOf(account).code
    ? makeLoginCode(worker, { accountId, credentialsVersion, askedBy })
    : null;
  const link = await mintLoginLink(worker, {
    accountId,
    credentialsVersion,
    issuer: 'HELPER',
    askedByBrowserHash: browserHash,
  });
  return {
    letter: loginLinkLetter(account, worker, { link, code, insteadOfInvite: renews === 'INVITE' }),
    code,
  };
}
