import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Me } from '../accounts/index.ts';
import { Access } from '../../platform/graphql/access.ts';
import type { RequestContext } from '../../request-context.ts';
import { logIn } from './log-in.ts';
import { logOut } from './log-out.ts';
import { LoginResult } from './login.types.ts';
import { readSite } from './read-site.ts';
import { Site } from './site.types.ts';

@Resolver()
export class LoginResolver {
  @Access('EVERYONE')
  @Query(() => Site, {
    description:
      "What a signed-out page may show: the site's name, and on a single-practice install its support address.",
  })
  site(@Ctx() context: RequestContext): Promise<Site> {
    return readSite(context);
  }

  @Access('EVERYONE')
  @Query(() => Me, { nullable: true, description: 'The account that is logged in; null when nobody is.' })
  me(@Ctx() { viewer, clock }: RequestContext): Me | null {
    return viewer && new Me(viewer, clock.now());
  }

  @Access('EVERYONE')
  @Mutation(() => LoginResult, {
    description: 'Logs in with username and password. The password is taken as typed.',
  })
  login(
    @Ctx() context: RequestContext,
    @Arg('username', () => String) username: string,
    @Arg('password', () => String) password: string,
  ): Promise<typeof LoginResult> {
    return logIn(context, { username, password });
  }

  @Access('EVERYONE')
  @Mutation(() => Boolean, { description: 'Ends this session. True also when nobody was logged in.' })
  logout(@Ctx() context: RequestContext): Promise<boolean> {
    return logOut(context);
  }
}
