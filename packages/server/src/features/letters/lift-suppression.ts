import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { MailRefused, type Mailer, type Suppression } from '../../platform/mail/mail.ts';
import { later, SECOND_MS, type Clock } from '../../platform/clock.ts';
import { defaultSettings } from '../../settings/settings.ts';
import type { Jobs, Queue } from '../../platform/jobs/jobs.ts';
import type { RateLimits } from '../../platform/rate-limits/rate-limits.ts';
import { Account, emailKey } from '../accounts/index.ts';
import { restoreComplaintLater } from './restore-complaint.ts';

interface LetterContext {
  em: SqlEntityManager;
  limits: RateLimits<'bounceLiftsPerAccount'>;
  post: Mailer;
}
type Retried = Pick<Account, 'id' | 'email'> & { emailRetryAt?: Date | null | undefined };

interface LiftJob {
  accountId: string;
  /** A complaint that the client took back; without it a bounce. */
  mark?: Suppression;
}
export const liftSuppressionQueue: Queue<LiftJob> = { name: 'lift-suppression' };

/**
 * After a bounce: its coach has the address tried again, in the running transaction. Our mark goes at once; the provider
 * is told by a job, and before the next mail at the latest. A complaint is the client's own to lift.
 */
export async function tryAddressAgain(
  { em, clock, jobs }: { em: SqlEntityManager; clock: Clock; jobs: Jobs },
  accountId: string,
): Promise<void> {
  const now = clock.now();
  // The provider's times may have no finer parts: what happens within the same second is later.
  const emailStateAt = new Date(Math.floor(now.getTime() / SECOND_MS) * SECOND_MS);
  const again = { emailState: 'UNKNOWN', emailStateAt, emailRetryAt: now } as const;
  if ((await em.nativeUpdate(Account, { id: accountId, emailState: 'BOUNCED' }, again)) > 0)
    await jobs.enqueue(em, liftSuppressionQueue, { accountId });
}

/** The job behind "try this address again"; whoever sends to the address before it is done lifts it first. */
export async function runLiftSuppressionJob(
  worker: LetterContext,
  { accountId, mark = 'BOUNCED' }: LiftJob,
): Promise<void> {
  const account = await worker.em.findOne(Account, { id: accountId });
  if (!account) return;
  if (mark === 'BOUNCED') return liftRetriedBounce(worker, account);
  // Called spam anew, while the provider could not be told.
  if (account.emailState === 'COMPLAINED') return;
  await liftIfAllowed(worker.post, account.email, mark);
}

/**
 * Has the provider forget a bounce that the coach has lifted; nothing where none waits. A provider that is down throws,
 * and the wish stays; one that refuses ends it, and what it knows of the address decides.
 */
export async function liftRetriedBounce({ em, post }: LetterContext, account: Retried): Promise<void> {
  const { id, email, emailRetryAt } = account;
  if (!emailRetryAt) return;
  await liftIfAllowed(post, email, 'BOUNCED');
  await em.nativeUpdate(Account, { id, emailRetryAt }, { emailRetryAt: null });
}

/**
 * Before a letter that somebody asked for with their own username or address: a complaint does not stand against it, and
 * neither does a bounce, once an hour, or always where the browser is known to the account. The marks stay as they are;
 * and where anybody may have asked, what the reader called spam is so again once the letter is through.
 */
export async function liftForOwnRequest(
  worker: LetterContext & { clock: Clock },
  account: Pick<Account, 'id' | 'email'>,
  { isKnown, isOwners }: { isKnown: boolean; isOwners: boolean },
): Promise<void> {
  const marks = await marksAt(worker, account);
  const wasLifted = await liftComplaint(worker, account, marks);
  if (wasLifted && !isOwners) await restoreComplaintLater(worker, account.email);
  if (!marks.has('BOUNCED')) return;
  const { limits, post } = worker;
  if (!isKnown && (await limits.take('bounceLiftsPerAccount', account.id))) return;
  try {
    await liftIfAllowed(post, account.email, 'BOUNCED');
  } catch (error) {
    if (!isKnown) await limits.giveBack('bounceLiftsPerAccount', account.id);
    throw error;
  }
}

/** Before a letter that warns an owner, who may have called their coach's messages spam and never these. */
export async function liftForWarning(
  worker: Pick<LetterContext, 'em' | 'post'> & { clock: Clock },
  account: Pick<Account, 'email' | 'ownLetterArrivedAt'>,
): Promise<void> {
  const marks = await marksAt(worker, account);
  const { ownLetterArrivedAt: at } = account;
  const { complaintTakenBackMs } = defaultSettings.mailing;
  if (at && at > later(worker.clock.now(), -complaintTakenBackMs)) marks.add('COMPLAINED');
  await liftComplaint(worker, account, marks);
  if (marks.has('BOUNCED')) await liftIfAllowed(worker.post, account.email, 'BOUNCED');
}

/** The provider's lists know addresses: the mark of any account there counts for all of them. */
async function marksAt(
  { em }: Pick<LetterContext, 'em'>,
  { email }: Pick<Account, 'email'>,
): Promise<Set<Account['emailState']>> {
  const rows = await em.execute<{ email_state: Account['emailState'] }[]>(
    'select distinct email_state from account where email_key = ?',
    [emailKey(email)],
  );
  return new Set(rows.map(({ email_state }) => email_state));
}

async function liftComplaint(
  { post }: Pick<LetterContext, 'post'>,
  { email }: Pick<Account, 'email'>,
  marks: Set<Account['emailState']>,
): Promise<boolean> {
  return marks.has('COMPLAINED') && (await liftIfAllowed(post, email, 'COMPLAINED'));
}

/**
 * Has the provider take this address off all its lists, known here or not, before a letter that warns the owner of a
 * takeover. With `ignoreRefusal: false` a refusal is thrown, so that the warning is not sent unread.
 */
export async function liftEverySuppression(
  post: Mailer,
  email: string,
  { ignoreRefusal }: { ignoreRefusal: boolean },
): Promise<void> {
  for (const mark of ['BOUNCED', 'COMPLAINED'] as const)
    await (ignoreRefusal ? liftIfAllowed(post, email, mark) : post.lift(email, mark));
}

async function liftIfAllowed(post: Mailer, email: string, mark: Suppression): Promise<boolean> {
  try {
    return await post.lift(email, mark);
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    return false;
  }
}
