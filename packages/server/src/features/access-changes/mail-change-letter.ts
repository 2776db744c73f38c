import {
  AccessChange,
  accessChangeStore,
  Account,
  fullNameInLetter,
  practiceInLetter,
} from '../accounts/index.ts';
import { liftEverySuppression, takeLetterQuota } from '../letters/index.ts';
import { mailInvite } from '../login/index.ts';
import { later } from '../../platform/clock.ts';
import { clockTime } from '../../platform/mail/clock-time.ts';
import { MailRefused, type Mailer } from '../../platform/mail/mail.ts';
import type { Mechanisms } from '../../request-context.ts';
import type { ChangeLetterJob } from './change-letter-queue.ts';
import type { FoundChange } from './find-change-link.ts';
import {
  confirmLetter,
  emailChangedLetter,
  emailNotice,
  freshStartDoneLetter,
  freshStartNotice,
  type ChangeFacts,
} from './letters.ts';
import { effectDateIfNoticedNow, endUntold } from './start-notice-period.ts';
import { mintChangeLink } from './mint-change-link.ts';
import { say, speakingTo } from '../../platform/language/say.ts';

type LetterContext = Mechanisms & { post: Mailer };

/** The job behind the queue: one letter about a change, or none where the change has ended in the meantime. */
export async function mailChangeLetter(
  worker: LetterContext,
  { changeId, letter }: ChangeLetterJob,
  { firstTry }: { firstTry: boolean },
): Promise<void> {
  const change: FoundChange | null = await worker.em.findOne(
    AccessChange,
    { id: changeId },
    { populate: ['account.practice', 'account.coach', 'askedByAccount'] },
  );
  if (change) await speakingTo(change.account, () => mailAbout(worker, change, letter, firstTry));
}

async function mailAbout(
  worker: LetterContext,
  change: FoundChange,
  letter: ChangeLetterJob['letter'],
  firstTry: boolean,
): Promise<void> {
  if (letter === 'DONE' || letter === 'INVITE') return tellDone(worker, change, letter);
  // One that a newer change replaced goes all the same: whoever opens it is led to the newest.
  if (change.endedAt && change.endedAs !== 'REPLACED') return;
  if (letter === 'CONFIRM') return mailConfirmation(worker, change, firstTry);
  // Notices know no limit: whoever could use it up would keep them from the owner.
  return mailNotice(worker, change, letter);
}

/** The new address may be a stranger's, whose mailbox nobody may flood. */
async function mailConfirmation(
  worker: LetterContext,
  change: FoundChange,
  firstTry: boolean,
): Promise<void> {
  const { clock, settings, post } = worker;
  // Counted from the sending: a letter that had to wait carries no link that is nearly dead. Whoever asked sees this
  // time, so that it moves whether or not a letter may go: what others had sent there shows who has an account.
  const expiresAt = later(clock.now(), settings.confirmEmailLifeMs);
  await accessChangeStore.moveEndOfConfirming(worker, change, expiresAt);
  const asked = { kind: 'CONFIRM_EMAIL', about: change.account.id } as const;
  if (firstTry && (await takeLetterQuota(worker, asked))) return;
  const url = await mintChangeLink(worker, change.id, 'CONFIRM');
  await post.send(confirmLetter(factsOf(worker, change), { url, until: inWords(change, expiresAt) }));
}

async function mailNotice(
  worker: LetterContext,
  change: FoundChange,
  letter: 'NOTICE' | 'REMINDER',
): Promise<void> {
  const { post } = worker;
  const isFreshStart = change.kind === 'FRESH_START';
  // Nobody loses an account untold: where the provider might swallow the notice of a fresh start, it waits.
  await liftEverySuppression(post, change.oldEmail, { ignoreRefusal: !isFreshStart });
  const facts = factsOf(worker, change);
  const url = await mintChangeLink(worker, change.id, 'STOP');
  const owners = [{ accountId: change.account.id, askedBy: 'US' as const }];
  if (!isFreshStart) return post.send({ ...emailNotice(facts, { url }), owners });
  const when = inWords(change, effectDateIfNoticedNow(worker, change, letter));
  try {
    await post.send({ ...freshStartNotice(facts, { url, again: letter === 'REMINDER', when }), owners });
  } catch (error) {
    if (error instanceof MailRefused && error.isAboutMail) await endUntold(worker, change);
    throw error;
  }
}

async function tellDone(
  worker: LetterContext,
  change: FoundChange,
  letter: 'DONE' | 'INVITE',
): Promise<void> {
  if (letter === 'INVITE') {
    const account = await worker.em.findOne(
      Account,
      { id: change.account.id, registeredAt: null, status: 'ACTIVE' },
      { populate: ['practice', 'coach'] },
    );
    return account ? mailInvite(worker, account, 'COACH', { startsOver: true }) : undefined;
  }
  await liftEverySuppression(worker.post, change.oldEmail, { ignoreRefusal: true });
  const facts = factsOf(worker, change);
  const when = inWords(change, change.endedAt);
  const isFreshStart = change.kind === 'FRESH_START';
  return worker.post.send(
    isFreshStart ? freshStartDoneLetter(facts, { when }) : emailChangedLetter(facts, { when }),
  );
}

function factsOf({ publicUrl, siteName }: LetterContext, change: FoundChange): ChangeFacts {
  const { account, askedBy, askedByAccount, oldEmail, newEmail } = change;
  return {
    firstName: account.firstName,
    practiceName: practiceInLetter(account.practice, siteName),
    supportEmail: account.practice.supportEmail,
    coachName: askedBy === 'COACH' ? fullNameInLetter(askedByAccount) || say().accessChanges.yourCoach : null,
    oldEmail,
    newEmail,
    publicUrl,
  };
}

function inWords({ account }: FoundChange, at: Date | null | undefined): string {
  const zone = account.timeZone ?? account.coach?.timeZone ?? 'UTC';
  return at ? clockTime(at, zone, account.locale) : '';
}
