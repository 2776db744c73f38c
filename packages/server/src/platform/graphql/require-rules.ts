import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { scopesOf } from './token-scopes.ts';

/**
 * Closed by default, and loudly: a field of Query or Mutation that says nothing of who may use it stops the start, and so
 * does a type that API tokens reach and that says nothing of them.
 */
export function requireRules(schema: GraphQLSchema): void {
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(root?.getFields() ?? {}))
      if (!field.extensions['access']) throw new Error(`${root?.name}.${field.name} has no access rule`);
  for (const type of typesOfTokens(schema))
    if (!saysOfTokens(type)) throw new Error(`API tokens reach ${type.name}: put @Scopes on it`);
}

function saysOfTokens(type: Holder): boolean {
  if (type.extensions['scopes']) return true;
  return Object.values(type.getFields()).every((field) => field.extensions['scopes']);
}

type Holder = GraphQLObjectType | GraphQLInterfaceType;

/** Every object and interface that a token of some scope can get to. */
function typesOfTokens(schema: GraphQLSchema): Set<Holder> {
  const reached = new Set<Holder>();
  const enter = (type: GraphQLNamedType) => {
    if (isAbstractType(type)) schema.getPossibleTypes(type).forEach(enter);
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    if (reached.has(type)) return;
    reached.add(type);
    for (const shared of type.getInterfaces()) reached.add(shared);
    for (const field of Object.values(type.getFields()))
      if (field.extensions['scopes'] === undefined || scopesOf(type, field).length > 0)
        enter(getNamedType(field.type));
  };
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(root?.getFields() ?? {}))
      if (root && scopesOf(root, field).length > 0) enter(getNamedType(field.type));
  return reached;
}
