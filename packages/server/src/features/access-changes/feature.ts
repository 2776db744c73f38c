import { feature } from '../../feature.ts';
import { followed, job } from '../../job.ts';
import { changeEndedForCoachQueue } from '../accounts/index.ts';
import { letterJob } from '../letters/index.ts';
import { AccessChangeLink } from './access-change-link.entity.ts';
import { AccessChangesResolver } from './access-changes.resolver.ts';
import { changeLetterQueue } from './change-letter-queue.ts';
import { startNoticePeriod } from './start-notice-period.ts';
import { dueFreshStartsQueue, runDueFreshStarts, enqueueDueFreshStarts } from './due-fresh-starts.ts';
import { mailChangeLetter } from './mail-change-letter.ts';
import { MyChangesResolver } from './my-changes.resolver.ts';
import { mailCoachChangeEnded } from './mail-coach-change-ended.ts';

/** A new email address, and the fresh start of a client who has lost every way in. */
export const accessChanges = feature({
  resolvers: [AccessChangesResolver, MyChangesResolver],
  entities: [AccessChangeLink],
  jobs: [
    followed(letterJob(changeLetterQueue, mailChangeLetter), startNoticePeriod),
    letterJob(changeEndedForCoachQueue, mailCoachChangeEnded),
    job(dueFreshStartsQueue, runDueFreshStarts),
  ],
  due: [enqueueDueFreshStarts],
});
