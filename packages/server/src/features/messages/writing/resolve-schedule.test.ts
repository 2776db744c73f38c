import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveSchedule } from './resolve-schedule.ts';

const inMadrid = (localTime: string) => resolveSchedule({ localTime, timeZone: 'Europe/Madrid' });

describe('a wall-clock time in a zone', () => {
  it('C064 nine o’clock stays nine o’clock over the change of the clocks', () => {
    expect(inMadrid('2027-03-28T09:00')).toEqual({
      kind: 'SCHEDULED',
      at: new Date('2027-03-28T07:00:00Z'),
      localTime: '2027-03-28T09:00',
      timeZone: 'Europe/Madrid',
      clockChange: null,
    });
    expect(inMadrid('2027-03-27T09:00')).toMatchObject({ at: new Date('2027-03-27T08:00:00Z') });
    expect(inMadrid('2026-10-25T09:00')).toMatchObject({ at: new Date('2026-10-25T08:00:00Z') });
  });

  it('C064 a time that the clocks skip is moved past the gap, and said to be', () => {
    expect(inMadrid('2027-03-28T02:30')).toMatchObject({
      at: new Date('2027-03-28T01:30:00Z'),
      localTime: '2027-03-28T03:30',
      clockChange: 'SKIPPED',
    });
  });

  it('C064 of an hour that comes twice, the first is meant', () => {
    expect(inMadrid('2027-10-31T02:30')).toMatchObject({
      at: new Date('2027-10-31T00:30:00Z'),
      clockChange: 'REPEATED',
    });
  });

  it.each([
    ['2027-10-31T03:30', 'Europe/Madrid', null],
    ['2027-04-04T01:45', 'Australia/Lord_Howe', 'REPEATED'],
    ['2027-10-03T02:10', 'Australia/Lord_Howe', 'SKIPPED'],
    ['2027-11-07T01:30', 'America/New_York', 'REPEATED'],
    ['2027-12-01T00:00', 'UTC', null],
  ])('C064 what the clocks do at %s in %s is a fact: %s', (localTime, timeZone, clockChange) => {
    expect(resolveSchedule({ localTime, timeZone })).toMatchObject({ clockChange });
  });

  it.each([
    '',
    'tomorrow',
    '2027-02-30T09:00',
    '2027-03-28T25:00',
    '2027-03-28',
    '2027-03-28T09:00Z',
    '09:00',
  ])('%j is answered with how to write it', (localTime) => {
    expect(inMadrid(localTime)).toMatchObject({ kind: 'FAULT', field: 'localTime' });
  });

  it.each(['', 'Madrid', 'Europe/Nowhere', '+02:00', 'Europe/Madrid\0'])(
    'there is no zone %j',
    (timeZone) => {
      expect(resolveSchedule({ localTime: '2027-03-28T09:00', timeZone })).toMatchObject({
        kind: 'FAULT',
        field: 'timeZone',
      });
    },
  );

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (localTime, timeZone) => {
        expect(resolveSchedule({ localTime, timeZone }).kind).toBe('FAULT');
        resolveSchedule({ localTime: '2027-03-28T09:00', timeZone });
        inMadrid(localTime);
      }),
    );
  });
});
