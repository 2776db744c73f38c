import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, validate, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { ApiToken } from '../../src/features/login/tokens/api-token.entity.ts';
import { Session } from '../../src/features/login/sessions/session.entity.ts';
import { newApiSecret } from '../../src/platform/api-secret.ts';
import { DAY_MS, later } from '../../src/platform/clock.ts';
import { apiScopes, type ApiScope } from '../../src/platform/graphql/api-scopes.ts';
import { createScopeReader, firstOutOfScope } from '../../src/platform/graphql/token-scopes.ts';
import { hashToken, newId, randomToken } from '../../src/platform/random-token.ts';
import { createSchema } from '../../src/schema.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { documentFor, pathsToEveryField, rootFields } from '../world/schema-walk.ts';
import { useWorld } from '../world/world.ts';

const generous = Object.fromEntries(
  Object.keys(defaultSettings.limits).map((name) => [name, { points: 100_000, seconds: 900 }]),
) as typeof defaultSettings.limits;
const world = useWorld({ settings: { limits: generous } });

/** What is promised: schema/access.md, row by row. */
const promised = new Map(
  readFileSync(join(import.meta.dirname, '../../../../schema/access.md'), 'utf8')
    .split(/^## /m)
    .flatMap((section) => {
      const root = section.startsWith('Queries')
        ? 'Query.'
        : section.startsWith('Mutations')
          ? 'Mutation.'
          : '';
      const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
      return rows.slice(1).map((line) => {
        const [name = '', ...cells] = line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim());
        return [`${root}${name}`, cells] as const;
      });
    }),
);
const rowOf = (coordinate: string) => {
  const row = promised.get(coordinate);
  if (!row) throw new Error(`${coordinate} has no row in schema/access.md`);
  return row;
};
const scopesIn = (cell: string | undefined): readonly string[] =>
  cell === 'any' ? apiScopes : cell === 'none' || !cell ? [] : cell.split(', ');

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await createSchema();
});

type Outcome = 'reached' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'ReadOnlyAccess';

/** How an answer looks from where rules are asked: whatever comes of it later counts as reached. */
async function outcome(query: string, headers: Record<string, string>): Promise<Outcome> {
  const { data, errors } = await world.browser().post(query === '' ? {} : { query }, headers);
  const code = errors?.[0]?.extensions?.['code'];
  if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') return code;
  const answers = Object.values(data ?? {}) as ({ __typename?: string } | null)[];
  return answers[0]?.__typename === 'ReadOnlyAccess' ? 'ReadOnlyAccess' : 'reached';
}

/** A session of one's own for each request: some of them end it. */
async function asPerson({ id }: Person): Promise<Record<string, string>> {
  const [token, now] = [randomToken(32), world.clock.now()];
  await world.em.insert(Session, {
    id: newId(),
    tokenHash: hashToken(token),
    account: id,
    method: 'PASSWORD',
    device: 'Firefox on Windows',
    createdAt: now,
    lastSeenAt: now,
    expiresAt: later(now, DAY_MS),
    passwordWithoutCurrentUntil: null,
  });
  return { cookie: `latchstring-session=${token}` };
}

async function asToken({ id }: Person, scopes: readonly ApiScope[]): Promise<Record<string, string>> {
  const secret = newApiSecret();
  await world.em.insert(ApiToken, {
    id: newId(),
    tokenHash: hashToken(secret),
    account: id,
    name: 'A program',
    scopes: [...scopes],
    createdAt: world.clock.now(),
    lastUsedAt: null,
    expiresAt: null,
  });
  return { authorization: `Bearer ${secret}` };
}

type Expected = (
  row: { who: string; looking: string; scopes: readonly string[] },
  isQuery: boolean,
) => Outcome;

const client: Expected = ({ who }) => (who === 'coaches' ? 'FORBIDDEN' : 'reached');
const coach: Expected = () => 'reached';
const viewers: [string, () => Promise<Record<string, string>>, Expected][] = [
  ['nobody', () => Promise.resolve({}), ({ who }) => (who === 'everyone' ? 'reached' : 'UNAUTHENTICATED')],
  ['a client', async () => asPerson(people.client), client],
  [
    'a read-only client',
    async () => asPerson(people.readOnlyClient),
    ({ who, looking }, isQuery) => {
      if (who === 'coaches') return 'FORBIDDEN';
      return isQuery || looking === 'yes' ? 'reached' : 'ReadOnlyAccess';
    },
  ],
  ['another client', async () => asPerson(people.otherClient), client],
  ['a coach', async () => asPerson(people.coach), coach],
  ['another coach of the practice', async () => asPerson(people.otherCoach), coach],
  ['a coach of another practice', async () => asPerson(people.strangeCoach), coach],
  ...apiScopes.map((scope): (typeof viewers)[number] => [
    `a coach's token with ${scope}`,
    async () => asToken(people.coach, [scope]),
    ({ scopes }) => (scopes.includes(scope) ? 'reached' : 'FORBIDDEN'),
  ]),
  [
    "a client's token",
    async () => asToken(people.client, ['ACCOUNT_READ']),
    ({ scopes, who }) => (scopes.includes('ACCOUNT_READ') && who !== 'coaches' ? 'reached' : 'FORBIDDEN'),
  ],
];

let people: Record<
  'client' | 'readOnlyClient' | 'otherClient' | 'coach' | 'otherCoach' | 'strangeCoach',
  Person
>;
beforeAll(async () => {
  const coach = await aCoach(world);
  const otherCoach = await aCoach(world, { practiceId: coach.practiceId });
  const of = ({ id, practiceId }: { id: string; practiceId: string }) => ({ coachId: id, practiceId });
  const readOnly = { status: 'INACTIVE', mayLogInWhileInactive: true } as const;
  people = {
    coach,
    otherCoach,
    strangeCoach: await aCoach(world),
    client: await aClient(world, of(coach)),
    readOnlyClient: await aClient(world, { ...of(coach), ...readOnly }),
    otherClient: await aClient(world, of(otherCoach)),
  };
});

describe('C114 who may do what, for every field of Query and Mutation', () => {
  it.each(viewers)('%s', async (_who, headers, expected) => {
    const wrong: string[] = [];
    for (const { root, field } of rootFields(schema)) {
      const coordinate = `${root.name}.${field.name}`;
      const isQuery = root.name === 'Query';
      const [who = '', ...cells] = rowOf(coordinate);
      const row = { who, looking: isQuery ? '' : (cells[0] ?? ''), scopes: scopesIn(cells.at(-1)) };
      const got = await outcome(documentFor(root, field), await headers());
      // Where an answer has no place for ReadOnlyAccess it is an error.
      const wanted = expected(row, isQuery);
      const alike = wanted === 'ReadOnlyAccess' && got === 'FORBIDDEN';
      if (got !== wanted && !alike) wrong.push(`${coordinate}: ${got}, promised ${wanted}`);
    }
    expect(wrong).toEqual([]);
  });

  it('no refusal waits for the arguments to be judged, or says them again', async () => {
    const query = 'mutation ($id: ID!) { deactivateClient(id: $id) { __typename } }';
    const variables = { id: 'dana@secret.test\u0000' };
    const answers = [
      await world.browser().post({ query, variables }),
      await world.browser().post({ query, variables }, await asPerson(people.client)),
      await world.browser().post({ query, variables }, await asToken(people.coach, ['CLIENTS_READ'])),
    ];
    expect(answers.map(({ errors }) => errors?.[0]?.extensions?.['code'])).toEqual([
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
    for (const { response } of answers) expect(response.body).not.toContain('dana@');
  });
});

describe('C115 every field and every single scope', () => {
  it('P001 a token gets to a field exactly where the table lets it pass all the way', () => {
    const read = createScopeReader(schema);
    const scopesFor = (coordinate: string): readonly string[] => {
      if (/^(Query|Mutation)\./.test(coordinate)) return scopesIn(rowOf(coordinate).at(-1));
      const [type = '', name = ''] = coordinate.split('.');
      if (name === 'message' && schema.getType(type)?.toString() && isUserError(type)) return apiScopes;
      return scopesIn((promised.get(coordinate) ?? promised.get(type))?.at(-1));
    };
    const isUserError = (type: string) => {
      const found = schema.getType(type);
      return (
        found && 'getInterfaces' in found && found.getInterfaces().some(({ name }) => name === 'UserError')
      );
    };
    const wrong: string[] = [];
    const paths = pathsToEveryField(schema);
    for (const { document: text, passed } of paths) {
      const document = parse(text);
      expect(validate(schema, document), text).toEqual([]);
      const operation = document.definitions[0];
      if (operation?.kind !== 'OperationDefinition') throw new Error('Not an operation');
      const fields = read(document, operation);
      for (const scope of apiScopes) {
        const wanted = passed.every((coordinate) => scopesFor(coordinate).includes(scope));
        const got = firstOutOfScope(fields, [scope]) === null;
        if (got !== wanted) wrong.push(`${passed.join(' > ')} with ${scope}: ${got ? 'open' : 'closed'}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(paths.length).toBeGreaterThan(500);
  });

  it('a running server refuses what the table closes, deep inside a document as well', async () => {
    const inner = [
      ['{ clients { nodes { email } } }', ['CLIENTS_READ']],
      [
        '{ messages { nodes { deliveries { nodes { client { email } } } } } }',
        ['MESSAGES_READ', 'CLIENTS_READ'],
      ],
      ['{ me { apiTokens { name } practice { name } } }', ['ACCOUNT_READ']],
    ] as const;
    for (const [query, needed] of inner) {
      expect(await outcome(query, await asToken(people.coach, needed))).toBe('reached');
      for (const scope of needed) {
        const others = apiScopes.filter((other) => other !== scope);
        expect(await outcome(query, await asToken(people.coach, others))).toBe('FORBIDDEN');
      }
    }
  });
});
