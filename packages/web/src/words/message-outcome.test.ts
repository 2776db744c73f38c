import { expect, test } from 'vitest';
import { messageBadge, messageBar, messageOutcome } from './message-outcome';

const none = { queued: 0, sent: 0, delivered: 0, bounced: 0, failed: 0, held: 0 };
const noOutcome = { cameIn: 0, arrived: 0, onTheWay: 0, cameBack: 0, notSent: 0, held: 0 };
const at = '2026-11-27T18:02:00Z';
const sent = (counts: Partial<typeof none>, linkCounts = { made: 0, used: 0 }) => ({
  state: 'SENT' as const,
  createdAt: at,
  scheduledFor: null,
  sentAt: at,
  schedule: null,
  deliveryCounts: { ...none, ...counts },
  linkCounts,
});

test('what came back is said before what went well, and counted where there are several', () => {
  expect(messageBadge(sent({ bounced: 1 })).text).toBe('Came back');
  expect(messageBadge(sent({ delivered: 53, bounced: 2 })).text).toBe('2 came back');
  expect(messageBadge(sent({ delivered: 53, bounced: 1 }))).toMatchObject({
    kind: 'bad',
    text: '1 came back',
  });
  expect(messageBadge(sent({ delivered: 1, failed: 3, held: 1 })).text).toBe('3 not sent');
  expect(messageBadge(sent({ delivered: 1, held: 1 })).text).toBe('1 held back');
  expect(messageBadge(sent({ delivered: 8 })).text).toBe('Sent');
});

test('of one reader it is said how it went with their mail and link, without a bar', () => {
  const link = { made: 1, used: 0 };
  expect(messageOutcome(sent({ bounced: 1 }, link))).toBe('It did not arrive');
  expect(messageOutcome(sent({ failed: 1 }))).toBe('It did not go out');
  expect(messageOutcome(sent({ sent: 1 }, link))).toBe('On its way');
  expect(messageOutcome(sent({ delivered: 1 }, link))).toBe('Arrived, link not used');
  expect(messageOutcome(sent({ delivered: 1 }))).toBe('Arrived');
  expect(messageOutcome(sent({ sent: 1 }, { made: 1, used: 1 }))).toBe('Came in by its link');
  expect(messageBadge(sent({ delivered: 1 }, { made: 1, used: 1 })).text).toBe('Link used');
  expect(messageBar({ ...noOutcome, arrived: 1 })).toEqual([]);
});

test('of many the links are counted, or else the mails that arrived; the bar holds each reader once', () => {
  const many = sent({ delivered: 30, sent: 22, bounced: 2, held: 1 }, { made: 54, used: 31 });
  expect(messageOutcome(many)).toBe('Link used 31 of 54');
  expect(messageOutcome(sent({ delivered: 53, bounced: 1 }))).toBe('Arrived 53 of 54');
  const bar = messageBar({ cameIn: 31, arrived: 20, onTheWay: 1, cameBack: 1, notSent: 1, held: 1 });
  expect(bar.reduce((all, { count }) => all + count, 0)).toBe(55);
  expect(Object.fromEntries(bar.map(({ kind, count }) => [kind, count]))).toEqual({
    used: 31,
    arrived: 20,
    way: 1,
    bad: 2,
    held: 1,
  });
});

test('a draft and a stopped message say that nothing went', () => {
  const draft = { ...sent({}), state: 'DRAFT' as const, sentAt: null };
  expect(messageOutcome(draft)).toMatch(/^Begun /);
  expect(messageOutcome({ ...draft, state: 'CANCELLED' })).toBe('Stopped before it went out');
});
