import { feature } from '../../../feature.ts';
import { later } from '../../../platform/clock.ts';
import { purgeOf } from '../../../purge.ts';
import { LinkPolicyResolver } from './link-policy.resolver.ts';
import { LoginCode } from './login-code.entity.ts';
import { LoginLink } from './login-link.entity.ts';
import { LoginLinksResolver } from './login-links.resolver.ts';
import { noteExpiredLinks } from './note-expired-links.ts';

export const links = feature({
  resolvers: [LoginLinksResolver, LinkPolicyResolver],
  entities: [LoginLink, LoginCode],
  purge: [
    purgeOf('login_code', 'expires_at', ({ clock }) => clock.now()),
    { what: 'expired links, for the diary', batch: noteExpiredLinks },
    purgeOf('login_link', 'expires_at', ({ clock, settings }) =>
      later(clock.now(), -settings.kept.deadLinksMs),
    ),
  ],
});
