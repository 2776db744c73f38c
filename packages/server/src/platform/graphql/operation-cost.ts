import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  GraphQLError,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a list without pages is taken for. */
const UNPAGED = 10;

interface Asked {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  document: DocumentNode;
  variables: Record<string, unknown>;
}

/**
 * How many fields the answer to this operation may come to: each page multiplies what stands in it. Read from the
 * text alone, in time that grows with the text.
 */
function operationCost({ schema, document, operation, variables }: Asked): Cost {
  const byName = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) byName.set(definition.name.value, definition);
  let dependsOnVariables = false;
  // With the defaults that the operation itself gives; a fault among them is told when it runs.
  const coerced = () => {
    dependsOnVariables = true;
    return getVariableValues(schema, operation.variableDefinitions ?? [], variables).coerced ?? variables;
  };
  const known = new Map<string, number>();

  const ofFragment = (name: string): number => {
    const cost = known.get(name);
    if (cost !== undefined) return cost;
    const fragment = byName.get(name);
    if (!fragment) return 0;
    const found = ofSet(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value));
    known.set(name, found);
    return found;
  };

  const ofSet = (set: SelectionSetNode, type: GraphQLNamedType | undefined): number => {
    let sum = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) sum += ofFragment(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        sum += ofSet(selection.selectionSet, condition ? schema.getType(condition) : type);
      } else sum += ofField(selection, type);
    }
    return sum;
  };

  const ofField = (node: FieldNode, parent: GraphQLNamedType | undefined): number => {
    const field = fieldOf(parent, node.name.value);
    // Introspection and __typename: the schema's own size, which does not grow with anybody's data.
    if (!field) return 1;
    const inner = node.selectionSet ? ofSet(node.selectionSet, getNamedType(field.type)) : 0;
    return 1 + (ownCost(field) + inner) * howMany(field, node, parent, coerced);
  };

  const fields = ofSet(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
  return { fields, dependsOnVariables };
}

interface Cost {
  fields: number;
  dependsOnVariables: boolean;
}

/** A document that is known comes again and again, and where no page's size is a variable, so does its cost. */
const known = new WeakMap<OperationDefinitionNode, Cost>();

export function refuseTooCostly(asked: Asked, limit: number): void {
  const cost = known.get(asked.operation) ?? operationCost(asked);
  if (!cost.dependsOnVariables) known.set(asked.operation, cost);
  if (cost.fields <= limit) return;
  throw new GraphQLError('This asks for too much at once. Ask for smaller pages.', {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
  });
}

/** See cost.ts. */
function ownCost({ extensions: { cost } }: GraphQLField<unknown, unknown>): number {
  return typeof cost === 'number' ? cost : 0;
}

function fieldOf(
  type: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (!type || !isCompositeType(type) || !('getFields' in type)) return undefined;
  return type.getFields()[name];
}

/** The page that is asked for; edges and nodes of a page are counted with it, other lists as a small guess. */
function howMany(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  parent: GraphQLNamedType | undefined,
  variables: () => Record<string, unknown>,
): number {
  if (field.args.some(({ name }) => name === 'first')) return pageSize(field, node, variables);
  const isPart = isObjectType(parent) && parent.name.endsWith('Connection');
  return isListType(getNullableType(field.type)) && !isPart ? UNPAGED : 1;
}

function pageSize(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: () => Record<string, unknown>,
): number {
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (!given) return atLeastOne(field.args.find(({ name }) => name === 'first')?.defaultValue);
  if (given.kind === Kind.INT) return atLeastOne(Number(given.value));
  try {
    return atLeastOne(getArgumentValues(field, node, variables())['first']);
  } catch {
    // An argument that can't be read: the field itself will say so, and give nothing.
    return 1;
  }
}

const atLeastOne = (first: unknown) => (typeof first === 'number' && first > 1 ? first : 1);
