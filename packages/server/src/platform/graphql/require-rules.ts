import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { AccessRule } from './access.ts';
import { scopesOf } from './token-scopes.ts';

/**
 * Closed by default, and loudly: a field of Query or Mutation that says nothing of who may use it stops the start, and so
 * does a type that API tokens reach and that says nothing of them.
 */
export function requireRules(schema: GraphQLSchema): void {
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(root?.getFields() ?? {})) requireRule(field, root?.name ?? '');
  for (const type of typesOfTokens(schema))
    if (!saysOfTokens(type)) throw new Error(`API tokens reach ${type.name}: put @Scopes on it`);
}

/** A rule, and where it asks for the owner's proof, room in the answer for what is missing. */
function requireRule(field: GraphQLField<unknown, unknown>, root: string): void {
  const access = field.extensions['access'] as AccessRule | undefined;
  if (!access) throw new Error(`${root}.${field.name} has no access rule`);
  const { proof } = access;
  if (!proof) return;
  const answer = getNamedType(field.type);
  const members = isUnionType(answer) ? answer.getTypes().map(({ name }) => name) : [];
  const missing = [
    ...(proof === 'SECOND_STEP' ? [] : ['CurrentPasswordWrong', 'TooManyAttempts']),
    ...(proof === 'RECENT' ? [] : ['SecondStepNeeded']),
  ].filter((name) => !members.includes(name));
  if (missing.length > 0)
    throw new Error(
      `${root}.${field.name} asks for the owner's proof and can't answer ${missing.join(', ')}`,
    );
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
