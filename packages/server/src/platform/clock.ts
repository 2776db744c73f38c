/** The product's only source of time: everything due is compared with this, never with SQL `now()`. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** For measuring how long something takes: goes on evenly where the clock on the wall is set. */
export const steadyNow = () => performance.timeOrigin + performance.now();

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export function later(from: Date, ms: number): Date {
  return new Date(from.getTime() + ms);
}

/**
 * Whether `from` is at most so long ago. A time that is still to come says that the clock was set back, and then nobody
 * knows how long ago it was: beyond what clocks of several machines differ by, it does not count.
 */
export function isWithin(from: Date, ms: number, now: Date): boolean {
  const age = now.getTime() - from.getTime();
  return age < ms && age > -MINUTE_MS;
}
