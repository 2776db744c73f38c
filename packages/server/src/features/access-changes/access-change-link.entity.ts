import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { AccessChange } from '../accounts/index.ts';

/** A link in a letter about a change that waits. The letter holds the token; here stands its SHA-256 alone. */
export const AccessChangeLink = defineEntity({
  name: 'AccessChangeLink',
  tableName: 'access_change_link',
  properties: {
    tokenHash: p.string().length(64).primary(),
    /** CONFIRM goes to the new address, STOP to the old one. */
    purpose: p.enum(['CONFIRM', 'STOP'] as const),
    change: () => p.manyToOne(AccessChange).deleteRule('cascade').index(),
    createdAt: p.datetime(3),
  },
});
export type AccessChangeLink = InferEntity<typeof AccessChangeLink>;
