import { feature } from '../../../feature.ts';
import { ClientsResolver } from './clients.resolver.ts';
import { ClientAccessResolver } from './client-access.resolver.ts';
import { ClientInvitesResolver } from './client-invites.resolver.ts';
import { enqueueDueInvites } from './invite-clients.ts';
import { ClientChangesResolver } from './client-changes.resolver.ts';

export const roster = feature({
  resolvers: [ClientsResolver, ClientAccessResolver, ClientInvitesResolver, ClientChangesResolver],
  due: [enqueueDueInvites],
});
