import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { BREAK, visit, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Log } from '../log.ts';
import { forbidden, unauthenticated } from './access.ts';
import type { ApiScope } from './api-scopes.ts';
import { withinLimits, type DocumentLimits } from './document-limits.ts';
import { logOutcomes, logRefusals } from './log-outcomes.ts';
import { maskErrors } from './mask-errors.ts';
import { oneTryPerRequest } from './one-try-per-request.ts';
import { refuseTooCostly } from './operation-cost.ts';
import { refuseWrongValues } from './refuse-wrong-values.ts';
import { tellUnavailable } from './tell-unavailable.ts';
import { createScopeReader, firstOutOfScope } from './token-scopes.ts';

/** What this server needs to know of a request's context. */
export interface GraphQLContext extends BaseContext {
  requestId: string;
  /** What is told of it in the metrics. */
  told: { outcome: string | null };
  viewer: { account: { id: string }; apiToken: { scopes: readonly ApiScope[] } | null } | null;
  /** The header Latchstring-Account: whom the app believes to be logged in. */
  expectedAccountId: string | null;
}

export type GraphQLServer<Context extends GraphQLContext> = ApolloServer<Context>;

interface GraphQLServerOptions {
  schema: GraphQLSchema;
  log: Log;
  limits: DocumentLimits;
  production: boolean;
}

export function createGraphQLServer<Context extends GraphQLContext>(
  options: GraphQLServerOptions,
): GraphQLServer<Context> {
  return new ApolloServer<Context>({
    schema: logOutcomes(options.schema, options.log),
    // Hashes of earlier documents would let a request choose what runs without saying it.
    persistedQueries: false,
    // In production by an API token alone, which refuseStrangersIntrospection sees to.
    introspection: true,
    hideSchemaDetailsFromClientErrors: options.production,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: 1_000 },
    validationOptions: { maxErrors: 3 },
    validationRules: [withinLimits(options.limits), oneTryPerRequest],
    formatError: maskErrors(options.log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      refuseChangedAccount(),
      refuseWrongValues(),
      limitCost(options.limits),
      ...(options.production ? [refuseStrangersIntrospection<Context>()] : []),
      refuseOutOfScope(options.schema),
      logRefusals(options.log),
      tellUnavailable(),
    ],
    logger: quiet(options.log),
    stopOnTerminationSignals: false,
  });
}

/** A tab that still shows A must not act in the name of B, who logged in in another tab. */
function refuseChangedAccount<Context extends GraphQLContext>(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ operation, contextValue }) {
          const { viewer, expectedAccountId } = contextValue;
          const changed = viewer && expectedAccountId && expectedAccountId !== viewer.account.id;
          if (changed && operation?.operation === 'mutation') throw unauthenticated('ACCOUNT_CHANGED');
          return Promise.resolve();
        },
      }),
  };
}

/** The schema is public text; a server that recites it to everybody tells which version runs. */
function refuseStrangersIntrospection<Context extends GraphQLContext>(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ document, contextValue: { viewer } }) {
          if (!viewer?.apiToken && asksForSchema(document))
            throw forbidden('Introspection needs an API token.');
          return Promise.resolve();
        },
      }),
  };
}

/** Known documents, whose text is looked through once. */
const asking = new WeakMap<DocumentNode, boolean>();

function asksForSchema(document: DocumentNode): boolean {
  const known = asking.get(document);
  if (known !== undefined) return known;
  let asks = false;
  visit(document, {
    Field({ name }) {
      if (name.value !== '__schema' && name.value !== '__type') return undefined;
      asks = true;
      return BREAK;
    },
  });
  asking.set(document, asks);
  return asks;
}

/** What an answer may come to is judged with the values that were sent, also for a document that is known. */
function limitCost<Context extends GraphQLContext>(limits: DocumentLimits): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ schema, document, operation, request }) {
          const variables = request.variables ?? {};
          if (operation) refuseTooCostly({ schema, document, operation, variables }, limits.cost);
          return Promise.resolve();
        },
      }),
  };
}

/** An API token gets what its scopes name, and nothing runs of a document that asks for more. */
function refuseOutOfScope<Context extends GraphQLContext>(
  schema: GraphQLSchema,
): ApolloServerPlugin<Context> {
  const read = createScopeReader(schema);
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ document, operation, contextValue: { viewer } }) {
          if (!viewer?.apiToken || !operation) return Promise.resolve();
          const refused = firstOutOfScope(read(document, operation), viewer.apiToken.scopes);
          if (!refused) return Promise.resolve();
          const { coordinate, scopes } = refused;
          const cure = scopes.length > 0 ? `this needs ${scopes.join(' or ')}` : 'no API token may do this';
          throw forbidden(`${coordinate}: ${cure}.`);
        },
      }),
  };
}

/** Apollo's own notes at start-up are no business of the person who runs this; its warnings are. */
function quiet(log: Log) {
  const warn = (message: unknown) => log.warn({ message }, 'graphql');
  return { debug: () => undefined, info: () => undefined, warn, error: warn };
}
