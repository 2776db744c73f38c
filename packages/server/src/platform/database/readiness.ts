import { statfs } from 'node:fs/promises';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { askBriefly } from '../ask-briefly.ts';
import { whyNotUsable } from './schema-state.ts';

/** Whoever looks whether this server is ready has little patience of their own. */
const READY_MS = 2_000;

const NO_ANSWER = 'the database does not answer';
const NOT_CONFIRMED = 'the database does not confirm what is written: its standby is away';
const CONFIRMED_WITHIN_MS = 3_000;

/** Two segments of its write-ahead log. */
const LEAST_ROOM_BYTES = 32 * 1024 * 1024;

interface Looks {
  em: () => SqlEntityManager;
  /** Where the embedded database keeps its files; null: there is none. */
  dataDir: string | null;
  /** It answered, and can't be worked with. */
  onUnusable: () => void;
}

/** Why nobody should be sent to this server, in words for its operator, within a short while; null: it is ready. */
export function readiness({ em, dataDir, onUnusable }: Looks): () => Promise<string | null> {
  const whyUnkept = keeping();
  const ask = askBriefly(async () => {
    const own = em();
    const why = (await whyUnkept(own)) ?? (await whyNotUsable(own));
    if (why) onUnusable();
    return { why };
  }, READY_MS);
  return async () => {
    const [answer, whyNoRoom] = await Promise.all([ask(), dataDir === null ? null : whyNoRoomIn(dataDir)]);
    return (answer === null ? NO_ANSWER : answer.why) ?? whyNoRoom;
  };
}

const KEEPING = `
  select current_setting('transaction_read_only') = 'on' as is_read_only,
         (select min(query_start)::text from pg_stat_activity where wait_event = 'SyncRep') as unconfirmed_since`;

/** That it answers and keeps nothing: as a standby, or as one that waits for its own to confirm. */
function keeping(): (em: SqlEntityManager) => Promise<string | null> {
  let oldest: { start: string | null; seenAt: number } = { start: null, seenAt: 0 };
  return async (em) => {
    const [row] = await em.execute<{ is_read_only: boolean; unconfirmed_since: string | null }[]>(KEEPING);
    if (row?.is_read_only) return 'the database is read-only';
    const start = row?.unconfirmed_since ?? null;
    if (start !== oldest.start) oldest = { start, seenAt: performance.now() };
    return start !== null && performance.now() - oldest.seenAt > CONFIRMED_WITHIN_MS ? NOT_CONFIRMED : null;
  };
}

/** On a full disk it still answers what it is asked, and loses nothing; but nobody can log in or change anything. */
async function whyNoRoomIn(dataDir: string): Promise<string | null> {
  const disk = await statfs(dataDir).catch(() => null);
  return disk !== null && disk.bavail * disk.bsize < LEAST_ROOM_BYTES ? 'the disk is full' : null;
}
