import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../../platform/graphql/access.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { defaultSettings } from '../../../settings/settings.ts';
import { deactivateClients, setClientAccess } from './client-access.ts';
import { ClientResult } from './client.types.ts';
import { ClientAccess } from './client-lists.types.ts';
import { ClientsResult } from './clients-result.types.ts';

@Resolver()
export class ClientAccessResolver {
  @Access('COACH', { scopes: ['CLIENTS_WRITE'] })
  @Mutation(() => ClientResult, {
    description: 'What a client may do from now on. ACTIVE also undoes a deletion that waits.',
  })
  setClientAccess(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('access', () => ClientAccess) access: keyof typeof ClientAccess,
  ): Promise<typeof ClientResult> {
    return setClientAccess(context, loggedIn(context), { id, access });
  }

  @Access('COACH', { scopes: ['CLIENTS_WRITE'] })
  @Mutation(() => ClientsResult, {
    description: `At most ${defaultSettings.clientsAtOnce}, all or none. mayLogIn: lets them keep read-only access.`,
  })
  deactivateClients(
    @Ctx() context: RequestContext,
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('mayLogIn', () => Boolean, { defaultValue: false }) mayLogIn: boolean,
  ): Promise<typeof ClientsResult> {
    return deactivateClients(context, loggedIn(context), { ids, mayLogIn });
  }

  @Access('COACH', { scopes: ['CLIENTS_WRITE'] })
  @Mutation(() => ClientResult, {
    description: 'setClientAccess to NONE or, with mayLogIn, to READ_ONLY.',
  })
  deactivateClient(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('mayLogIn', () => Boolean, { defaultValue: false }) mayLogIn: boolean,
  ): Promise<typeof ClientResult> {
    const access = mayLogIn ? 'READ_ONLY' : 'NONE';
    return setClientAccess(context, loggedIn(context), { id, access });
  }

  @Access('COACH', { scopes: ['CLIENTS_WRITE'] })
  @Mutation(() => ClientResult, {
    description: 'setClientAccess to ACTIVE: what the deactivation ended stays ended.',
  })
  reactivateClient(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
  ): Promise<typeof ClientResult> {
    return setClientAccess(context, loggedIn(context), { id, access: 'ACTIVE' });
  }
}
