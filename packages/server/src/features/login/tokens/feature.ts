import { feature } from '../../../feature.ts';
import { later } from '../../../platform/clock.ts';
import { ApiToken } from './api-token.entity.ts';
import { ApiTokensResolver } from './api-tokens.resolver.ts';

/** What lets programs in. */
export const tokens = feature({
  resolvers: [ApiTokensResolver],
  entities: [ApiToken],
  purge: [
    ({ em, clock, settings }) =>
      em.nativeDelete(ApiToken, { expiresAt: { $lte: later(clock.now(), -settings.kept.deadApiTokensMs) } }),
  ],
});
