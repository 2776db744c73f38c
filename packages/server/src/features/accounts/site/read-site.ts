import { Practice } from '../practice.entity.ts';
import { randomToken } from '../../../platform/random-token.ts';
import type { RequestContext } from '../../../request-context.ts';
import { LinkLives, Site } from './site.types.ts';

/**
 * The site's name, and whom to write to: the practice that has it to itself, else whoever runs it. Every signed-out page asks for it
 * first, so here the browser gets the random cookie by which it is known again; recovery answers then carry none.
 */
export async function readSite({
  em,
  viewer,
  cookies,
  siteName,
  supportEmail,
  settings,
}: RequestContext): Promise<Site> {
  // A program with an API token is no browser.
  if (!viewer?.apiToken && !cookies.browser) cookies.setBrowser(randomToken(32));
  const practices = await em.find(Practice, {}, { limit: 2 });
  const [only] = practices.length === 1 ? practices : [];
  return new Site(siteName, only?.supportEmail ?? supportEmail, new LinkLives(settings.loginLinkLifeMs));
}
