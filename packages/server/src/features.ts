import { accounts } from './features/accounts/feature.ts';
import { accessChanges } from './features/access-changes/feature.ts';
import { clients } from './features/clients/feature.ts';
import { letters } from './features/letters/feature.ts';
import { login } from './features/login/feature.ts';
import { messages } from './features/messages/feature.ts';
import { myAccount } from './features/my-account/feature.ts';
import { feature, joined } from './feature.ts';
import { DAY_MS, later } from './platform/clock.ts';
import { Restoration } from './platform/database/restoration.entity.ts';
import { ServerSecret } from './platform/database/server-secret.entity.ts';
import { IdempotencyKey } from './platform/idempotency/idempotency-key.entity.ts';
import { WaitingJob } from './platform/jobs/waiting-job.entity.ts';
import { WorkerBeat } from './platform/jobs/worker-beat.entity.ts';
import { enqueueDueJobs } from './platform/jobs/waiting-jobs.ts';
import { ReleaseFile } from './platform/releases/release-file.entity.ts';
import { purgeOf } from './purge.ts';
import { RateLimit } from './platform/rate-limits/rate-limit.entity.ts';

/** What the platform keeps in tables. pg-boss keeps its own in the schema `pgboss`. */
const platform = feature({
  entities: [ServerSecret, Restoration, IdempotencyKey, WaitingJob, WorkerBeat, RateLimit, ReleaseFile],
  due: [enqueueDueJobs],
  purge: [
    purgeOf('idempotency_key', 'created_at', ({ clock }) => later(clock.now(), -DAY_MS)),
    purgeOf('worker_beat', 'at', ({ clock }) => later(clock.now(), -DAY_MS)),
    purgeOf('rate_limit', 'expire', ({ clock }) => clock.now().getTime()),
  ],
});

/** The whole product. */
export const product = joined(
  accounts,
  letters,
  login,
  accessChanges,
  clients,
  messages,
  myAccount,
  platform,
);
