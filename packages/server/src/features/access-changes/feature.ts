import { feature } from '../../feature.ts';
import { followed, job } from '../../job.ts';
import { stopForCoachQueue } from '../accounts/index.ts';
import { letterJob } from '../letters/index.ts';
import { AccessChangeLink } from './access-change-link.entity.ts';
import { AccessChangesResolver } from './access-changes.resolver.ts';
import { changeLetterQueue } from './change-letter-queue.ts';
import { countFromNotice } from './count-from-notice.ts';
import { dueChangesQueue, takeDueChanges, enqueueDueChanges } from './due-fresh-starts.ts';
import { mailChangeLetter } from './mail-change-letter.ts';
import { MyChangesResolver } from './my-changes.resolver.ts';
import { tellCoachOfStop } from './tell-coach-of-stop.ts';

/** A new email address, and the fresh start of a client who has lost every way in. */
export const accessChanges = feature({
  resolvers: [AccessChangesResolver, MyChangesResolver],
  entities: [AccessChangeLink],
  jobs: [
    followed(letterJob(changeLetterQueue, mailChangeLetter), countFromNotice),
    letterJob(stopForCoachQueue, tellCoachOfStop),
    job(dueChangesQueue, takeDueChanges),
  ],
  due: [enqueueDueChanges],
});
