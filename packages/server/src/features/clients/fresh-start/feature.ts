import { feature } from '../../../feature.ts';
import { FreshStartResolver } from './fresh-start.resolver.ts';

export const freshStart = feature({ resolvers: [FreshStartResolver] });
