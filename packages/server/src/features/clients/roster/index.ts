export { checkClientInput, noSuchClient } from './client-input.ts';
export { Client, ClientResult, ClientSaved } from './client.types.ts';
export { OnDuplicateEmail } from './client-lists.types.ts';
export { findClientIds, findOwnClient, findOwnClients } from './find-clients.ts';
export { hasEverRegistered } from './has-ever-registered.ts';
export { insertClients } from './insert-clients.ts';
export { BY_NAME, newest } from './sort-keys.ts';
