import type { Queue } from '../../platform/jobs/jobs.ts';

/** A letter about a change. What it says is read when it goes; a token is made then too. */
export interface ChangeLetterJob {
  changeId: string;
  /** CONFIRM goes to the new address, and so does the INVITE that ends a fresh start; the others go to the old one. */
  letter: 'CONFIRM' | 'NOTICE' | 'REMINDER' | 'DONE' | 'INVITE';
}

export const changeLetterQueue: Queue<ChangeLetterJob> = {
  name: 'access-change-letter',
  isHighConcurrency: true,
};
