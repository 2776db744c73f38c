import { joined } from '../../feature.ts';
import { replies } from './replies/feature.ts';
import { sending } from './sending/feature.ts';
import { writing } from './writing/feature.ts';

/** What coaches write, what goes out, and what comes back. */
export const messages = joined(writing, sending, replies);
