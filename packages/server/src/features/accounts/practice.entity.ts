import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A coaching practice: one or more coaches under one name. */
export const Practice = defineEntity({
  name: 'Practice',
  tableName: 'practice',
  properties: {
    id: p.uuid().primary(),
    name: p.string().length(120),
    supportEmail: p.string().length(254),
    /** Whether its coaches may ask for a fresh start; set by `admin set-practice`. */
    freshStartsAllowed: p.boolean().default(true),
    createdAt: p.datetime(3),
  },
});
export type Practice = InferEntity<typeof Practice>;
