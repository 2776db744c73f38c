export { ClientChangesResolver } from './client-changes.resolver.ts';
export { Client } from './client.types.ts';
export { ClientImportResolver } from './client-import.resolver.ts';
export { ClientsResolver } from './clients.resolver.ts';
export { FreshStartResolver } from './fresh-start.resolver.ts';
export { findOwnClient, findOwnClients } from './find-clients.ts';
export { inviteQueue, sendInvite } from './invite-queue.ts';
export { BY_NAME, newest } from './sort-keys.ts';
