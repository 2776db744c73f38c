import { vi } from 'vitest';
import type { Clock } from '../../src/platform/clock.ts';

/** A clock that a test drives. The rate limiter reads Date itself, so Date goes along; timers stay real. */
export class FakeClock implements Clock {
  #now = new Date('2026-11-25T09:00:00.000Z');

  constructor() {
    vi.useFakeTimers({ toFake: ['Date'], now: this.#now });
  }

  now(): Date {
    return new Date(this.#now);
  }

  advance(ms: number): void {
    this.#now = new Date(this.#now.getTime() + ms);
    vi.setSystemTime(this.#now);
  }
}
