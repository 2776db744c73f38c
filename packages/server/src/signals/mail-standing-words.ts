import { MINUTE_MS, SECOND_MS } from '../platform/clock.ts';
import { countOf } from '../platform/waiting.ts';
import type { Backlog, MailStanding } from './mail-standing.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
/** No more exactly: that a letter was tried just then may be somebody's secret. */
const minuteOf = (at: Date) => `${at.toISOString().slice(0, 16)}Z`;
const minutes = (ms: number) =>
  ms < MINUTE_MS ? 'less than a minute' : count(Math.floor(ms / MINUTE_MS), 'minute', 'minutes');
const oldest = (n: number, seconds: number) =>
  n > 0 ? `, the oldest for ${minutes(seconds * SECOND_MS)}` : '';

/** Whatever keeps mail from going, one sentence each; none where all is well. */
export function faultsOf(standing: MailStanding, now: Date): string[] {
  const { nobodyWorksSince, silent, providerRefusesSince } = standing;
  const faults: string[] = [];
  if (nobodyWorksSince) {
    const since = `${minuteOf(nobodyWorksSince)}, for ${minutes(now.getTime() - nobodyWorksSince.getTime())}`;
    faults.push(`Nobody works since ${since}: no mail goes, and nothing that was asked for is done.`);
  }
  if (silent > 0) faults.push(`${count(silent, 'worker has', 'workers have')} fallen silent without ending.`);
  if (providerRefusesSince)
    faults.push(`The mail provider takes no mail of ours since ${minuteOf(providerRefusesSince)}.`);
  return faults;
}

/** What waits, as figures. */
export function figuresOf({ jobs, deliveries }: Backlog) {
  const all = jobs.reduce((sum, queue) => sum + countOf(queue), 0);
  const oldestJob = jobs.reduce((most, { oldestSeconds }) => Math.max(most, oldestSeconds), 0);
  return {
    jobs: all,
    oldestJobSeconds: Math.round(oldestJob),
    deliveries: countOf(deliveries),
    oldestDeliverySeconds: Math.round(deliveries.oldestSeconds),
  };
}

/**
 * What `/readyz/mail` says. While somebody works it names no figure: whoever may ask it could else read from what waits
 * whether a name that they asked help for exists.
 */
export function wordsOf(standing: MailStanding, backlog: Backlog | null, now: Date): string {
  const faults = faultsOf(standing, now);
  if (!standing.nobodyWorksSince) return ['at work', ...faults].join('\n');
  if (!backlog) return faults.join('\n');
  const { jobs, oldestJobSeconds, deliveries, oldestDeliverySeconds } = figuresOf(backlog);
  const waits = [
    count(jobs, 'job', 'jobs') + oldest(jobs, oldestJobSeconds),
    count(deliveries, 'delivery', 'deliveries') + oldest(deliveries, oldestDeliverySeconds),
  ];
  return [...faults, `Waiting: ${waits.join('; ')}.`].join('\n');
}
