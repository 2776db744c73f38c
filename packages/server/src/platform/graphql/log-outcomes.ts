import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { GraphQLFieldConfig, GraphQLSchema } from 'graphql';
import type { Log } from '../log.ts';

/** Of a request's context. */
interface Told extends BaseContext {
  requestId: string;
  /** For the metrics. */
  told: { outcome: string | null };
}

/**
 * One line for each change that was asked for: which, and how it ended, in the words of the schema. Counting lines of
 * `login` with `InvalidCredentials`, or of anything with `TooManyAttempts`, shows an attack; nothing that was typed,
 * and nobody's name or address, stands in them (ASVS 5.0 16.2.5, 16.3.1 to 16.3.3).
 */
export function logOutcomes<Schema extends GraphQLSchema>(schema: Schema, log: Log): Schema {
  for (const [mutation, field] of Object.entries(schema.getMutationType()?.getFields() ?? {})) {
    const resolve = field.resolve as GraphQLFieldConfig<unknown, Told>['resolve'];
    if (!resolve) continue;
    field.resolve = async (source, args, context: Told, info) => {
      const result: unknown = await resolve(source, args, context, info);
      const outcome = nameOf(result);
      log.info({ request: context.requestId, mutation, outcome }, 'outcome');
      context.told.outcome = outcome;
      return result;
    };
  }
  return schema;
}

/** The class of an outcome is the name of its type. */
function nameOf(result: unknown): string {
  return typeof result === 'object' && result !== null ? result.constructor.name : 'done';
}

/** Requests that were refused as a whole: not logged in, not allowed, another account in the cookie, a bad document. */
export function logRefusals<Context extends Told>(log: Log): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors({ errors, contextValue }) {
          for (const { extensions } of errors) {
            const { code, reason } = extensions;
            // Faults are logged with all that is known of them, where they are masked.
            if (code !== undefined && code !== 'INTERNAL_SERVER_ERROR')
              log.info({ request: contextValue.requestId, code, reason }, 'refused');
          }
          return Promise.resolve();
        },
        willSendResponse({ response: { body }, contextValue: { told } }) {
          const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
          // As it was masked: one of the few codes that are ours.
          const code = errors?.[0]?.extensions?.['code'];
          if (errors) told.outcome = typeof code === 'string' ? code : 'other';
          else told.outcome ??= 'done';
          return Promise.resolve();
        },
      }),
  };
}
