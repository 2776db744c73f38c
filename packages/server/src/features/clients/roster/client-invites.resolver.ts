import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../../platform/graphql/access.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { defaultSettings } from '../../../settings/settings.ts';
import { inviteClient } from './change-client.ts';
import { ClientResult } from './client.types.ts';
import { ClientsResult } from './clients-result.types.ts';
import { inviteClients, undoInvites } from './invite-clients.ts';

@Resolver()
export class ClientInvitesResolver {
  @Access('COACH', { scopes: ['CLIENTS_WRITE'] })
  @Mutation(() => ClientResult, { description: 'Mails a fresh invite to a client who has never logged in.' })
  inviteClient(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
  ): Promise<typeof ClientResult> {
    return inviteClient(context, loggedIn(context), id);
  }

  @Access('COACH', { scopes: ['CLIENTS_WRITE'] })
  @Mutation(() => ClientsResult, {
    description: `Mails a fresh invite to each of these, at most ${defaultSettings.clientsAtOnce}, who has never logged in; the others are unchanged. Sent from the app they wait ten seconds, in which undoInvites takes them back. idempotencyKey: as of sendMessage.`,
  })
  inviteClients(
    @Ctx() context: RequestContext,
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('idempotencyKey', () => String, { nullable: true }) idempotencyKey: string | null,
  ): Promise<typeof ClientsResult> {
    return inviteClients(context, loggedIn(context), { ids, idempotencyKey: idempotencyKey ?? null });
  }

  @Access('COACH', { scopes: ['CLIENTS_WRITE'] })
  @Mutation(() => ClientsResult, {
    description: 'Takes back invites that wait; clients whose invite has gone are unchanged.',
  })
  undoInvites(
    @Ctx() context: RequestContext,
    @Arg('ids', () => [ID]) ids: string[],
  ): Promise<typeof ClientsResult> {
    return undoInvites(context, loggedIn(context), ids);
  }
}
