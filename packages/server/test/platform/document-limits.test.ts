import * as operations from '@latchstring/operations';
import { getIntrospectionQuery, print, type DocumentNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/settings/settings.ts';
import { loggedInBrowser } from '../world/acts.ts';
import { aCoach } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();

/** Thirty fragments, each of which spreads the next one twice. */
function doubling(count: number, around: (spread: string) => string): string {
  const fragments = Array.from({ length: count }, (_, i) => {
    const inner = i + 1 < count ? around(`...F${i + 1} ...F${i + 1}`) : 'id';
    return `fragment F${i} on Client { ${inner} }`;
  });
  return `query { client(id: "x") { ...F0 } } ${fragments.join(' ')}`;
}

const repeat = (count: number, part: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');

const tooMuch: Record<string, string> = {
  'C089 fragments that double each time': doubling(31, (spread) => spread),
  'C089 fragments that double under fields': doubling(
    14,
    (spread) => `deliveries { nodes { client { ${spread} } } }`,
  ),
  'C089 a fragment that spreads itself': 'query { me { ...A } } fragment A on Me { id ...A }',
  'C089 fragments that spread each other':
    'query { me { ...A } } fragment A on Me { ...B } fragment B on Me { ...A }',
  'aliases of a field': `{ ${repeat(31, (i) => `a${i}: me { id }`)} }`,
  'aliases of __typename': `{ ${repeat(31, (i) => `a${i}: __typename`)} }`,
  'aliases in a fragment': `{ ...A ...A } fragment A on Query { ${repeat(16, (i) => `a${i}: __typename`)} }`,
  'the same field over and over': `{ ${repeat(101, () => '__typename')} }`,
  'directives on one field': `{ __typename ${repeat(21, () => '@skip(if: false)')} }`,
  'directives on the operation': `query A ${repeat(21, (i) => `@a${i}`)} { __typename }`,
  'operations by the dozen': repeat(11, (i) => `query Q${i} { __typename }`),
  'fields inside fields': `{ me ${'{ practice '.repeat(16)}{ id }${' }'.repeat(16)} }`,
  'pages of pages': '{ clients(first: 100) { nodes { deliveries(first: 100) { nodes { id state } } } } }',
  'pages of pages, by way of edges':
    '{ clients(first: 100) { edges { node { deliveries(first: 100) { edges { cursor } } } } } }',
};

describe('P016 what asks for too much is refused before it runs', () => {
  it.each(Object.entries(tooMuch))('%s', async (_, query) => {
    const coach = await aCoach(world);
    const browser = await loggedInBrowser(world, coach);
    const { errors, data, response } = await browser.post({ query });
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(response.statusCode).toBe(400);
  });

  it('P015 the page size counts wherever it is given: in a variable, or in the default of a variable', async () => {
    const browser = await loggedInBrowser(world, await aCoach(world));
    const inside = 'nodes { deliveries(first: $n) { nodes { id state } } }';
    const byDefault = await browser.post({
      query: `query ($n: Int! = 100) { clients(first: $n) { ${inside} } }`,
    });
    expect(byDefault.errors?.[0]?.message).toContain('smaller pages');
    const query = `query ($n: Int!) { clients(first: $n) { ${inside} } }`;
    const byValue = await browser.post({ query, variables: { n: 100 } });
    expect(byValue.errors?.[0]?.message).toContain('smaller pages');
    // The document is known by now; the sizes are judged anew all the same.
    const small = await browser.post({ query, variables: { n: 10 } });
    expect(small.errors).toBeUndefined();
  });

  it('P015 a size that stands in the text counts beside values that do not, each time it is asked', async () => {
    const browser = await loggedInBrowser(world, await aCoach(world));
    const inside = 'nodes { deliveries(first: 100) { nodes { id state } } }';
    const query = `query ($search: String!) { clients(first: 100, search: $search) { ${inside} } }`;
    for (const variables of [{ search: 'a' }, { search: 'b' }]) {
      const { errors } = await browser.post({ query, variables });
      expect(errors?.[0]?.message).toContain('smaller pages');
    }
    const small = await browser.post({ query: query.replaceAll('100', '10'), variables: { search: 'a' } });
    expect(small.errors).toBeUndefined();
  });

  it.each([31, 14])('C089 a bomb of %d fragments is refused in less than 20 ms', async (count) => {
    const browser = world.browser();
    const times: number[] = [];
    // The best of ten: other work on the machine is not what is measured.
    for (let round = 0; round < 10; round += 1) {
      const query = doubling(count, (spread) => `firstName ${'x'.repeat(round)} ${spread}`);
      const before = performance.now();
      expect((await browser.post({ query })).response.statusCode).toBe(400);
      times.push(performance.now() - before);
    }
    expect(Math.min(...times)).toBeLessThan(20);
  });
});

describe('what is asked for in earnest has room', () => {
  const half = Object.fromEntries(
    Object.entries(defaultSettings.documents).map(([name, limit]) => [name, limit / 2]),
  ) as typeof defaultSettings.documents;
  const strict = useWorld({ settings: { documents: half } });
  const documents = Object.entries(operations).filter(
    (entry): entry is [string, DocumentNode] => entry[0].endsWith('Document') && typeof entry[1] === 'object',
  );

  it('every document of the app and of this folder stays under half of each limit', async () => {
    expect(documents.length).toBeGreaterThan(30);
    const browser = strict.browser();
    for (const [name, document] of documents) {
      const query = print(document);
      const { errors } = await browser.post({ query, variables: { first: 100 } });
      for (const { message } of errors ?? []) expect(message, name).not.toMatch(/too much/);
    }
  });

  it('the same limits, halved, are felt', async () => {
    const { errors } = await strict.browser().post({ query: `{ ${repeat(51, () => '__typename')} }` });
    expect(errors?.[0]?.message).toMatch(/too much/);
  });

  it('the introspection query of tools fits', async () => {
    const { errors } = await world.browser().post({ query: getIntrospectionQuery() });
    expect(errors).toBeUndefined();
  });

  it('a hundred clients with ten deliveries each fit', async () => {
    const browser = await loggedInBrowser(world, await aCoach(world));
    const query =
      '{ clients(first: 100) { nodes { id firstName lastName email deliveries(first: 10) { nodes { id state updatedAt } } } } }';
    expect((await browser.post({ query })).errors).toBeUndefined();
  });
});
