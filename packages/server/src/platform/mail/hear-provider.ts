import { steadyNow, SECOND_MS, type Clock } from '../clock.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { MailPostponed, MailRefused, MailUncertain, type MailTransport } from './mail.ts';

/** What the provider last said of whether it takes our mail at all. */
export interface ProviderWord {
  heardAt: Date | null;
  /** Null: it takes it, or has said nothing yet. */
  refusesSince: Date | null;
}

/** What became of a mail that was handed over. */
const MAIL_OUTCOMES = ['taken', 'refused_mail', 'refused_us', 'postponed', 'uncertain', 'unreached'] as const;
type MailOutcome = (typeof MAIL_OUTCOMES)[number];

interface Tools {
  clock: Clock;
  metrics: Pick<Metrics, 'mailHandedOver' | 'providerAnswered'>;
}

/** The same carrier, whose answers are counted and remembered on their way. */
export function hearProvider(carrier: MailTransport, { clock, metrics }: Tools) {
  let word: ProviderWord = { heardAt: null, refusesSince: null };
  // A first one is seen as one more only where there was none before.
  for (const outcome of MAIL_OUTCOMES) metrics.mailHandedOver(outcome, 0);
  const hear = (outcome: MailOutcome) => {
    metrics.mailHandedOver(outcome);
    const now = clock.now();
    if (outcome === 'refused_us') word = { heardAt: now, refusesSince: word.refusesSince ?? now };
    if (outcome === 'taken' || outcome === 'refused_mail') word = { heardAt: now, refusesSince: null };
  };
  const timed = async <Answer>(call: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const begun = steadyNow();
    try {
      return await ask();
    } finally {
      metrics.providerAnswered(call, (steadyNow() - begun) / SECOND_MS);
    }
  };
  const heard: MailTransport = {
    async carry(mail) {
      try {
        await timed('carry', () => carrier.carry(mail));
      } catch (error) {
        hear(outcomeOf(error));
        throw error;
      }
      hear('taken');
    },
    hasTaken: (mailId, to) => timed('ask', () => carrier.hasTaken(mailId, to)),
    lift: (address, mark) => timed('lift', () => carrier.lift(address, mark)),
    suppress: (address, mark) => timed('suppress', () => carrier.suppress(address, mark)),
  };
  return { carrier: heard, word: () => word };
}

function outcomeOf(error: unknown): MailOutcome {
  if (error instanceof MailRefused) return error.isAboutMail ? 'refused_mail' : 'refused_us';
  if (error instanceof MailPostponed) return 'postponed';
  return error instanceof MailUncertain ? 'uncertain' : 'unreached';
}
