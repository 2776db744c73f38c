import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** Goes through the whole schema, so that what is added to it is met by the tests that walk here. */

export interface RootField {
  operation: 'query' | 'mutation';
  field: GraphQLField<unknown, unknown>;
}

export function rootFields(schema: GraphQLSchema): RootField[] {
  const of = (operation: RootField['operation'], fields: object = {}) =>
    Object.values(fields).map((field) => ({ operation, field: field as RootField['field'] }));
  return [
    ...of('query', schema.getQueryType()?.getFields()),
    ...of('mutation', schema.getMutationType()?.getFields()),
  ];
}

type Input = GraphQLArgument | GraphQLInputField;

/** Ways to every ID and [ID] that this field takes, at any depth: ['input', 'recipients', 'clientIds']. */
export function idPaths(inputs: readonly Input[], path: string[] = []): string[][] {
  return inputs.flatMap((input) => {
    const type = getNamedType(input.type);
    const own = [...path, input.name];
    if (type.name === 'ID') return [own];
    return isInputObjectType(type) && path.length < 6 ? idPaths(Object.values(type.getFields()), own) : [];
  });
}

/** What a careful caller would send, by the name of the argument; everything else is a word. */
const SAMPLES: Record<string, unknown> = {
  email: 'somebody.new@client.test',
  username: 'a.new.name',
  password: 'eleven quiet tin umbrellas',
  newPassword: 'eleven quiet tin umbrellas',
  currentPassword: 'paper boats at noon',
  timeZone: 'Europe/Madrid',
  locale: 'en',
  localTime: '2030-01-01T09:00',
  body: 'Hi [firstName|there], your way in: [loginLink]',
  token: 'AAAAAAAAAAAAAAAAAAAAAA',
  code: '7K3M-9TQ4',
  allActive: false,
  first: 5,
};

/** Values for all that must be given; on the `path` the id, and where a client is needed besides, one of the caller's. */
export function argumentsWith(inputs: readonly Input[], path: string[], ids: Ids): Record<string, unknown> {
  const given = inputs.flatMap((input): [string, unknown][] => {
    const onPath = path[0] === input.name;
    const isNeeded = isNonNullType(input.type) && input.defaultValue === undefined;
    if (!onPath && !isNeeded && !ALWAYS.has(input.name)) return [];
    return [[input.name, valueOf(input, input.type, onPath ? path.slice(1) : null, ids)]];
  });
  return Object.fromEntries(given);
}

interface Ids {
  id: string;
  ownClient: string;
}

// Without a recipient nothing is sent.
const ALWAYS = new Set(['recipients', 'clientIds']);

function valueOf(input: Input, given: GraphQLInputType, path: string[] | null, ids: Ids): unknown {
  const type = getNullableType(given);
  if (isListType(type)) return [valueOf(input, type.ofType, path, ids)];
  if (isInputObjectType(type)) return argumentsWith(Object.values(type.getFields()), path ?? [], ids);
  if ('getValues' in type) return type.getValues()[0]?.name;
  if (type.name === 'ID') return path ? ids.id : ids.ownClient;
  if (input.name in SAMPLES) return SAMPLES[input.name];
  if (type.name === 'Boolean') return true;
  if (type.name === 'Int') return 1;
  return type.name === 'DateTime' ? '2030-01-01T09:00:00.000Z' : 'word';
}

/** Documents that ask for all that this field can answer with, each small enough to be taken. */
export function documentsFor({ operation, field }: RootField, names: string[]): string[] {
  const used = field.args.filter(({ name }) => names.includes(name));
  const declared = used.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = used.map(({ name }) => `${name}: $${name}`).join(', ');
  const call = `${field.name}${passed ? `(${passed})` : ''}`;
  return selectionsFor(field.type).map(
    (selection) => `${operation}${declared ? ` (${declared})` : ''} { ${call} ${selection} }`,
  );
}

/** All that an answer of this type can tell, in parts small enough for one document each; '' for a plain value. */
export function selectionsFor(type: GraphQLOutputType): string[] {
  const known = selections.get(type);
  if (known) return known;
  const paths = leafPaths(getNamedType(type), []).filter((path) => path.length > 0);
  const found = paths.length === 0 ? [''] : chunked(paths, CHUNK).map(braces);
  selections.set(type, found);
  return found;
}

/** Walks ask for the same ones thousands of times. */
const selections = new WeakMap<GraphQLOutputType, string[]>();

const CHUNK = 80;
const NOBODY = { id: '', ownClient: '' };

/** Every way to a value, through no type twice. Relay's edges say what nodes say. */
function leafPaths(type: GraphQLNamedOutputType, seen: string[]): string[][] {
  if (isUnionType(type))
    return type
      .getTypes()
      .flatMap((one) => leafPaths(one, seen).map((path) => [`... on ${one.name}`, ...path]));
  if (!isObjectType(type) && !isInterfaceType(type)) return [[]];
  if (seen.includes(type.name)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    if (field.name === 'edges') return [];
    const needed = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
    const args = needed
      .map((arg) => `${arg.name}: ${JSON.stringify(valueOf(arg, arg.type, null, NOBODY))}`)
      .join(', ');
    // Members of a union may have fields of one name and different types.
    const name = `${type.name}_${field.name}: ${field.name}${args ? `(${args})` : ''}`;
    return leafPaths(getNamedType(field.type), [...seen, type.name]).map((path) => [name, ...path]);
  });
}

function braces(paths: string[][]): string {
  const groups = Map.groupBy(paths, ([head]) => head ?? '');
  const parts = [...groups].map(([head, members]) => {
    const inner = members.map((member) => member.slice(1)).filter((member) => member.length > 0);
    return inner.length > 0 ? `${head} ${braces(inner)}` : head;
  });
  return `{ __typename ${parts.join(' ')} }`;
}

function chunked<Item>(items: Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
