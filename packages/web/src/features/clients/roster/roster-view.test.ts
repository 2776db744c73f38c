import { expect, test } from 'vitest';
import { orderOf, readView, searchOf, type RosterView } from './roster-view';

test('what is shown, searched for and sorted by goes into the address and comes back out of it', () => {
  const views: RosterView[] = [
    { show: 'ALL', search: '', orderBy: undefined },
    { show: 'NEED_YOU', search: 'd’Arcy & co', orderBy: 'LAST_LOGIN_OLDEST' },
    { show: 'DEACTIVATED', search: '', orderBy: 'NAME' },
  ];
  for (const view of views) expect(readView(searchOf(view))).toEqual(view);
  expect(searchOf(views[0] as RosterView)).toBe('');
  expect(searchOf({ show: 'NEED_YOU', search: 'ruiz', orderBy: undefined })).toBe('?show=need-you&q=ruiz');
});

test('an address that somebody mistyped shows everybody', () => {
  expect(readView('?show=neediest&sort=shoe-size')).toEqual({ show: 'ALL', search: '', orderBy: undefined });
});

test('who needs the coach comes first, and of what was searched for what fits best', () => {
  expect(orderOf(readView(''))).toBe('NEEDS_ATTENTION');
  expect(orderOf(readView('?q=leo'))).toBe('NAME');
  expect(orderOf(readView('?q=leo&sort=login'))).toBe('LAST_LOGIN_NEWEST');
});
