export { OwnDataResolver } from './own-data.resolver.ts';
