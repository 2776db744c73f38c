import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import {
  coerceInputValue,
  GraphQLError,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

interface WrongValue {
  /** Where it stands: input.recipients.clientIds[0] */
  argument: string;
  /** What belongs there, as the schema writes it; null for a field that is not known. */
  expectedType: string | null;
}

/**
 * A variable whose value does not fit is refused by its place and the type that belongs there. GraphQL's own words quote
 * the value, which may be a secret, and are masked; this tells what can be told.
 */
export function refuseWrongValues<Context extends BaseContext>(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ schema, operation, request }) {
          const wrong = operation && firstWrongValue(schema, operation, request.variables ?? {});
          if (wrong) throw wrongValue(wrong);
          return Promise.resolve();
        },
      }),
  };
}

function wrongValue({ argument, expectedType }: WrongValue): GraphQLError {
  const cure = expectedType === null ? 'there is no such field' : `give a value of the type ${expectedType}`;
  return new GraphQLError(`${argument}: ${cure}.`, {
    extensions: { code: 'BAD_USER_INPUT', argument, expectedType, http: { status: 400 } },
  });
}

function firstWrongValue(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Record<string, unknown>,
): WrongValue | null {
  for (const { variable, type: node, defaultValue } of variableDefinitions) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node);
    // Validation has told what is no type.
    if (!isInputType(type)) continue;
    const value = variables[name];
    if (value === undefined) {
      if (isNonNullType(type) && !defaultValue) return { argument: name, expectedType: String(type) };
      continue;
    }
    const found: WrongValue[] = [];
    try {
      coerceInputValue(value, type, (path, _value, { message }) => {
        found.push(told(name, type, path, message));
        // One is enough to tell: a list may hold thousands.
        throw new Enough();
      });
    } catch (error) {
      if (!(error instanceof Enough)) throw error;
    }
    if (found[0]) return found[0];
  }
  return null;
}

class Enough extends Error {}

function told(
  name: string,
  type: GraphQLInputType,
  path: readonly (string | number)[],
  words: string,
): WrongValue {
  // Of a field that is missing, or not known, the place is that of the object around it.
  const missing = /^Field "(\w{1,100})" of required type "[^"]{1,200}" was not provided/.exec(words)?.[1];
  const unknown = /^Field "([^"]{1,100})" is not defined by type/.exec(words)?.[1];
  const whole = [...path, ...(missing ? [missing] : unknown ? [unknown] : [])];
  const argument = whole.reduce<string>(
    (at, key) => at + (typeof key === 'number' ? `[${key}]` : `.${key}`),
    name,
  );
  return { argument, expectedType: unknown ? null : typeAt(type, whole) };
}

function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): string {
  let at: GraphQLInputType = type;
  for (const key of path) {
    const inner: GraphQLInputType = isNonNullType(at) ? at.ofType : at;
    if (isListType(inner)) at = inner.ofType;
    if (isInputObjectType(inner)) at = inner.getFields()[key]?.type ?? at;
  }
  return String(at);
}
