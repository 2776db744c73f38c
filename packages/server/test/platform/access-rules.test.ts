import { parse, validate } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiScope } from '../../src/platform/graphql/api-scopes.ts';
import { createScopeReader, firstOutOfScope } from '../../src/platform/graphql/token-scopes.ts';
import { createSchema } from '../../src/schema.ts';

describe('what a document asks of a token', () => {
  let refused: (query: string, ...scopes: ApiScope[]) => string | null;
  beforeAll(async () => {
    const schema = await createSchema();
    const read = createScopeReader(schema);
    refused = (query, ...scopes) => {
      const document = parse(query);
      expect(validate(schema, document)).toEqual([]);
      const operation = document.definitions[0];
      if (operation?.kind !== 'OperationDefinition') throw new Error('Not an operation');
      return firstOutOfScope(read(document, operation), scopes)?.coordinate ?? null;
    };
  });

  it.each<[string, ApiScope[], string | null]>([
    ['{ clients { nodes { id email } totalCount pageInfo { endCursor } } }', ['CLIENTS_READ'], null],
    ['{ clients { nodes { id } } }', ['CLIENTS_WRITE'], 'Query.clients'],
    ['{ me { username } }', ['CLIENTS_READ'], 'Query.me'],
    ['{ me { username } }', ['ACCOUNT_READ'], null],
    ['{ client(id: 1) { deliveries { nodes { state } } } }', ['CLIENTS_READ'], 'Client.deliveries'],
    [
      '{ message(id: 1) { deliveries { nodes { client { id email } } } } }',
      ['MESSAGES_READ'],
      'Client.email',
    ],
    [
      '{ message(id: 1) { deliveries { nodes { client { id } email } } } }',
      ['MESSAGES_READ'],
      'Delivery.email',
    ],
    ['{ __typename site { name } }', ['MESSAGES_SEND'], null],
    ['mutation { logout }', ['ACCOUNT_READ'], 'Mutation.logout'],
    [
      '{ x: clients { ...A } } fragment A on ClientConnection { nodes { ...B } } fragment B on Client { email }',
      ['MESSAGES_SEND'],
      'Query.clients',
    ],
    ['query A { site { name } } query B { me { id } }', ['MESSAGES_SEND'], null],
    [
      'mutation { addClient(input: { firstName: "", lastName: "", email: "" }) { ... on UserError { message ... on AccountInactive { coachName } } } }',
      ['CLIENTS_WRITE'],
      'AccountInactive.coachName',
    ],
    [
      'mutation { addClient(input: { firstName: "", lastName: "", email: "" }) { ... on DuplicateEmail { message clients { id lastName } } } }',
      ['CLIENTS_WRITE'],
      'Client.lastName',
    ],
  ])('%s with %j: %s', (query, scopes, expected) => {
    expect(refused(query, ...scopes)).toBe(expected);
  });
});
