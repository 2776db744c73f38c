import { expect, test } from 'vitest';
import { messageStateWords } from './message-state';

const scheduledFor = '2027-03-28T07:00:00Z';
const none = { queued: 0, sent: 0, delivered: 0, bounced: 0, failed: 0, held: 0 };
const message = { state: 'SCHEDULED' as const, scheduledFor, sentAt: null, deliveryCounts: none };
const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;

test('C064 a schedule is shown on the clocks of its zone, with year and zone, and on one’s own beside it', () => {
  // Nowhere else is a clock three quarters of an hour off.
  const words = messageStateWords({ ...message, schedule: { timeZone: 'Asia/Kathmandu' } });
  expect(words).toContain('2027');
  expect(words).toMatch(/12:45.*Asia\/Kathmandu/);
  const here = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' }).format(
    Date.parse(scheduledFor),
  );
  expect(words).toContain(here.replace(/\s?[AP]M/, ''));
  expect(words).toContain('on your clock');
});

test('C064 where it is one’s own zone, the time stands there once', () => {
  const words = messageStateWords({ ...message, schedule: { timeZone: own } });
  expect(words).toContain('2027');
  expect(words).not.toContain('on your clock');
});

test('what was sent a moment ago has no schedule: its time is one’s own', () => {
  expect(messageStateWords({ ...message, schedule: null })).toMatch(/^Goes out /);
  expect(messageStateWords({ ...message, schedule: null })).not.toContain('on your clock');
});

test('a message that nobody got is not said to be sent', () => {
  const sent = { state: 'SENT' as const, schedule: null, scheduledFor: null, sentAt: scheduledFor };
  const words = (counts: object): string =>
    messageStateWords({ ...sent, deliveryCounts: { ...none, ...counts } });
  expect(words({ failed: 7, held: 1 })).toMatch(/^Sent to nobody yet/);
  expect(words({ failed: 7, delivered: 1 })).not.toMatch(/nobody/);
  expect(words({ failed: 7, sent: 1 })).not.toMatch(/nobody/);
});
