import { feature } from '../../../feature.ts';
import { ClientImportResolver } from './client-import.resolver.ts';

export const clientImport = feature({ resolvers: [ClientImportResolver] });
