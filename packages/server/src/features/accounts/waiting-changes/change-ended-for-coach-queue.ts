import type { Queue } from '../../../platform/jobs/jobs.ts';
import type { AccessChange } from './access-change.entity.ts';

export interface ChangeEndedJob {
  /** The client whose change it was. */
  accountId: string;
  kind: AccessChange['kind'];
  /** ISO 8601. */
  at: string;
}

/** A coach hears that what they asked for has ended; the room `access-changes` writes the letter. */
export const changeEndedForCoachQueue: Queue<ChangeEndedJob> = { name: 'change-stopped-for-coach' };
