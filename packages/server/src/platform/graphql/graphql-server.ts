import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Log } from '../log.ts';
import { unauthenticated } from './access.ts';
import { maskErrors } from './mask-errors.ts';
import { oneTryPerRequest } from './one-try-per-request.ts';

/** What this server needs to know of a request's context. */
export interface GraphQLContext extends BaseContext {
  viewer: { account: { id: string } } | null;
  /** The header Latchstring-Account: whom the app believes to be logged in. */
  expectedAccountId: string | null;
}

export type GraphQLServer<Context extends GraphQLContext> = ApolloServer<Context>;

interface GraphQLServerOptions {
  schema: GraphQLSchema;
  log: Log;
  /** Mutations that try a secret or send a letter: one of them in a request. */
  tries: ReadonlySet<string>;
  production: boolean;
}

export function createGraphQLServer<Context extends GraphQLContext>(
  options: GraphQLServerOptions,
): GraphQLServer<Context> {
  return new ApolloServer<Context>({
    schema: options.schema,
    // Hashes of earlier documents would let a request choose what runs without saying it.
    persistedQueries: false,
    introspection: !options.production,
    hideSchemaDetailsFromClientErrors: options.production,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: 1_000 },
    validationOptions: { maxErrors: 5 },
    validationRules: [oneTryPerRequest(options.tries)],
    formatError: maskErrors(options.log),
    plugins: [ApolloServerPluginCacheControlDisabled(), refuseChangedAccount()],
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

/** Apollo's own notes at start-up are no business of the person who runs this; its warnings are. */
function quiet(log: Log) {
  const warn = (message: unknown) => log.warn({ message }, 'graphql');
  return { debug: () => undefined, info: () => undefined, warn, error: warn };
}
