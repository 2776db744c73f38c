import { Ctx, Query, Resolver } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import type { RequestContext } from '../../request-context.ts';
import { Me } from './me.types.ts';

@Resolver()
export class MeResolver {
  @Access('EVERYONE', { scopes: ['ACCOUNT_READ'] })
  @Query(() => Me, { nullable: true, description: 'The account that is logged in; null when nobody is.' })
  me(@Ctx() { viewer, clock }: RequestContext): Me | null {
    return viewer && new Me(viewer, clock.now());
  }
}
