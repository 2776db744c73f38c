import { feature } from '../../../feature.ts';
import { DAY_MS, later } from '../../../platform/clock.ts';
import { ApiToken } from './api-token.entity.ts';
import { ApiTokensResolver } from './api-tokens.resolver.ts';

/** Shown as expired for a while, so that its owner sees why a program stopped. */
const DEAD_TOKEN_KEPT_MS = 30 * DAY_MS;

/** What lets programs in. */
export const tokens = feature({
  resolvers: [ApiTokensResolver],
  entities: [ApiToken],
  purge: [
    ({ em, clock }) =>
      em.nativeDelete(ApiToken, { expiresAt: { $lte: later(clock.now(), -DEAD_TOKEN_KEPT_MS) } }),
  ],
});
