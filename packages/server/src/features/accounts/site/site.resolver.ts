import { Ctx, Query, Resolver } from 'type-graphql';
import { Access } from '../../../platform/graphql/access.ts';
import { apiScopes } from '../../../platform/graphql/api-scopes.ts';
import type { RequestContext } from '../../../request-context.ts';
import { readSite } from './read-site.ts';
import { Site } from './site.types.ts';

@Resolver()
export class SiteResolver {
  @Access('EVERYONE', { scopes: apiScopes })
  @Query(() => Site, {
    description:
      "What a signed-out page may show: the site's name, on a single-practice install its support address, and how long login links live.",
  })
  site(@Ctx() context: RequestContext): Promise<Site> {
    return readSite(context);
  }
}
