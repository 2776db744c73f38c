import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Access } from '../../../platform/graphql/access.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { addClient } from './add-client.ts';
import { deleteClient, retryEmailAddress } from './change-client.ts';
import { AddClientInput, Client, ClientConnection, ClientResult, UpdateClientInput } from './client.types.ts';
import { ClientCounts, ClientOrder, ClientsShown, ClientStatus } from './client-lists.types.ts';
import { countClients, findClients, findOwnClient } from './find-clients.ts';
import { updateClient } from './update-client.ts';
import { days } from '../../../settings/descriptions.ts';
import { defaultSettings } from '../../../settings/settings.ts';

@Resolver()
export class ClientsResolver {
  @Access('COACH', { scopes: ['CLIENTS_READ'] })
  @Query(() => Client, { nullable: true, description: 'A client of this coach; null where there is none.' })
  async client(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<Client | null> {
    const viewer = loggedIn(context);
    const account = await findOwnClient(context, viewer, id);
    return account && new Client(account, viewer.account.timeZone);
  }

  @Access('COACH', { scopes: ['CLIENTS_READ'] })
  @Query(() => ClientConnection, { description: "This coach's clients." })
  async clients(
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { defaultValue: 25 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('show', () => ClientsShown, { defaultValue: ClientsShown.ALL }) show: keyof typeof ClientsShown,
    @Arg('search', () => String, {
      nullable: true,
      description: 'In names and address: every word, with or without accents and apostrophes.',
    })
    search: string | null,
    @Arg('status', () => ClientStatus, { nullable: true }) status: keyof typeof ClientStatus | null,
    @Arg('orderBy', () => ClientOrder, { defaultValue: ClientOrder.NAME }) orderBy: keyof typeof ClientOrder,
  ): Promise<InstanceType<typeof ClientConnection>> {
    const page = { first, after: after ?? null };
    const wish = { ...page, show, search: search ?? null, status: status ?? null, orderBy };
    return new ClientConnection(await findClients(context, loggedIn(context), wish));
  }

  @Access('COACH', { scopes: ['CLIENTS_READ'] })
  @Query(() => ClientCounts, { description: 'How many clients each list of this coach has.' })
  clientCounts(
    @Ctx() context: RequestContext,
    @Arg('search', () => String, { nullable: true, description: 'Of those that it finds.' })
    search: string | null,
  ): Promise<ClientCounts> {
    return countClients(context, loggedIn(context), search ?? null);
  }

  @Access('COACH', { scopes: ['CLIENTS_WRITE'] })
  @Mutation(() => ClientResult, {
    description: 'Puts somebody on the roster. Another coach’s clients are not looked at.',
  })
  addClient(
    @Ctx() context: RequestContext,
    @Arg('input', () => AddClientInput) input: AddClientInput,
    @Arg('idempotencyKey', () => String, { nullable: true }) idempotencyKey: string | null,
  ): Promise<typeof ClientResult> {
    return addClient(context, loggedIn(context), { input, idempotencyKey: idempotencyKey ?? null });
  }

  @Access('COACH', { scopes: ['CLIENTS_WRITE'] })
  @Mutation(() => ClientResult, {
    description:
      'email: counts at once while the client has never logged in, and ends all the account has. Later it is a proposal, which only the client can confirm, logged in; the address on file withdraws a proposal.',
  })
  updateClient(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateClientInput) input: UpdateClientInput,
  ): Promise<typeof ClientResult> {
    return updateClient(context, loggedIn(context), { id, input });
  }

  @Access('COACH', { scopes: ['CLIENTS_WRITE'] })
  @Mutation(() => ClientResult, { description: 'After a bounce: tries the address again.' })
  retryEmailAddress(
    @Ctx() context: RequestContext,
    @Arg('clientId', () => ID) clientId: string,
  ): Promise<typeof ClientResult> {
    return retryEmailAddress(context, loggedIn(context), clientId);
  }

  @Access('COACH', { scopes: ['CLIENTS_WRITE'] })
  @Mutation(() => ClientResult, {
    description: `Never logged in: at once. Else after ${days(defaultSettings.deleteClientAfterMs)} days, and until then it can be undone by reactivateClient.`,
  })
  deleteClient(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
  ): Promise<typeof ClientResult> {
    return deleteClient(context, loggedIn(context), id);
  }
}
