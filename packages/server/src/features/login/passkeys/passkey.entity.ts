import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Account } from '../../accounts/index.ts';

/** The public half of a key that a device keeps for its owner. */
export const Passkey = defineEntity({
  name: 'Passkey',
  tableName: 'passkey',
  properties: {
    id: p.uuid().primary(),
    account: () => p.manyToOne(Account).deleteRule('cascade').index(),
    /** As the device calls it, base64url; at most 1,023 bytes. */
    credentialId: p.string().length(1_364).unique(),
    /** COSE key, base64url. */
    publicKey: p.text(),
    /** Grows with each use where the device counts; one that did not grow was copied. */
    counter: p.bigint('number').default(0),
    transports: p.string().length(100),
    name: p.string().length(100),
    createdAt: p.datetime(3),
    lastUsedAt: p.datetime(3).nullable(),
  },
});
export type Passkey = InferEntity<typeof Passkey>;
