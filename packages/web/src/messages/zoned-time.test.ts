import { expect, test } from 'vitest';
import { clockChange, zonedTime } from './zoned-time';

test.each([
  ['2027-03-28T09:00', 'Europe/Madrid', '2027-03-28T07:00:00Z', undefined],
  ['2027-03-28T02:30', 'Europe/Madrid', '2027-03-28T01:30:00Z', 'moved'],
  ['2027-10-31T02:30', 'Europe/Madrid', '2027-10-31T00:30:00Z', 'twice'],
  ['2027-10-31T03:30', 'Europe/Madrid', '2027-10-31T02:30:00Z', undefined],
  ['2027-04-04T01:45', 'Australia/Lord_Howe', '2027-04-03T14:45:00Z', 'twice'],
  ['2027-11-07T01:30', 'America/New_York', '2027-11-07T05:30:00Z', 'twice'],
  ['2027-12-01T00:00', 'UTC', '2027-12-01T00:00:00Z', undefined],
])('C064 %s in %s, which is %s, is said to be %s', (localTime, timeZone, instant, expected) => {
  expect(clockChange({ localTime, timeZone }, instant)).toBe(expected);
});

test('C064 an instant is shown on the clocks of its zone, and the zone is named', () => {
  const words = zonedTime('2027-03-28T01:30:00Z', 'Europe/Madrid');
  expect(words).toContain('2027');
  expect(words).toMatch(/0?3:30/);
  expect(words).toContain('Europe/Madrid');
});
