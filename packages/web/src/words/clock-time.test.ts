import { expect, test } from 'vitest';
import { clockTime, retryTime } from './clock-time';

test('a time of today is a clock time with its zone, one of another day names the day', () => {
  const now = new Date('2026-11-25T12:00:00Z');
  const today = clockTime('2026-11-25T12:30:00Z', now);
  const later = clockTime('2026-11-27T12:30:00Z', now);
  expect(today).toMatch(/30/);
  expect(today).toMatch(/[A-Z]{2,}/);
  expect(later).toMatch(/27/);
  expect(today).not.toMatch(/27/);
});

test('a time of another year names the year', () => {
  const now = new Date('2026-11-25T12:00:00Z');
  expect(clockTime('2025-11-27T12:30:00Z', now)).toMatch(/2025/);
  expect(clockTime('2026-11-27T12:30:00Z', now)).not.toMatch(/2026/);
});

test('C013 the time to try again is never printed too early', () => {
  const soon = new Date(Date.now() + 60_000);
  soon.setSeconds(1, 0);
  const minuteAfter = new Date(soon.getTime() + 59_000);
  expect(retryTime(soon.toISOString())).toBe(clockTime(minuteAfter.toISOString()));
});
