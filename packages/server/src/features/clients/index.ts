export { BY_NAME, Client, findOwnClient, findOwnClients, newest } from './roster/index.ts';
