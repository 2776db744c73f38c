import { askBriefly } from '../platform/ask-briefly.ts';
import { SECOND_MS, type Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/connect.ts';
import type { Env } from '../env.ts';
import { openMetricsServer } from '../platform/http/metrics-server.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics/metrics.ts';
import type { Passwords } from '../platform/passwords/passwords.ts';
import type { Mechanisms } from '../request-context.ts';
import { version } from '../version.ts';
import { metricsReader } from './metrics-reader.ts';
import { readBacklog, readMailStanding } from './mail-standing.ts';
import { wordsOf } from './mail-standing-words.ts';
import { watchMail } from './watch-mail.ts';

/** Whoever looks has little patience of their own. */
const PATIENCE_MS = 2 * SECOND_MS;
/** Of the worker's looks for what is due, so many to one look at whether anybody works. */
const LOOKS = 10;

interface Parts {
  env: Env;
  parts: { api: boolean; worker: boolean };
  lookEveryMs: number;
  log: Log;
  clock: Clock;
  metrics: Metrics;
  database: Database;
  passwords: Passwords;
  open: () => Mechanisms;
}

/** What the operator can see: `/readyz/mail`, a line of the log, the metrics. */
export interface Signals {
  metricsPort: number | null;
  /** Whether somebody works, and what there is to say about it. */
  mailStanding(): Promise<{ isWorkedOn: boolean; words: string }>;
  close(): Promise<void>;
}

export async function openSignals(own: Parts): Promise<Signals> {
  const { env, parts, log, clock, open } = own;
  const openedAt = clock.now();
  const standing = askBriefly(() => readMailStanding(open(), openedAt), PATIENCE_MS);
  const backlog = askBriefly(() => readBacklog(open()), PATIENCE_MS);
  const isWatching = parts.api && own.lookEveryMs > 0;
  const stopWatching = isWatching
    ? watchMail({ standing, backlog, clock, log }, own.lookEveryMs * LOOKS)
    : () => undefined;
  const isAsked = parts.api || parts.worker;
  const server =
    env.metrics && isAsked
      ? await openMetricsServer({
          ...env.metrics,
          version,
          contentType: own.metrics.contentType,
          read: metricsReader({ ...own, standing, backlog }),
          onFault: (error) => log.error({ err: error }, 'the metrics could not be read'),
        })
      : null;
  return {
    metricsPort: server?.port ?? null,
    async mailStanding() {
      const stands = await standing();
      if (!stands) return { isWorkedOn: false, words: 'The database does not answer.' };
      const isWorkedOn = stands.nobodyWorksSince === null;
      return { isWorkedOn, words: wordsOf(stands, isWorkedOn ? null : await backlog(), clock.now()) };
    },
    async close() {
      stopWatching();
      await server?.close();
    },
  };
}
