import { expect, test } from 'vitest';
import { lookAgainInMs, lookAtListInMs } from './look-pace';

const now = Date.parse('2026-11-26T12:00:00Z');
const at = (seconds: number): string => new Date(now + seconds * 1_000).toISOString();
const days = 24 * 3_600;
const none = { queued: 0, sent: 0, delivered: 0, bounced: 0, failed: 0, held: 0 };
const schedule = { localTime: '2026-12-03T13:00', timeZone: 'Europe/Madrid' };
const message = { scheduledFor: null, sentAt: null, schedule: null, deliveryCounts: none };
const scheduled = (seconds: number) => ({
  ...message,
  state: 'SCHEDULED' as const,
  schedule,
  scheduledFor: at(seconds),
});
const sent = (seconds: number, counts = {}) => ({
  ...message,
  state: 'SENT' as const,
  sentAt: at(seconds),
  deliveryCounts: { ...none, ...counts },
});

test('a message that goes out, or can be undone, is looked at every two seconds', () => {
  expect(lookAgainInMs({ ...message, state: 'SENDING' }, now)).toBe(2_000);
  expect(lookAgainInMs({ ...message, state: 'SCHEDULED', scheduledFor: at(8) }, now)).toBe(2_000);
});

test('one that is scheduled is looked at seldom, and again when its time has come', () => {
  expect(lookAgainInMs(scheduled(7 * days), now)).toBe(300_000);
  expect(lookAgainInMs(scheduled(90), now)).toBe(90_000);
  expect(lookAgainInMs(scheduled(-1), now)).toBe(2_000);
});

test('one that is sent is looked at every twenty seconds while something may still become of it', () => {
  expect(lookAgainInMs(sent(-60, { delivered: 3 }), now)).toBe(20_000);
  expect(lookAgainInMs(sent(-30 * days, { delivered: 3, sent: 1 }), now)).toBe(20_000);
  expect(lookAgainInMs(sent(-30 * days, { delivered: 3, bounced: 1 }), now)).toBeUndefined();
});

test('drafts and stopped messages change by nobody but their coach', () => {
  expect(lookAgainInMs({ ...message, state: 'DRAFT' }, now)).toBeUndefined();
  expect(lookAgainInMs({ ...message, state: 'CANCELLED', scheduledFor: at(60) }, now)).toBeUndefined();
});

test('a list is looked at as soon as any message of it, and never left alone', () => {
  const draft = { ...message, state: 'DRAFT' as const };
  expect(lookAtListInMs([draft, { ...message, state: 'SENDING' }], now)).toBe(2_000);
  expect(lookAtListInMs([draft, scheduled(7 * days)], now)).toBe(20_000);
  expect(lookAtListInMs([draft], now)).toBe(20_000);
  expect(lookAtListInMs([], now)).toBe(20_000);
});
