import {
  isIntrospectionType,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { AccessRule } from './access.ts';
import type { ApiScope } from './api-scopes.ts';

/** The scopes that open a field to API tokens; none: no token gets there. */
export function scopesOf(
  parent: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
): readonly ApiScope[] {
  const access = field.extensions['access'] as AccessRule | undefined;
  if (access) return access.scopes ?? [];
  return (field.extensions['scopes'] ?? parent.extensions['scopes'] ?? []) as readonly ApiScope[];
}

/** A field that a document asks for, and what a token needs for it. */
export interface ScopedField {
  /** Client.email */
  coordinate: string;
  scopes: readonly ApiScope[];
}

/**
 * Reads off a validated operation what a token needs for each of its fields. Once for each document, which the server
 * keeps: the requests that follow only compare.
 */
export function createScopeReader(schema: GraphQLSchema) {
  const known = new WeakMap<OperationDefinitionNode, readonly ScopedField[]>();
  return (document: DocumentNode, operation: OperationDefinitionNode): readonly ScopedField[] => {
    const found = known.get(operation) ?? readFields(schema, document, operation);
    known.set(operation, found);
    return found;
  };
}

function readFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly ScopedField[] {
  const types = new TypeInfo(schema);
  const fields = new Map<string, ScopedField>();
  const own = separateOperations(document)[operation.name?.value ?? ''];
  if (!own) throw new Error('An operation that is not in its document');
  visit(
    own,
    visitWithTypeInfo(types, {
      Field({ name }) {
        const [parent, field] = [types.getParentType(), types.getFieldDef()];
        // The schema describes itself to any token, whatever it holds: nothing in there is anybody's. The queries of
        // tools ask in fragments on __Type, which stand beside the operation.
        if (name.value.startsWith('__') || (parent && isIntrospectionType(parent))) return false;
        const coordinate = `${parent?.name ?? '?'}.${name.value}`;
        fields.set(coordinate, { coordinate, scopes: parent && field ? scopesOf(parent, field) : [] });
        return undefined;
      },
    }),
  );
  return [...fields.values()];
}

/** The first field that a token with these scopes may not have; null when it may have them all. */
export function firstOutOfScope(
  fields: readonly ScopedField[],
  granted: readonly ApiScope[],
): ScopedField | null {
  return fields.find(({ scopes }) => !scopes.some((scope) => granted.includes(scope))) ?? null;
}
