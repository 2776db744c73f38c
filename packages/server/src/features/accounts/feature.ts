import { feature, joined } from '../../feature.ts';
import { accessDiary } from './access-diary/feature.ts';
import { Account } from './account.entity.ts';
import { MeResolver } from './me.resolver.ts';
import { Practice } from './practice.entity.ts';
import { site } from './site/feature.ts';
import { waitingChanges } from './waiting-changes/feature.ts';

const account = feature({
  resolvers: [MeResolver],
  entities: [Practice, Account],
  purge: [({ em, clock }) => em.nativeDelete(Account, { deleteAt: { $lte: clock.now() } })],
});

/** Who a person is. */
export const accounts = joined(account, accessDiary, site, waitingChanges);
