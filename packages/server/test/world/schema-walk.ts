import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** Makes documents out of the schema itself, so that tests over every field miss none that is added. */

type Field = GraphQLField<unknown, unknown>;

export function rootFields(schema: GraphQLSchema): { root: GraphQLObjectType; field: Field }[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
    root ? Object.values(root.getFields()).map((field) => ({ root, field })) : [],
  );
}

/** A document that asks for one field of Query or Mutation, and of its answer no more than its type. */
export function documentFor(root: GraphQLObjectType, field: Field, selection = '__typename'): string {
  const operation = root.name === 'Mutation' ? 'mutation' : 'query';
  return `${operation} { ${call(field, selection)} }`;
}

/** Every way to a field: a document that goes there, and the fields it passes. */
export function pathsToEveryField(schema: GraphQLSchema): { document: string; passed: string[] }[] {
  const paths: { document: string; passed: string[] }[] = [];
  const entered = new Set<string>();
  interface Step {
    type: GraphQLNamedType;
    wrap: (selection: string) => string;
    passed: string[];
  }
  const open: Step[] = rootFields(schema).map(({ root, field }) => ({
    type: getNamedType(field.type),
    wrap: (selection) => documentFor(root, field, selection),
    passed: [`${root.name}.${field.name}`],
  }));
  for (let step = open.shift(); step; step = open.shift()) {
    const { type, wrap, passed } = step;
    if (isAbstractType(type)) {
      for (const member of schema.getPossibleTypes(type))
        open.push({ type: member, passed, wrap: (inner) => wrap(`... on ${member.name} { ${inner} }`) });
      continue;
    }
    // Once by each root: from a type on, the ways are the same.
    const key = `${passed[0] ?? ''} ${type.name}`;
    if (!isObjectType(type) || entered.has(key)) continue;
    entered.add(key);
    for (const field of Object.values(type.getFields())) {
      const own = [...passed, `${type.name}.${field.name}`];
      paths.push({ document: wrap(call(field, '__typename')), passed: own });
      open.push({
        type: getNamedType(field.type),
        passed: own,
        wrap: (inner) => wrap(call(field, inner)),
      });
    }
  }
  return paths;
}

function call(field: Field, selection: string): string {
  const args = field.args
    .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
    .map(({ name, type }) => `${name}: ${sample(type)}`);
  const inner = isLeafType(getNamedType(field.type)) ? '' : ` { ${selection} }`;
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${inner}`;
}

/** A value of the right type that stands for nothing. */
function sample(type: GraphQLInputType): string {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return `[${sample(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    );
    return `{ ${needed.map((field) => `${field.name}: ${sample(field.type)}`).join(', ')} }`;
  }
  return SAMPLES[type.name] ?? '""';
}

const SAMPLES: Record<string, string> = {
  ID: '"00000000-0000-4000-8000-000000000000"',
  Boolean: 'false',
  Int: '1',
  Float: '1',
  DateTime: '"2030-01-01T00:00:00.000Z"',
};
