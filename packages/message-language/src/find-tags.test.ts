import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTags } from './find-tags.ts';
import { MAGIC_TAGS } from './magic-tags.ts';
import { tagSource, tidyFallback } from './tag-source.ts';

const only = (line: string) => {
  const tags = findTags(line);
  expect(tags).toHaveLength(1);
  return tags[0];
};

const meant = (line: string) => {
  const tag = only(line);
  if (tag?.kind !== 'unknown') throw new Error(`${line} is known`);
  return tag.meaning();
};

describe('a magic tag', () => {
  it.each([
    '[loginLink]',
    '[LOGINLINK]',
    '[ loginLink ]',
    '[loginLink\u00A0]',
    '[login\u00ADLink]',
    '[\u200Blogin\u200DLink\uFEFF]',
    '[login Link]',
    '%5BloginLink%5D',
    '%5bloginlink%5d',
  ])('C056 is recognised in %j', (line) => {
    expect(only(line)).toMatchObject({ kind: 'known', tag: 'loginLink', start: 0, end: line.length });
  });

  it.each([
    ['[firstName|there]', 'there'],
    ['[ FIRSTNAME | dear friend ]', 'dear friend'],
    ['[firstName|]', ''],
    ['[firstName|a|b]', 'a|b'],
    ['[firstName]', null],
  ])('C061 takes words for when it is empty: %j', (line, fallback) => {
    expect(only(line)).toMatchObject({ kind: 'known', tag: 'firstName', fallback });
  });

  it('is found by every name of the table', () => {
    for (const { name } of MAGIC_TAGS) expect(only(`a [${name}] b`)).toMatchObject({ tag: name, start: 2 });
  });

  it('the login link takes no such words', () => {
    expect(only('[loginLink|here]')?.kind).toBe('unknown');
    expect(meant('[loginLink|here]').suggestion).toBe('loginLink');
  });
});

describe('an unknown tag', () => {
  it.each([
    ['[loginlnk]', 'loginLink'],
    ['[magicLink]', 'loginLink'],
    ['[link]', 'loginLink'],
    ['[login_link]', 'loginLink'],
    ['[first_name]', 'firstName'],
    ['[fristName]', 'firstName'],
    ['[name]', 'firstName'],
    ['[surname|x]', 'lastName'],
    ['[cliemtName]', 'clientName'],
    ['[coach]', 'coachName'],
    ['[today]', 'date'],
  ])('C055 %s is answered with what was meant: %s', (line, suggestion) => {
    expect(meant(line)).toEqual({ suggestion, why: null });
  });

  it.each(['[username]', '[password]', '[Pasword]', '[user name]'])(
    'C055 %s has no suggestion: only the client may know it',
    (line) => {
      expect(meant(line)).toEqual({ suggestion: null, why: 'SECRET' });
    },
  );

  it('C055 with no likeness has neither', () => {
    expect(meant('[weather]')).toEqual({ suggestion: null, why: null });
  });

  it.each(['[1]', '[ ]', '[2026-12-01]', '[]', '[…]', '[ | ]', 'a ] b [ c', '?filter%5Bname%5D=1'])(
    'C055 %j is ordinary text',
    (line) => {
      expect(findTags(line)).toEqual([]);
    },
  );
});

describe('a tag that the composer writes', () => {
  it('is read again with the same words for when it is empty, whatever was typed for them', () => {
    const taking = MAGIC_TAGS.filter(({ takesFallback }) => takesFallback).map(({ name }) => name);
    const typed = fc.array(
      fc.oneof(
        fc.constantFrom('[', ']', '|', '%5B', '%5', 'd', '\n', '👩‍👧', ' '),
        fc.string({ unit: 'grapheme' }),
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...taking), typed, fc.integer({ min: 1, max: 99 }), (tag, parts, times) => {
        const fallback = tidyFallback(parts.join('').repeat(times));
        expect(only(`a ${tagSource(tag, fallback)} b`)).toMatchObject({ kind: 'known', tag, fallback });
      }),
    );
  });
});

describe('the search for tags', () => {
  it('never throws, and its finds are in order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('[', ']', '|', 'a', '%5B', '\u00AD', 'date', ' ') }),
        (line) => {
          let end = 0;
          for (const tag of findTags(line)) {
            expect(tag.start).toBeGreaterThanOrEqual(end);
            ({ end } = tag);
            expect(end).toBeLessThanOrEqual(line.length);
          }
        },
      ),
    );
  });

  it.each(['[', '[a', '[a|', ']', '[]', '[a]', '%5B', '[loginLin'])(
    'P031 is quick over many of %j',
    (part) => {
      const line = part.repeat(100_000 / part.length);
      const start = performance.now();
      findTags(line);
      expect(performance.now() - start).toBeLessThan(3_000);
    },
  );
});
