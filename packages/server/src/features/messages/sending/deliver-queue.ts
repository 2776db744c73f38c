import type { Queue } from '../../../platform/jobs/jobs.ts';

/** Says that deliveries wait. Carries nothing: what is due stands in the table. */
export const deliverQueue: Queue<object> = { name: 'deliver', isSignal: true };
