import type { Database } from '../platform/database/connect.ts';
import type { Metrics } from '../platform/metrics/metrics.ts';
import type { Passwords } from '../platform/passwords/passwords.ts';
import { AGES } from '../platform/waiting.ts';
import { SECOND_MS, type Clock } from '../platform/clock.ts';
import type { Backlog, MailStanding } from './mail-standing.ts';

interface Sources {
  metrics: Metrics;
  passwords: Passwords;
  database: Database;
  clock: Clock;
  standing: () => Promise<MailStanding | null>;
  backlog: () => Promise<Backlog | null>;
}

/** What is not counted but looked at, whenever somebody asks. The database's figures are the same from every process. */
export function metricsReader({ metrics, passwords, database, ...sources }: Sources): () => Promise<string> {
  const { gauge } = metrics;
  const hashes = gauge('latchstring_hashes', 'Passwords being hashed, and waiting for it', ['state']);
  const connections = gauge('latchstring_database_connections', 'Connections of this process', ['state']);
  const showStanding = gaugesOfStanding(metrics);
  const showBacklog = gaugesOfBacklog(metrics);
  return async () => {
    for (const [state, n] of Object.entries(passwords.queue())) hashes.set({ state }, n);
    for (const [state, n] of Object.entries(database.connections())) connections.set({ state }, n);
    showStanding(await sources.standing(), sources.clock.now());
    showBacklog(await sources.backlog());
    return metrics.text();
  };
}

function gaugesOfStanding({ gauge }: Metrics): (standing: MailStanding | null, now: Date) => void {
  const answers = gauge('latchstring_database_answers', 'Whether the database answered for these figures');
  const workers = gauge('latchstring_workers', 'Workers at work, and those fallen silent without ending', [
    'state',
  ]);
  const worked = gauge('latchstring_worked_seconds_ago', 'How long ago any worker last worked');
  const refuses = gauge('latchstring_provider_refuses', 'Whether the mail provider takes no mail of ours');
  return (standing, now) => {
    answers.set(standing ? 1 : 0);
    if (!standing) return;
    workers.set({ state: 'working' }, standing.working);
    workers.set({ state: 'silent' }, standing.silent);
    worked.set(Math.max(0, now.getTime() - standing.lastWorkedAt.getTime()) / SECOND_MS);
    refuses.set(standing.providerRefusesSince ? 1 : 0);
  };
}

function gaugesOfBacklog({ gauge }: Metrics): (backlog: Backlog | null) => void {
  const jobs = gauge('latchstring_jobs_waiting', 'Jobs that are not done, by age', ['queue', 'age']);
  const oldestJob = gauge('latchstring_jobs_oldest_seconds', 'Age of the oldest job', ['queue']);
  const deliveries = gauge('latchstring_deliveries_waiting', 'Deliveries that are due, by age', ['age']);
  const oldest = gauge('latchstring_deliveries_oldest_seconds', 'Age of the oldest delivery that is due');
  const givenUp = gauge('latchstring_jobs_given_up', 'Jobs that failed for good and are kept', ['queue']);
  return (backlog) => {
    if (!backlog) return;
    // A queue that is empty again has no figure: it would else stay at its last.
    for (const byQueue of [jobs, oldestJob, givenUp]) byQueue.reset();
    for (const { queue, byAge, oldestSeconds } of backlog.jobs) {
      for (const age of AGES) jobs.set({ queue, age }, byAge[age]);
      oldestJob.set({ queue }, oldestSeconds);
    }
    for (const age of AGES) deliveries.set({ age }, backlog.deliveries.byAge[age]);
    oldest.set(backlog.deliveries.oldestSeconds);
    for (const { queue, count } of backlog.givenUp) givenUp.set({ queue }, count);
  };
}
