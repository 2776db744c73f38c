import { feature } from '../../../feature.ts';
import { AccessChange } from './access-change.entity.ts';

/** What is to change about an account: here, because every login may end it. */
export const waitingChanges = feature({ entities: [AccessChange] });
