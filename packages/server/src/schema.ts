import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { lexicographicSortSchema, type GraphQLSchema } from 'graphql';
import { buildSchema, getMetadataStorage } from 'type-graphql';
import { ClientsResolver } from './features/clients/index.ts';
import { LoginHelperResolver } from './features/login-helper/index.ts';
import { LoginLinksResolver } from './features/login-links/index.ts';
import { LoginResolver } from './features/login/index.ts';
import {
  ClientDeliveriesResolver,
  MessageCheckResolver,
  MessagesResolver,
} from './features/messages/index.ts';
import { MyAccountResolver } from './features/my-account/index.ts';
import { checkAccess } from './platform/graphql/access.ts';

/** Every resolver, written out. */
const resolvers = [
  LoginResolver,
  LoginHelperResolver,
  LoginLinksResolver,
  MyAccountResolver,
  ClientsResolver,
  MessagesResolver,
  ClientDeliveriesResolver,
  MessageCheckResolver,
] as const;

/** Mutations that try a secret or send a letter: at most one of them in a request. */
export const tries: ReadonlySet<string> = new Set([
  'login',
  'recoverUsername',
  'requestLoginLink',
  'inspectLoginLink',
  'redeemLoginLink',
  'redeemLoginCode',
  'renewLoginLink',
  'inspectInvite',
  'acceptInvite',
  'changeUsername',
  'setPassword',
]);

export async function createSchema(): Promise<GraphQLSchema> {
  requireRules();
  const schema = await buildSchema({
    resolvers: [...resolvers],
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    authChecker: checkAccess,
    // Arguments are checked by the use cases, which name the field and the cure.
    validate: false,
  });
  return lexicographicSortSchema(schema);
}

/** Closed by default: a field of Query or Mutation that says nothing of who may use it stops the start. */
function requireRules(): void {
  const { queries, mutations, authorizedFields } = getMetadataStorage();
  for (const { target, methodName } of [...queries, ...mutations])
    if (!authorizedFields.some((field) => field.target === target && field.fieldName === methodName))
      throw new Error(`${target.name}.${methodName} has no access rule`);
}
