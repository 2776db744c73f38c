import { feature } from '../../../feature.ts';
import { later } from '../../../platform/clock.ts';
import { purgeOf } from '../../../purge.ts';
import { forgetOldBrowsers } from './known-browser-store.ts';
import { KnownBrowser } from './known-browser.entity.ts';
import { Session } from './session.entity.ts';
import { SessionsResolver } from './sessions.resolver.ts';

export const sessions = feature({
  resolvers: [SessionsResolver],
  entities: [Session, KnownBrowser],
  purge: [
    purgeOf('session', 'expires_at', ({ clock }) => clock.now()),
    {
      what: 'known_browser',
      batch: ({ em, clock, settings }) =>
        forgetOldBrowsers({ em }, later(clock.now(), -settings.kept.knownBrowsersMs)),
    },
  ],
});
