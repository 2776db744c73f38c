import { feature } from '../../feature.ts';
import { MyAccountResolver } from './my-account.resolver.ts';
import { OwnDataResolver } from './own-data.resolver.ts';

/** Profile and own data. */
export const myAccount = feature({ resolvers: [MyAccountResolver, OwnDataResolver] });
