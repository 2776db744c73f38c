/** The product's own contract, with resolvers that do nothing but run the statements by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLFieldResolver, type GraphQLObjectType } from 'graphql';
import { openPool, type Asker } from './asker.ts';
import { createByHand } from './by-hand.ts';

const path = join(import.meta.dirname, '../../../../schema/schema.graphql');

export function contract() {
  const schema = buildSchema(readFileSync(path, 'utf8'));
  const byHand = createByHand(openPool());
  answer(schema.getQueryType(), 'me', (_root, _args, { sessionToken }) =>
    sessionToken === null ? null : byHand.me(sessionToken),
  );
  answer(schema.getMutationType(), 'requestLoginLink', async (_root, { username }, { source }) =>
    (await byHand.askForLink(String(username), source))
      ? { __typename: 'RecoveryRequested', message: 'If this username exists, a login link is on its way.' }
      : { __typename: 'TooManyAttempts', message: 'Too many tries.', retryAt: new Date().toISOString() },
  );
  return schema;
}

function answer(
  type: GraphQLObjectType | null | undefined,
  name: string,
  resolve: GraphQLFieldResolver<unknown, Asker>,
): void {
  const field = type?.getFields()[name];
  if (!field) throw new Error(`The contract has no ${name}`);
  field.resolve = resolve;
}
