import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Account } from '../../accounts/index.ts';

/** An authenticator app: the secret that it shares with us. */
export const Authenticator = defineEntity({
  name: 'Authenticator',
  tableName: 'authenticator',
  properties: {
    id: p.uuid().primary(),
    account: () => p.manyToOne(Account).deleteRule('cascade').index(),
    /** Sealed, about this id: it has to be read again, so a hash won't do. */
    sealedSecret: p.string().length(255),
    /** Null: its first code is still to come, in the session that set it up. */
    confirmedAt: p.datetime(3).nullable(),
    setUpBySessionId: p.uuid(),
    /** The newest time step that a code was taken of: none counts twice, and none that is older. */
    lastStep: p.bigint('number').default(0),
    createdAt: p.datetime(3),
  },
});
export type Authenticator = InferEntity<typeof Authenticator>;
