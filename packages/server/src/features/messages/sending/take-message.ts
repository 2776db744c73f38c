import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../../../platform/clock.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { deliverQueue } from './deliver-queue.ts';

interface Tools {
  em: SqlEntityManager;
  clock: Clock;
  jobs: Jobs;
}

// Who is among the chosen is decided now: a client who became inactive since is held when their turn comes.
const QUEUE_DELIVERIES = `
  insert into delivery (id, mail_id, message_id, client_id, email, state, next_attempt_at, created_at, updated_at)
  select fresh.id, fresh.id, m.id, a.id, a.email, 'QUEUED', ?, ?, ?
    from message m join account a on a.coach_id = m.coach_id and a.role = 'CLIENT'
   cross join lateral (select gen_random_uuid() as id where a.id is not null) fresh
   where m.id = ? and ((m.all_active and a.status = 'ACTIVE') or m.client_ids @> to_jsonb(a.id::text))
  on conflict (message_id, client_id) do nothing`;

const QUEUE_COPY = `
  insert into delivery (id, mail_id, message_id, client_id, email, is_copy, state, next_attempt_at, created_at, updated_at)
  select fresh.id, fresh.id, m.id, a.id, a.email, true, 'QUEUED', ?, ?, ?
    from message m join account a on a.id = m.coach_id
   cross join lateral (select gen_random_uuid() as id where a.id is not null) fresh
   where m.id = ? and m.copy_to_me
  on conflict (message_id, client_id) do nothing`;

/**
 * Begins to send a message, in the running transaction: all its deliveries by one statement, the coach's own copy, and
 * the job that takes them.
 */
export async function takeMessage({ em, clock, jobs }: Tools, messageId: string): Promise<void> {
  const now = clock.now();
  await em.execute(QUEUE_DELIVERIES, [now, now, now, messageId]);
  await em.execute(QUEUE_COPY, [now, now, now, messageId]);
  await jobs.enqueue(em, deliverQueue, {});
}

/** Scheduled messages whose time has come; each is taken once, by whoever is first. */
export async function takeDueMessages(tools: Tools): Promise<void> {
  const now = tools.clock.now();
  const due = await tools.em.execute<{ id: string }[]>(
    `select id from message where state = 'SCHEDULED' and scheduled_for <= ? order by scheduled_for limit 100`,
    [now],
  );
  for (const { id } of due)
    await tools.em.transactional(async (em) => {
      const inside = { ...tools, em: em };
      const taken = await inside.em.execute<unknown[]>(
        `update message set state = 'SENDING' where id = ? and state = 'SCHEDULED' and scheduled_for <= ? returning id`,
        [id, now],
      );
      if (taken.length > 0) await takeMessage(inside, id);
    });
}
