import { feature } from '../../../feature.ts';
import { later } from '../../../platform/clock.ts';
import { LinkPolicyResolver } from './link-policy.resolver.ts';
import { LoginCode } from './login-code.entity.ts';
import { LoginLink } from './login-link.entity.ts';
import { LoginLinksResolver } from './login-links.resolver.ts';
import { noteExpiredLinks } from './note-expired-links.ts';

export const links = feature({
  resolvers: [LoginLinksResolver, LinkPolicyResolver],
  entities: [LoginLink, LoginCode],
  purge: [
    ({ em, clock }) => em.nativeDelete(LoginCode, { expiresAt: { $lte: clock.now() } }),
    noteExpiredLinks,
    ({ em, clock, settings }) =>
      em.nativeDelete(LoginLink, { expiresAt: { $lte: later(clock.now(), -settings.kept.deadLinksMs) } }),
  ],
});
