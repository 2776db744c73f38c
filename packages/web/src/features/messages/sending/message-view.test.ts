import { expect, test } from 'vitest';
import { readView, searchOf, type MessageView } from './message-view';

test('which messages are shown and searched for goes into the address and comes back out of it', () => {
  const views: MessageView[] = [
    { show: 'ALL', search: '' },
    { show: 'DRAFTS', search: 'd’Arcy & co' },
    { show: 'SENT', search: '' },
  ];
  for (const view of views) expect(readView(searchOf(view))).toEqual(view);
  expect(searchOf({ show: 'ALL', search: '' })).toBe('');
  expect(searchOf({ show: 'DRAFTS', search: 'ruiz' })).toBe('?show=drafts&q=ruiz');
});

test('an address that somebody mistyped shows every message', () => {
  expect(readView('?show=draughts')).toEqual({ show: 'ALL', search: '' });
});
