import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Account } from '../../accounts/index.ts';
import type { ApiScope } from '../../../platform/graphql/api-scopes.ts';

/** What lets a program in, for as much as its scopes name. Its owner saw the secret once; here stands its SHA-256 alone. */
export const ApiToken = defineEntity({
  name: 'ApiToken',
  tableName: 'api_token',
  properties: {
    id: p.uuid().primary(),
    tokenHash: p.string().length(64).unique(),
    account: () => p.manyToOne(Account).deleteRule('cascade').index(),
    name: p.string().length(60),
    scopes: p.json<ApiScope[]>(),
    createdAt: p.datetime(3),
    lastUsedAt: p.datetime(3).nullable(),
    /** Null: until it is revoked. */
    expiresAt: p.datetime(3).nullable().index(),
  },
});
export type ApiToken = InferEntity<typeof ApiToken>;
