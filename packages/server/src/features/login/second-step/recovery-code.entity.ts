import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../../accounts/index.ts';

/** One of ten codes on paper, for when device and app are lost. Here stands its argon2id hash. */
export const RecoveryCode = defineEntity({
  name: 'RecoveryCode',
  tableName: 'recovery_code',
  primaryKeys: ['account', 'position'],
  properties: {
    account: () => p.manyToOne(Account).primary().deleteRule('cascade'),
    /** 0 to 9: the code's first character, so that one hash is enough to look at. */
    position: p.integer().primary(),
    codeHash: p.string().length(255),
    usedAt: p.datetime(3).nullable(),
  },
});
