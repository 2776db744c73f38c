export { BY_NAME, Client, findClientIds, findOwnClient, findOwnClients, newest } from './roster/index.ts';
