import { feature } from '../../../feature.ts';
import { ClientsResolver } from './clients.resolver.ts';
import { ClientChangesResolver } from './client-changes.resolver.ts';

export const roster = feature({ resolvers: [ClientsResolver, ClientChangesResolver] });
