import { Practice } from '../accounts/index.ts';
import { randomToken } from '../../platform/random-token.ts';
import type { RequestContext } from '../../request-context.ts';
import { Site } from './site.types.ts';

/**
 * The site's name, and its support address where one practice has it to itself. Every signed-out page asks for it
 * first, so here the browser gets the random cookie by which it is known again; recovery answers then carry none.
 */
export async function readSite({ em, viewer, cookies, siteName }: RequestContext): Promise<Site> {
  // A program with an API token is no browser.
  if (!viewer?.apiToken && !cookies.browser) cookies.setBrowser(randomToken(32));
  const practices = await em.find(Practice, {}, { limit: 2 });
  return new Site(siteName, practices.length === 1 ? (practices[0]?.supportEmail ?? null) : null);
}
