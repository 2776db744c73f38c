import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { newId } from '../random-token.ts';
import type { Log } from '../log.ts';
import { HashingBusy } from '../passwords/passwords.ts';
import { say } from '../language/say.ts';
import { maskedUnavailable } from './tell-unavailable.ts';

/** Codes whose messages are ours to show. Every other error is a fault: logged, and answered by a reference alone. */
const SHOWN: Record<string, string> = {
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  RATE_LIMITED: 'RATE_LIMITED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_USER_INPUT',
};

export function maskErrors(
  log: Log,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const fault = unwrapResolverError(error);
    if (fault instanceof HashingBusy) return busy();
    const away = maskedUnavailable(log, fault);
    if (away) return { ...away, ...(formatted.path ? { path: formatted.path } : {}) };
    const code = isListOfFaults(formatted) ? 'BAD_USER_INPUT' : SHOWN[String(formatted.extensions?.['code'])];
    if (!code) return masked(log, fault);
    const { reason, argument, expectedType } = formatted.extensions ?? {};
    const wrongValue = typeof argument === 'string' ? { argument, expectedType } : {};
    return {
      message: withoutValues(formatted.message),
      ...(formatted.locations ? { locations: formatted.locations } : {}),
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code, ...(typeof reason === 'string' ? { reason } : {}), ...wrongValue },
    };
  };
}

/** GraphQL stops counting wrong values at fifty, and says so in an error that has no code of its own. */
function isListOfFaults({ message }: GraphQLFormattedError): boolean {
  return message.startsWith('Too many errors processing variables');
}

const busy = (): GraphQLFormattedError => ({
  message: say().platform.manyPeopleAreLoggingInRightNow,
  extensions: { code: 'RATE_LIMITED' },
});

/** A value of the wrong type may be a secret: the name of its place is told, and never what was sent. */
function withoutValues(message: string): string {
  const variable = /^Variable "\$(\w+)" got invalid value/.exec(message)?.[1];
  if (variable) return `The variable $${variable} has a value of the wrong type.`;
  return message.replace(
    /(cannot represent [^:]*|found invalid value|got invalid value)[:\s][\s\S]*$/,
    '$1.',
  );
}

/** What a fault looks like from outside: no SQL, no stack, nothing of anybody's data. */
export function masked(log: Log, error: unknown): GraphQLFormattedError {
  const reference = newId().slice(0, 8);
  log.error({ err: error, reference }, 'a request failed');
  return {
    message: say().platform.somethingWentWrongReferenceTryAgainIf({ reference }),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
