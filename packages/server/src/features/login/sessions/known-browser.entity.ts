import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../../accounts/index.ts';

/** A browser in which this account has logged in before. */
export const KnownBrowser = defineEntity({
  name: 'KnownBrowser',
  tableName: 'known_browser',
  primaryKeys: ['account', 'browserHash'],
  properties: {
    account: () => p.manyToOne(Account).primary().deleteRule('cascade'),
    browserHash: p.string().length(64).primary().index(),
    lastLoginAt: p.datetime(3).index(),
  },
});
