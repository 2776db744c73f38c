import pLimit from 'p-limit';
import { recordAccessEvent } from '../accounts/index.ts';
import { later, MINUTE_MS, SECOND_MS } from '../../platform/clock.ts';
import { MailRefused, MailUncertain, type Post } from '../../platform/mail/mail.ts';
import type { Log } from '../../platform/log.ts';
import type { Mechanisms } from '../../request-context.ts';
import { Delivery } from './delivery.entity.ts';
import { prepareMails, type ClaimedDelivery, type PreparedMail } from './prepare-mails.ts';
import { finishMessages } from './finish-messages.ts';
import { takeDueMessages } from './take-message.ts';

type Worker = Mechanisms & { post: Post; log: Log };

const BATCH = 50;
const AT_ONCE = 10;
// Longer than a batch of calls that all run into their time-out.
const CLAIM_MS = 2 * MINUTE_MS;
/** After no answer the provider is asked at these times; after the last one the mail is sent again. */
const ASK_AFTER_MS = [MINUTE_MS, 3 * MINUTE_MS, 10 * MINUTE_MS];
const MOST_ATTEMPTS = 20;

const CLAIM = `
  update delivery d set claimed_until = ?, attempts = attempts + 1
   where id in (
     select id from delivery
      where state = 'QUEUED' and next_attempt_at <= ? and (claimed_until is null or claimed_until <= ?)
      order by next_attempt_at, id for update skip locked limit ?)
  returning d.id, d.message_id, d.client_id, d.attempts, d.uncertain_since`;

/**
 * Takes what is due, batch by batch, until nothing is: any number of workers at once, each delivery by one of them. A
 * worker that dies leaves its claims to run out, and then the provider is asked before anything is sent again.
 */
export async function deliverDue(open: () => Worker): Promise<void> {
  await takeDueMessages(open());
  for (;;) {
    const worker = open();
    const now = worker.clock.now();
    const claimed = await worker.em.execute<ClaimedDelivery[]>(CLAIM, [
      later(now, CLAIM_MS),
      now,
      now,
      BATCH,
    ]);
    if (claimed.length === 0) break;
    const uncertain = claimed.filter((row) => row.uncertain_since !== null);
    const lost = await askProvider(worker, uncertain);
    const ready = await prepareMails(worker, [
      ...claimed.filter((row) => row.uncertain_since === null),
      ...lost,
    ]);
    const limit = pLimit(AT_ONCE);
    await Promise.all(ready.map((mail) => limit(() => sendOne({ ...open(), log: worker.log }, mail))));
    await finishMessages(worker);
  }
  await finishMessages(open());
}

/** Of those that got no answer: settles what the provider has, waits with the others, and gives back what is lost. */
async function askProvider({ em, clock, post }: Worker, rows: ClaimedDelivery[]): Promise<ClaimedDelivery[]> {
  const lost: ClaimedDelivery[] = [];
  for (const row of rows) {
    const now = clock.now();
    const since = new Date(row.uncertain_since ?? now);
    // A provider that can't be asked is no "nowhere": it is asked again.
    const taken = await post.hasTaken(row.id).catch(() => null);
    const planned = ASK_AFTER_MS.map((ms) => later(since, ms)).find((at) => at > now);
    const nextAsk = planned ?? (taken === null ? later(now, MINUTE_MS) : null);
    if (taken) await settle(em, row, { state: 'SENT', uncertainSince: null, reason: null }, now);
    else if (nextAsk) await settle(em, row, { nextAttemptAt: nextAsk }, now);
    else lost.push(row);
  }
  return lost;
}

/**
 * Marks the delivery as under way before the call, so that a crash in between is noticed. Whoever was so slow that the
 * claim ran out and another took it sends nothing.
 */
async function sendOne(
  { em, clock, post, log }: Worker,
  { delivery, linkSentBy, mail }: PreparedMail,
): Promise<void> {
  const underWay = { uncertainSince: clock.now() };
  if ((await em.nativeUpdate(Delivery, ownClaim(delivery), underWay)) === 0) return;
  try {
    await post.sendMessage(mail);
    await settle(em, delivery, { state: 'SENT', uncertainSince: null, reason: null }, clock.now());
    if (linkSentBy === null) return;
    const by = { actor: 'COACH', actorAccountId: linkSentBy } as const;
    await recordAccessEvent(em, clock, {
      accountId: delivery.client_id,
      kind: 'LOGIN_LINK_SENT_BY_COACH',
      ...by,
    });
  } catch (error) {
    const now = clock.now();
    const words = error instanceof Error ? error.message : 'unknown';
    if (error instanceof MailUncertain) {
      const nextAttemptAt = later(now, ASK_AFTER_MS[0] ?? MINUTE_MS);
      await settle(em, delivery, { uncertainSince: now, nextAttemptAt }, now);
    } else if (error instanceof MailRefused || delivery.attempts >= MOST_ATTEMPTS)
      await settle(em, delivery, { state: 'FAILED', uncertainSince: null, reason: words.slice(0, 300) }, now);
    else
      await settle(
        em,
        delivery,
        { uncertainSince: null, nextAttemptAt: later(now, pauseMs(words, delivery.attempts)) },
        now,
      );
    log.warn({ delivery: delivery.id, attempt: delivery.attempts, reason: words }, 'a delivery did not go');
  }
}

/** Growing pauses, up to ten minutes; a provider that says "too many" is left alone for two. */
function pauseMs(words: string, attempts: number): number {
  const grown = Math.min(10 * MINUTE_MS, 5 * SECOND_MS * 2 ** Math.min(attempts - 1, 10));
  return words.includes('answered 429') ? Math.max(grown, 2 * MINUTE_MS) : grown;
}

type Change = Partial<Pick<Delivery, 'state' | 'reason' | 'nextAttemptAt' | 'uncertainSince'>>;

/** Each claim counts one attempt, so the number says whose it is. */
function ownClaim({ id, attempts }: ClaimedDelivery) {
  return { id, attempts, state: 'QUEUED' } as const;
}

async function settle(em: Worker['em'], claim: ClaimedDelivery, change: Change, now: Date): Promise<void> {
  await em.nativeUpdate(Delivery, ownClaim(claim), { ...change, claimedUntil: null, updatedAt: now });
}
