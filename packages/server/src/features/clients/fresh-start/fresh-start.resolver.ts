import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../../platform/graphql/access.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { days, spelled } from '../../../settings/descriptions.ts';
import { defaultSettings } from '../../../settings/settings.ts';
import { ClientResult } from '../roster/index.ts';
import { cancelFreshStart, requestFreshStart } from './fresh-start.ts';

@Resolver()
export class FreshStartResolver {
  // No token asks for it: that a client has lost both mailbox and password is for a person to judge.
  @Access('COACH', { isTry: true })
  @Mutation(() => ClientResult, {
    description: `For a client who lost both mailbox and password: after ${spelled(days(defaultSettings.freshStart.noticeMs))} days of notice to the old address, in which any login or the stop link cancels it, the old way in dies and an invite goes to this address.`,
  })
  requestFreshStart(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('email', () => String) email: string,
  ): Promise<typeof ClientResult> {
    return requestFreshStart(context, loggedIn(context), { id, email });
  }

  @Access('COACH', { scopes: ['CLIENTS_WRITE'] })
  @Mutation(() => ClientResult, {
    description: 'Ends a fresh start that waits. Also done when there is none.',
  })
  cancelFreshStart(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
  ): Promise<typeof ClientResult> {
    return cancelFreshStart(context, loggedIn(context), id);
  }
}
