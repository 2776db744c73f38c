import fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { rootFields, selectionsFor } from '../ask-everything.ts';
import { hostile, hostileEnum, hostileShape } from './hostile-values.ts';

/** The whole schema as places that take values, and what may be sent to each. */

type Field = GraphQLField<unknown, unknown>;
type Input = GraphQLArgument | GraphQLInputField;

/** A field of Query or Mutation, or one further in that takes values of its own. */
export interface Place {
  name: string;
  operation: 'query' | 'mutation';
  /** From the root to the field that is meant, each with the type that has it. */
  way: Step[];
  /** What may be asked of its answer, each part small enough for one document. */
  selections: string[];
}

interface Step {
  on: string;
  field: Field;
}

export function placesOf(schema: GraphQLSchema): Place[] {
  const roots = rootFields(schema).map(({ operation, field }) => {
    const on = operation === 'query' ? 'Query' : 'Mutation';
    return place(operation, [{ on, field }]);
  });
  return [...roots, ...placesFurtherIn(roots.filter(({ operation }) => operation === 'query'))];
}

/** Fields with values of their own inside of answers: the shortest way from a query to each. */
function placesFurtherIn(queries: Place[]): Place[] {
  const found: Place[] = [];
  const entered = new Set<string>();
  for (let ways = queries.map(({ way }) => way); ways.length > 0;) {
    const next: Step[][] = [];
    for (const way of ways)
      for (const type of objectsOf(way.at(-1))) {
        if (entered.has(type.name)) continue;
        entered.add(type.name);
        for (const field of Object.values(type.getFields())) {
          const further = [...way, { on: type.name, field }];
          next.push(further);
          if (field.args.length > 0) found.push(place('query', further));
        }
      }
    ways = next;
  }
  return found;
}

function objectsOf(step: Step | undefined): GraphQLObjectType[] {
  const type = step && getNamedType(step.field.type);
  if (isObjectType(type)) return [type];
  return isUnionType(type) ? [...type.getTypes()] : [];
}

function place(operation: Place['operation'], way: Step[]): Place {
  const last = way.at(-1);
  const selections = last ? selectionsFor(last.field.type) : [];
  return { name: way.map(({ field }) => field.name).join('.'), operation, way, selections };
}

/** Each argument on the way, under a name of its own. */
function variablesOf({ way }: Place): { variable: string; arg: GraphQLArgument; at: number }[] {
  return way.flatMap(({ field }, at) =>
    field.args.map((arg) => ({ variable: `${arg.name}${at || ''}`, arg, at })),
  );
}

/** The document for these values: as variables, or written into it. */
export function documentOf(
  place: Place,
  values: Record<string, unknown>,
  { part, inline }: { part: number; inline: boolean },
): string {
  const given = variablesOf(place).filter(({ variable }) => values[variable] !== undefined);
  const declared = given.map(({ variable, arg }) => `$${variable}: ${String(arg.type)}`).join(', ');
  const selection = place.selections[part % place.selections.length] ?? '';
  const asked = place.way.reduceRight((inner, { on, field }, level) => {
    const passed = given
      .filter(({ at }) => at === level)
      .map(
        ({ variable, arg }) =>
          `${arg.name}: ${inline ? literal(arg.type, values[variable]) : `$${variable}`}`,
      );
    const call = `${field.name}${passed.length > 0 ? `(${passed.join(', ')})` : ''} ${inner}`;
    return level === 0 ? `{ ${call} }` : `{ __typename ... on ${on} { ${call} } }`;
  }, selection);
  return `${place.operation}${declared && !inline ? ` (${declared})` : ''} ${asked}`;
}

function literal(type: GraphQLInputType | undefined, value: unknown): string {
  const named = type && getNullableType(type);
  if (Array.isArray(value))
    return `[${value.map((one) => literal(isListType(named) ? named.ofType : named, one)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = isInputObjectType(named) ? named.getFields() : {};
    return `{${Object.entries(value)
      .map(([name, one]) => `${name}: ${literal(fields[name]?.type, one)}`)
      .join(', ')}}`;
  }
  if (isEnumType(named) && typeof value === 'string' && /^\w+$/.test(value)) return value;
  return JSON.stringify(value);
}

/** Values for all arguments; of a hundred of them `bad` are hostile. */
export function valuesFor(place: Place, bad: number): fc.Arbitrary<Record<string, unknown>> {
  const fit = fitting(place.way[0]?.field.name ?? '') ?? 'client';
  return fc.record(
    Object.fromEntries(
      variablesOf(place).map(({ variable, arg }) => [variable, inputFor(arg, { bad, fit })]),
    ),
  );
}

interface Mix {
  bad: number;
  /** The kind of id that is most likely right. */
  fit: string;
}

function inputFor(input: Input, mix: Mix): fc.Arbitrary<unknown> {
  const value = valueFor(input.name, input.type, mix);
  if (isNonNullType(input.type) && input.defaultValue === undefined) return value;
  return fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: fc.constant(undefined) });
}

function valueFor(name: string, given: GraphQLInputType, mix: Mix): fc.Arbitrary<unknown> {
  const type = getNullableType(given);
  const { bad, fit } = mix;
  const or = (good: fc.Arbitrary<unknown>, hostileOne: fc.Arbitrary<unknown> | undefined) =>
    fc.oneof({ weight: 100 - bad, arbitrary: good }, { weight: bad, arbitrary: hostileOne ?? hostileShape });
  // A shape that is wrong hides all that stands in it: seldom.
  const shaped = (good: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 1_000 - bad, arbitrary: good }, { weight: bad, arbitrary: hostileShape });
  if (isListType(type)) return shaped(fc.array(valueFor(name, type.ofType, mix), { maxLength: 3 }));
  if (isInputObjectType(type))
    return shaped(
      fc.record(
        Object.fromEntries(
          Object.values(type.getFields()).map((field) => [field.name, inputFor(field, mix)]),
        ),
      ),
    );
  if (isEnumType(type))
    return or(fc.constantFrom(...type.getValues().map((value) => value.name)), hostileEnum);
  const good: unknown[] = BY_NAME[name] ?? BY_TYPE[type.name] ?? ['word'];
  const likely = type.name === 'ID' ? [...good, ...good.map(() => `«${fitting(name) ?? fit}.id»`)] : good;
  return or(fc.constantFrom(...likely), hostile[type.name]);
}

/** What a careful caller would send, by the name of the argument. «…» is filled in when the request goes. */
const BY_NAME: Record<string, unknown[]> = {
  email: [
    '«client.email»',
    '«coach.email»',
    '«foreign.email»',
    'somebody.new@client.test',
    'dörte@bücher.test',
  ],
  username: ['«client.username»', '«coach.username»', 'a.new.name', 'straße.9'],
  password: ['«password»', 'eleven quiet tin umbrellas'],
  currentPassword: ['«password»', 'not the right one'],
  newPassword: ['eleven quiet tin umbrellas'],
  token: ['«link»', '«invite»', '«confirm»', '«stop»'],
  challenge: ['«ADD»', '«LOGIN»', '«STEP»'],
  code: ['«code»', '«totp»', '7K3M-9TQ4'],
  attestation: [
    '{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{"clientDataJSON":"e30","attestationObject":"o2A"}}',
  ],
  assertion: [
    '{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{"clientDataJSON":"e30","userHandle":"QQ"}}',
  ],
  timeZone: ['Europe/Madrid', 'UTC'],
  locale: ['en', 'de'],
  localTime: ['2030-01-01T09:00'],
  subject: ['Your way in'],
  body: ['Hi [firstName|there], your way in: [loginLink]', '<p>Hello [practiceName]</p>'],
  search: ['mar', 'client.test'],
  first: [1, 25, 100],
  after: ['a', '2026-11-25T00:00:00.000Z'].map((key) =>
    Buffer.from(JSON.stringify([key, '00000000-0000-4000-8000-000000000000'])).toString('base64url'),
  ),
  version: [1, 2],
};

/** Which id an operation or an argument is for, by the words in its name; elsewhere a client's. */
const FITTING: [RegExp, string][] = [
  [/clientId/i, 'client'],
  [/passkey/i, 'passkey'],
  [/session/i, 'session'],
  [/apiToken/i, 'apiToken'],
  [/template/i, 'template'],
  [/draft/i, 'draft'],
  [/scheduled/i, 'scheduled'],
  [/delivery/i, 'delivery'],
  [/invite/i, 'invited'],
  [/message|loginLinks/i, 'message'],
];

const fitting = (name: string) => FITTING.find(([words]) => words.test(name))?.[1];

const IDS = [
  'client',
  'invited',
  'foreign',
  'message',
  'draft',
  'scheduled',
  'delivery',
  'template',
  'session',
  'apiToken',
  'passkey',
];

const BY_TYPE: Record<string, unknown[]> = {
  ID: [...IDS.map((kind) => `«${kind}.id»`), '00000000-0000-4000-8000-000000000000'],
  Boolean: [true, false],
  Int: [1],
  DateTime: ['2030-01-01T09:00:00.000Z'],
};
