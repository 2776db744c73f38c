import { feature } from '../../../feature.ts';
import { later } from '../../../platform/clock.ts';
import { purgeOf } from '../../../purge.ts';
import { ApiToken } from './api-token.entity.ts';
import { ApiTokensResolver } from './api-tokens.resolver.ts';

/** What lets programs in. */
export const tokens = feature({
  resolvers: [ApiTokensResolver],
  entities: [ApiToken],
  purge: [
    purgeOf('api_token', 'expires_at', ({ clock, settings }) =>
      later(clock.now(), -settings.kept.deadApiTokensMs),
    ),
  ],
});
