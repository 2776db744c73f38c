import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { MailRefused, type Post, type Suppression } from '../../platform/mail/mail.ts';
import type { Queue } from '../../platform/jobs/jobs.ts';
import type { RateLimits } from '../../platform/rate-limits/rate-limits.ts';
import { Account } from './account.entity.ts';
import { emailKey } from './email-address.ts';

interface Worker {
  em: SqlEntityManager;
  limits: RateLimits<'bounceLiftsPerAddress'>;
  post: Post;
}
type Marked = Pick<Account, 'id' | 'email' | 'emailState'> & { emailRetryAt?: Date | null | undefined };

export const liftSuppressionQueue: Queue<{ accountId: string }> = { name: 'lift-suppression' };

/** The job behind "try this address again"; whoever sends to the address before it is done lifts it first. */
export async function liftSuppressionOf(worker: Worker, { accountId }: { accountId: string }): Promise<void> {
  const account = await worker.em.findOne(Account, { id: accountId });
  if (account) await liftSuppression(worker, account);
}

/**
 * Has the provider forget a bounce that the coach has lifted; nothing where none waits. A provider that is down throws,
 * and the wish stays; one that refuses ends it, and what it knows of the address decides.
 */
export async function liftSuppression({ em, post }: Worker, account: Marked): Promise<void> {
  const { id, email, emailRetryAt } = account;
  if (!emailRetryAt) return;
  await liftIfAllowed(post, email, 'BOUNCED');
  await em.nativeUpdate(Account, { id, emailRetryAt }, { emailRetryAt: null });
}

/**
 * Before a letter that somebody asked for with their own username or address: a complaint does not stand against it, and
 * once a day a bounce does not either. The marks stay until a letter has arrived.
 */
export async function liftForOwnRequest({ post, limits }: Worker, account: Marked): Promise<void> {
  const { email, emailState } = account;
  if (emailState === 'COMPLAINED') return liftIfAllowed(post, email, emailState);
  if (emailState !== 'BOUNCED' || (await limits.take('bounceLiftsPerAddress', emailKey(email)))) return;
  try {
    await liftIfAllowed(post, email, emailState);
  } catch (error) {
    await limits.giveBack('bounceLiftsPerAddress', emailKey(email));
    throw error;
  }
}

async function liftIfAllowed(post: Post, email: string, mark: Suppression): Promise<void> {
  try {
    await post.lift(email, mark);
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
  }
}
