import { feature } from '../../../feature.ts';
import { DAY_MS, later } from '../../../platform/clock.ts';
import { KnownBrowser } from './known-browser.entity.ts';
import { Session } from './session.entity.ts';
import { SessionsResolver } from './sessions.resolver.ts';

// As long as browsers keep the cookie.
const BROWSER_KEPT_MS = 400 * DAY_MS;

export const sessions = feature({
  resolvers: [SessionsResolver],
  entities: [Session, KnownBrowser],
  purge: [
    ({ em, clock }) => em.nativeDelete(Session, { expiresAt: { $lte: clock.now() } }),
    ({ em, clock }) =>
      em.nativeDelete(KnownBrowser, { lastLoginAt: { $lte: later(clock.now(), -BROWSER_KEPT_MS) } }),
  ],
});
