import { LoginDocument } from '@latchstring/operations';
import {
  buildClientSchema,
  getIntrospectionQuery,
  printType,
  type GraphQLNamedType,
  type IntrospectionQuery,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { apiScopes, type ApiScope } from '../../src/platform/graphql/api-scopes.ts';
import { apiToken, bearer } from '../world/acts.ts';
import { aClient, aCoach } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const production = useWorld({ env: { production: true, publicUrl: 'https://login.example.com' } });

const here = { host: 'login.example.com' };
const post = (body: unknown, headers: Record<string, string> = {}) =>
  production.browser({ headers: here }).post(body, headers);

/** What graphql-codegen, GraphiQL and Altair ask: the query of graphql-js, each with other options switched on. */
const asToolsAsk = {
  'graphql-codegen': getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  }),
  GraphiQL: getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true }),
  Altair: getIntrospectionQuery(),
};

describe('C175 in production tools read the schema', () => {
  const whole = (ask: string) => ({ query: ask, operationName: 'IntrospectionQuery' });
  const tokens: [owner: 'coach' | 'client', scope: ApiScope][] = [
    ...apiScopes.map((scope): (typeof tokens)[number] => ['coach', scope]),
    ['client', 'ACCOUNT_READ'],
  ];

  it.each(tokens)('with the token of a %s that has %s alone', async (owner, scope) => {
    const person = await (owner === 'coach' ? aCoach : aClient)(production);
    const mine = bearer(await apiToken(production, person, [scope]));
    for (const query of Object.values(asToolsAsk)) {
      const { data, errors, response } = await post(whole(query), mine);
      expect(errors).toBeUndefined();
      expect(response.statusCode).toBe(200);
      const schema = buildClientSchema(data as unknown as IntrospectionQuery);
      expect(printType(schema.getType('Client') as GraphQLNamedType)).toContain('lastName: String!');
    }
    const own = `{ __type(name: "Client") { ...T ... on __Type { kind } } } fragment T on __Type { name ...F }
      fragment F on __Type { fields { name } }`;
    const { data } = await post({ query: own }, mine);
    expect(data).toMatchObject({ __type: { name: 'Client', kind: 'OBJECT' } });
  });

  it('and nothing beside it that the token may not have', async () => {
    for (const query of [
      '{ __schema { types { ...T } } me { username } } fragment T on __Type { name }',
      '{ ...Q } fragment Q on Query { __schema { types { name } } me { ...M } } fragment M on Me { username }',
    ]) {
      const only = bearer(await apiToken(production, await aCoach(production), ['CLIENTS_READ']));
      const { data, errors } = await post({ query }, only);
      expect(data).toBeNull();
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });

  it('C090 and strangers and people who are logged in do not', async () => {
    const coach = await aCoach(production);
    const browser = production.browser({ headers: here });
    await browser.run(LoginDocument, { username: coach.username, password: coach.password });
    for (const query of Object.values(asToolsAsk)) {
      for (const { data, response } of [await post(whole(query)), await browser.post(whole(query))]) {
        expect(data).toBeNull();
        expect(response.statusCode).toBe(403);
      }
    }
  });
});
