import { feature } from '../../../feature.ts';
import { DAY_MS, later } from '../../../platform/clock.ts';
import { LinkPolicyResolver } from './link-policy.resolver.ts';
import { LoginCode } from './login-code.entity.ts';
import { LoginLink } from './login-link.entity.ts';
import { LoginLinksResolver } from './login-links.resolver.ts';
import { noteExpiredLinks } from './note-expired-links.ts';

/** Dead links are kept for a while: their page can then still say what became of them. */
const DEAD_LINK_KEPT_MS = 30 * DAY_MS;

export const links = feature({
  resolvers: [LoginLinksResolver, LinkPolicyResolver],
  entities: [LoginLink, LoginCode],
  purge: [
    ({ em, clock }) => em.nativeDelete(LoginCode, { expiresAt: { $lte: clock.now() } }),
    noteExpiredLinks,
    ({ em, clock }) =>
      em.nativeDelete(LoginLink, { expiresAt: { $lte: later(clock.now(), -DEAD_LINK_KEPT_MS) } }),
  ],
});
