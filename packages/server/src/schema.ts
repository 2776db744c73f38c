import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { lexicographicSortSchema, type GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { AccessChangesResolver, MyChangesResolver } from './features/access-changes/index.ts';
import {
  ClientChangesResolver,
  ClientImportResolver,
  ClientsResolver,
  FreshStartResolver,
} from './features/clients/index.ts';
import { LoginHelpReportResolver } from './features/login-help-report/index.ts';
import { LoginHelperResolver } from './features/login-helper/index.ts';
import { LoginLinksResolver } from './features/login-links/index.ts';
import { LoginResolver } from './features/login/index.ts';
import {
  ClientDeliveriesResolver,
  MailPauseResolver,
  MessageCheckResolver,
  MessagesResolver,
} from './features/messages/index.ts';
import {
  AccessDiaryResolver,
  ApiTokensResolver,
  LinkPolicyResolver,
  MyAccountResolver,
  PasskeysResolver,
  SecondStepResolver,
  SessionsResolver,
} from './features/my-account/index.ts';
import { OwnDataResolver } from './features/own-data/index.ts';
import { RepliesResolver } from './features/replies/index.ts';
import { requireRules } from './platform/graphql/require-rules.ts';

/** Every resolver, written out. */
const resolvers = [
  LoginResolver,
  LoginHelperResolver,
  LoginLinksResolver,
  MyAccountResolver,
  SessionsResolver,
  AccessDiaryResolver,
  LinkPolicyResolver,
  AccessChangesResolver,
  MyChangesResolver,
  ApiTokensResolver,
  PasskeysResolver,
  SecondStepResolver,
  ClientsResolver,
  ClientChangesResolver,
  FreshStartResolver,
  ClientImportResolver,
  MessagesResolver,
  ClientDeliveriesResolver,
  MailPauseResolver,
  MessageCheckResolver,
  OwnDataResolver,
  LoginHelpReportResolver,
  RepliesResolver,
] as const;

/** Mutations that try a secret or send a letter: at most one of them in a request. */
export const tries: ReadonlySet<string> = new Set([
  'login',
  'loginWithPasskey',
  'completeSecondStep',
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
  'setLoginLinkPolicy',
  'exportMyData',
  'requestEmailChange',
  'requestFreshStart',
  'confirmEmailChange',
  'stopAccessChange',
  'inspectAccessChange',
  'createApiToken',
  'revokeApiToken',
  'beginAddPasskey',
  'addPasskey',
  'removePasskey',
  'setUpAuthenticator',
  'confirmAuthenticator',
  'removeAuthenticator',
  'newRecoveryCodes',
]);

export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [...resolvers],
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    // Arguments are checked by the use cases, which name the field and the cure.
    validate: false,
  });
  requireRules(schema);
  return lexicographicSortSchema(schema);
}
