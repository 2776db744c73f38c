import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { GraphQLScalarType, lexicographicSortSchema, type GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { describeArguments } from './describe-arguments.ts';
import { product } from './features.ts';
import { requireRules } from './platform/graphql/require-rules.ts';

/** Says where its form is written down, for tools. */
const dateTime = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
});

export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: product.resolvers as unknown as NonEmptyArray<() => unknown>,
    scalarsMap: [{ type: Date, scalar: dateTime }],
    // Arguments are checked by the use cases, which name the field and the cure.
    validate: false,
  });
  describeArguments(schema);
  describeRoots(schema);
  requireRules(schema);
  return lexicographicSortSchema(schema);
}

function describeRoots(schema: GraphQLSchema): void {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (query) query.description = 'What can be read. Nothing is changed by it.';
  if (mutation) mutation.description = 'What can be done. Expected failures are members of the result.';
}
