import { HeaderMap, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { unavailable } from '../database/unavailable.ts';
import { say } from '../language/say.ts';
import type { Log } from '../log.ts';

export const RETRY_AFTER_S = '5';

/** As the answer to one field, or to a whole request, that the database could not be asked for. Null: it is another fault. */
export function maskedUnavailable(log: Log, fault: unknown): GraphQLFormattedError | null {
  if (!unavailable(fault)) return null;
  log.error({ err: fault }, 'the database could not be worked with');
  return {
    message: say().platform.unavailable,
    extensions: { code: 'UNAVAILABLE', mayHaveBeenDone: false },
  };
}

/** Opens a request; where the database is away before anything was asked, that is said with its status. */
export function orUnavailable<Args extends unknown[], Context>(open: (...args: Args) => Promise<Context>) {
  return (...args: Args): Promise<Context> =>
    open(...args).catch((fault: unknown) => {
      if (!unavailable(fault)) throw fault;
      const http = { status: 503, headers: new HeaderMap([['retry-after', RETRY_AFTER_S]]) };
      throw new GraphQLError('The database is away', {
        originalError: fault as Error,
        extensions: { http },
      });
    });
}

/** Status 503; and of a change whose answer got lost that it may have been done. */
export function tellUnavailable<Context extends BaseContext>(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ errors = [], operation, response: { http, body } }) {
          const fates = errors.map((error) => unavailable(error));
          if (body.kind !== 'single' || fates.every((fate) => fate === null)) return Promise.resolve();
          http.status = 503;
          http.headers.set('retry-after', RETRY_AFTER_S);
          const { singleResult } = body;
          if (operation?.operation === 'mutation')
            singleResult.errors = (singleResult.errors ?? []).map((told, i) => {
              // Below a change that has answered, it is done, and only a part of its answer is missing.
              const isBelow = (told.path?.length ?? 0) > 1;
              return fates[i] === 'UNKNOWN' || (fates[i] && isBelow) ? mayHaveBeenDone(told) : told;
            });
          return Promise.resolve();
        },
      }),
  };
}

function mayHaveBeenDone(told: GraphQLFormattedError): GraphQLFormattedError {
  return {
    ...told,
    message: say().platform.mayHaveBeenDone,
    extensions: { ...told.extensions, mayHaveBeenDone: true },
  };
}
