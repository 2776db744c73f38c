import { feature } from '../../feature.ts';
import { job } from '../../job.ts';
import { DAY_MS, later } from '../../platform/clock.ts';
import { securityLetterQueue } from '../accounts/index.ts';
import { letterJob } from './letter-job.ts';
import { LetterSent } from './letter-sent.entity.ts';
import { liftSuppressionOf, liftSuppressionQueue } from './lift-suppression.ts';
import { restoreComplaint, restoreComplaintQueue } from './restore-complaint.ts';
import { sendSecurityLetter } from './security-letters.ts';

// A complaint may come weeks later; what a mail bounced of is told within days.
const LETTER_KEPT_MS = 60 * DAY_MS;

/** What owners are told by letter, and who may be mailed. */
export const letters = feature({
  entities: [LetterSent],
  jobs: [
    letterJob(securityLetterQueue, sendSecurityLetter),
    job(liftSuppressionQueue, liftSuppressionOf),
    job(restoreComplaintQueue, restoreComplaint),
  ],
  purge: [
    ({ em, clock }) => em.nativeDelete(LetterSent, { sentAt: { $lte: later(clock.now(), -LETTER_KEPT_MS) } }),
  ],
});
