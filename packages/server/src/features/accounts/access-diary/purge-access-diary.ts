import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { AccessEvent } from './access-event.entity.ts';
import { accessEventKinds } from './access-event-kinds.ts';

/** What moved an account to another address, or tried to, stays for good: it is asked about years later. */
const passing = accessEventKinds.filter((kind) => !/^(FRESH_START|EMAIL_CHANGE)/.test(kind));

/** Removes what the access diary no longer keeps: everything up to `end` but that. */
export async function purgeAccessDiary(em: SqlEntityManager, end: Date): Promise<void> {
  await em.nativeDelete(AccessEvent, { at: { $lte: end }, kind: { $in: passing } });
}
