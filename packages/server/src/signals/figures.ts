import type { Database } from '../platform/database/connect.ts';
import type { Metrics } from '../platform/metrics/metrics.ts';
import type { Passwords } from '../platform/passwords/passwords.ts';
import { AGES } from '../platform/waiting.ts';
import { SECOND_MS, type Clock } from '../platform/clock.ts';
import type { MailStanding } from './mail-standing.ts';

interface Sources {
  metrics: Metrics;
  passwords: Passwords;
  database: Database;
  clock: Clock;
  read: () => Promise<MailStanding | null>;
}

/** What is not counted but looked at, whenever somebody asks. The database's figures are the same from every process. */
export function figuresOf({ metrics, passwords, database, clock, read }: Sources): () => Promise<string> {
  const { gauge } = metrics;
  const hashes = gauge('latchstring_hashes', 'Passwords being hashed, and waiting for it', ['state']);
  const connections = gauge('latchstring_database_connections', 'Connections of this process', ['state']);
  const standing = gaugesOfStanding(metrics);
  return async () => {
    for (const [state, n] of Object.entries(passwords.queue())) hashes.set({ state }, n);
    for (const [state, n] of Object.entries(database.connections())) connections.set({ state }, n);
    standing(await read(), clock.now());
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
  const jobs = gauge('latchstring_jobs_waiting', 'Jobs that are not done, by age', ['queue', 'age']);
  const oldestJob = gauge('latchstring_jobs_oldest_seconds', 'Age of the oldest job', ['queue']);
  const deliveries = gauge('latchstring_deliveries_waiting', 'Deliveries that are due, by age', ['age']);
  const oldest = gauge('latchstring_deliveries_oldest_seconds', 'Age of the oldest delivery that is due');
  const givenUp = gauge('latchstring_jobs_given_up', 'Jobs that failed for good and are kept', ['queue']);
  const all = [workers, worked, refuses, jobs, oldestJob, deliveries, oldest, givenUp];
  return (standing, now) => {
    answers.set(standing ? 1 : 0);
    // What is not known now is not said: a queue that is empty again would else stay as it was.
    for (const one of all) one.reset();
    if (!standing) return;
    workers.set({ state: 'working' }, standing.workers.working);
    workers.set({ state: 'silent' }, standing.workers.silent);
    worked.set(Math.max(0, now.getTime() - standing.lastWorkedAt.getTime()) / SECOND_MS);
    refuses.set(standing.workers.providerRefusesSince ? 1 : 0);
    for (const { queue, byAge, oldestSeconds } of standing.jobs) {
      for (const age of AGES) jobs.set({ queue, age }, byAge[age]);
      oldestJob.set({ queue }, oldestSeconds);
    }
    for (const age of AGES) deliveries.set({ age }, standing.deliveries.byAge[age]);
    oldest.set(standing.deliveries.oldestSeconds);
    for (const { queue, count } of standing.givenUp) givenUp.set({ queue }, count);
  };
}
