import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { lexicographicSortSchema, type GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { product } from './features.ts';
import { requireRules } from './platform/graphql/require-rules.ts';

export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: product.resolvers as unknown as NonEmptyArray<() => unknown>,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    // Arguments are checked by the use cases, which name the field and the cure.
    validate: false,
  });
  requireRules(schema);
  return lexicographicSortSchema(schema);
}
