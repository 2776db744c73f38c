export { Client } from './client.types.ts';
export { ClientsResolver } from './clients.resolver.ts';
export { findOwnClient, findOwnClients } from './find-clients.ts';
export { inviteQueue, sendInvite } from './invite-queue.ts';
