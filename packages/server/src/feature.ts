import type { Options } from '@mikro-orm/core';
import type { Job } from './job.ts';
import type { Purge } from './purge.ts';
import type { Mechanisms } from './request-context.ts';

/** What a room of the product brings along, for app.ts and its neighbours to put together. */
export interface Feature {
  /** Classes of TypeGraphQL. */
  resolvers: (abstract new () => unknown)[];
  /** Its tables. */
  entities: NonNullable<Options['entities']>;
  /** What its worker does behind the requests. */
  jobs: Job[];
  /** Asked every second by every worker: puts what has come due by our own clock into a queue. */
  due: ((context: Mechanisms) => Promise<void>)[];
  /** Every hour, in this order. */
  purge: Purge[];
}

/** A feature, or a room of one: what it has not is left out. */
export function feature(parts: Partial<Feature>): Feature {
  return { resolvers: [], entities: [], jobs: [], due: [], purge: [], ...parts };
}

/** Several rooms as one. */
export function joined(...rooms: Feature[]): Feature {
  return {
    resolvers: rooms.flatMap(({ resolvers }) => resolvers),
    entities: rooms.flatMap(({ entities }) => entities),
    jobs: rooms.flatMap(({ jobs }) => jobs),
    due: rooms.flatMap(({ due }) => due),
    purge: rooms.flatMap(({ purge }) => purge),
  };
}
