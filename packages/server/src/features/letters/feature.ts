import { feature } from '../../feature.ts';
import { job } from '../../job.ts';
import { later } from '../../platform/clock.ts';
import { purgeOf } from '../../purge.ts';
import { securityLetterQueue } from '../accounts/index.ts';
import { letterJob } from './letter-job.ts';
import { LetterSent } from './letter-sent.entity.ts';
import { runLiftSuppressionJob, liftSuppressionQueue } from './lift-suppression.ts';
import { restoreComplaint, restoreComplaintQueue } from './restore-complaint.ts';
import { sendSecurityLetter } from './security-letters.ts';

/** What owners are told by letter, and who may be mailed. */
export const letters = feature({
  entities: [LetterSent],
  jobs: [
    letterJob(securityLetterQueue, sendSecurityLetter),
    job(liftSuppressionQueue, runLiftSuppressionJob),
    job(restoreComplaintQueue, restoreComplaint),
  ],
  purge: [
    purgeOf('letter_sent', 'sent_at', ({ clock, settings }) =>
      later(clock.now(), -settings.kept.sentLettersMs),
    ),
  ],
});
