import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { cursorOf, placeInTime, readPage, type Place } from './connection.types.ts';

const options = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 1_000) };
const LIST = 'a list, newest first';
const afterOf = (after: string) => readPage({ first: 1, after }, LIST).after;

/** What the database may give: text without NUL and without halves of characters. */
const key = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'));
const place = fc.record({ key, id: fc.uuid() });

/** The place, or null where it was refused in words; anything else is a fault. */
function orRefused<Read>(read: () => Read): Read | null {
  try {
    return read();
  } catch (error) {
    expect(error).toBeInstanceOf(GraphQLError);
    expect((error as GraphQLError).extensions['code']).toBe('BAD_USER_INPUT');
    return null;
  }
}

const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.base64String(),
  fc.jsonValue().map(json),
  fc
    .tuple(fc.anything(), fc.oneof(fc.uuid(), fc.anything()))
    .map((pair) => json([LIST, ...pair.map((one) => fc.stringify(one))])),
  fc
    .tuple(fc.constantFrom('\ud800', 'a\0', '', '-271821-04-20', '+275760-09-13T00:00:00.000Z'), fc.uuid())
    .map((pair) => json([LIST, ...pair])),
  place.map((from) => cursorOf(LIST, from)).map((cursor) => cursor.slice(1)),
);

describe('a cursor', () => {
  it('leads back to its place', () => {
    fc.assert(
      fc.property(place, (from: Place) => {
        expect(afterOf(cursorOf(LIST, from))).toEqual(from);
      }),
      options,
    );
  });

  it('of a moment leads back to that moment', () => {
    const moment = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, fc.uuid(), (at, id) => {
        expect(placeInTime(afterOf(cursorOf(LIST, { key: at.toISOString(), id })))).toEqual({ at, id });
      }),
      options,
    );
  });

  it('that is anything else is refused in words, or is a place that a database can look for', () => {
    fc.assert(
      fc.property(anything, (after) => {
        const read = orRefused(() => afterOf(after));
        if (!read) return;
        expect(read.key.isWellFormed() && !read.key.includes('\0')).toBe(true);
        const moment = orRefused(() => placeInTime(read));
        if (moment) expect(moment.at.toISOString()).toMatch(/^\d{4}-/);
      }),
      options,
    );
  });

  it('C176 of another list is refused in words, wherever it leads', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), place, (list, from) => {
        const read = orRefused(() => afterOf(cursorOf(list, from)));
        expect(read).toEqual(list === LIST ? from : null);
      }),
      options,
    );
  });

  it.each([0, -1, 101, 2 ** 31 - 1])('a page of %d is refused in words', (first) => {
    expect(orRefused(() => readPage({ first, after: null }, LIST))).toBeNull();
  });
});
