import { defineEntity, p } from '@mikro-orm/core';

/** The counters of rate-limiter-flexible, which prescribes these columns. Keys are keyed hashes, never typed text. */
export const RateLimit = defineEntity({
  name: 'RateLimit',
  tableName: 'rate_limit',
  properties: {
    key: p.string().length(255).primary(),
    points: p.integer().default(0),
    /** Milliseconds since 1970. */
    expire: p.bigint('number').nullable().index(),
  },
});
