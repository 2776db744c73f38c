import { later } from '../../../platform/clock.ts';
import { say } from '../../../platform/language/say.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { MailPause } from './mail-pause.entity.ts';
import type { Deliverer } from './settle-delivery.ts';

const ID = 'messages';

/** What a call to the provider tells of the mails that come after it. */
export type Outcome =
  | { kind: 'TAKEN' }
  /** Something about this mail alone, nothing about the provider. */
  | { kind: 'THIS_MAIL' }
  /** No answer, or a fault of the provider's own. */
  | { kind: 'SILENT' }
  | { kind: 'CLOSED'; reason: MailPause['reason']; until?: Date; words: string };

type Tools = Pick<Mechanisms, 'em'>;

export function findMailPause({ em }: Tools): Promise<MailPause | null> {
  return em.findOne(MailPause, { id: ID }, { refresh: true });
}

/** Why a mail that has not been tried yet waits, in words for its coach. */
export function pauseWords({ reason }: Pick<MailPause, 'reason'>): string {
  return reason === 'REFUSED'
    ? say().messages.theMailProviderRefusesMail
    : say().messages.theMailProviderDoesNotTake;
}

/**
 * After a batch: closes the queue for all while the provider takes none of our mail, with pauses that grow, and opens it
 * with the first mail that is taken. The operator is told of a refusal once, and once when it is over.
 */
export async function notePause(
  worker: Deliverer,
  before: MailPause | null,
  outcomes: Outcome[],
): Promise<void> {
  const closed = outcomes.find((outcome) => outcome.kind === 'CLOSED') ?? allSilent(worker, before, outcomes);
  if (closed) return close(worker, closed);
  if (!before || !outcomes.some(({ kind }) => kind === 'TAKEN')) return;
  const opened = await worker.em.nativeDelete(MailPause, { id: ID });
  if (opened > 0 && before.reason === 'REFUSED') worker.log.info('the mail provider takes our mail again');
}

function allSilent({ settings }: Deliverer, before: MailPause | null, outcomes: Outcome[]): Closed | null {
  const silent = outcomes.filter(({ kind }) => kind === 'SILENT').length;
  const areMany = before !== null || silent >= settings.mailing.manySilent;
  const isAway = silent > 0 && silent === outcomes.length && areMany;
  return isAway ? { kind: 'CLOSED', reason: 'AWAY', words: 'no answer' } : null;
}

type Closed = Extract<Outcome, { kind: 'CLOSED' }>;

// Another reason begins with short pauses again.
const CLOSE = `
  insert into mail_pause as p (id, reason, until, tries) values (?, ?, ?, 1)
  on conflict (id) do update set reason = excluded.reason, until = excluded.until,
    tries = case when p.reason = excluded.reason then p.tries + 1 else 1 end
  returning tries`;

async function close(
  { em, clock, log, settings }: Deliverer,
  { reason, until, words }: Closed,
): Promise<void> {
  const now = clock.now();
  const last = await findMailPause({ em });
  const tries = last?.reason === reason ? last.tries : 0;
  const { mostPauseMs, firstPauseMs } = settings.mailing;
  const grown = Math.min(mostPauseMs, firstPauseMs[reason] * 2 ** Math.min(tries, 10));
  const [row] = await em.execute<{ tries: number }[]>(CLOSE, [ID, reason, until ?? later(now, grown)]);
  if (reason === 'REFUSED' && row?.tries === 1)
    log.error({ reason: words }, 'the mail provider refuses us: all messages wait until that is mended');
}
