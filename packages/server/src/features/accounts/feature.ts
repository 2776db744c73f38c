import { feature, joined } from '../../feature.ts';
import { accessDiary } from './access-diary/feature.ts';
import { purgeOf } from '../../purge.ts';
import { Account } from './account.entity.ts';
import { MeResolver } from './me.resolver.ts';
import { Practice } from './practice.entity.ts';
import { site } from './site/feature.ts';
import { waitingChanges } from './waiting-changes/feature.ts';

const account = feature({
  resolvers: [MeResolver],
  entities: [Practice, Account],
  // Fewer at once: all that is kept of each goes with it.
  purge: [purgeOf('account', 'delete_at', ({ clock }) => clock.now(), { most: 50 })],
});

/** Who a person is. */
export const accounts = joined(account, accessDiary, site, waitingChanges);
