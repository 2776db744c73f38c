import { AccessChange, noteWaitingChanges } from '../accounts/index.ts';
import type { Mechanisms } from '../../request-context.ts';

type Tools = Pick<Mechanisms, 'em' | 'clock'>;
type Connection = Pick<Mechanisms, 'em'>;

const IS_WAITING = 'select 1 from access_change where id = ? and ended_at is null';

export async function isWaiting({ em }: Connection, id: string): Promise<boolean> {
  return (await em.execute<unknown[]>(IS_WAITING, [id])).length > 0;
}

/** An email change has until then to be confirmed, if it still waits. */
export async function moveEndOfConfirming(
  { em }: Connection,
  { id, account }: Pick<AccessChange, 'id' | 'account'>,
  expiresAt: Date,
): Promise<void> {
  await em.nativeUpdate(AccessChange, { id, endedAt: null }, { expiresAt });
  await noteWaitingChanges(em, account.id);
}

/** An email change that is confirmed now; false when it ran out or something else ended it first. */
export async function takeConfirmed(
  { em, clock }: Tools,
  { id, account }: Pick<AccessChange, 'id' | 'account'>,
): Promise<boolean> {
  const now = clock.now();
  const waiting = { id, endedAt: null, expiresAt: { $gt: now } };
  const taken = await em.nativeUpdate(AccessChange, waiting, { endedAt: now, endedAs: 'DONE' });
  if (taken > 0) await noteWaitingChanges(em, account.id);
  return taken > 0;
}

const IS_FRESH_START_DUE = `
  select 1 from access_change
   where kind = 'FRESH_START' and ended_at is null
     and ((reminded_at is null and remind_at <= ?)
       or (takes_effect_at <= ? and (reminded_at is not null or noticed_at is null))) limit 1`;

/** Whether a fresh start, or one of its notices, has come due. */
export async function isFreshStartDue({ em, clock }: Tools): Promise<boolean> {
  const now = clock.now();
  return (await em.execute<unknown[]>(IS_FRESH_START_DUE, [now, now])).length > 0;
}

// The times of a notice are set once it has gone, see startNoticePeriod; without them nothing takes effect.
const PUT_OFF_UNTOLD = `
  update access_change set takes_effect_at = ?
   where kind = 'FRESH_START' and ended_at is null and noticed_at is null and takes_effect_at <= ? returning id`;

/** Fresh starts whose day has come while nobody was told of them: each gets another day, and a notice. */
export async function putOffUntold({ em, clock }: Tools, takesEffectAt: Date): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(PUT_OFF_UNTOLD, [takesEffectAt, clock.now()]);
  return rows.map(({ id }) => id);
}

// A reminder that goes late postpones the effect by as much.
const TAKE_REMINDERS = `
  update access_change set remind_at = ?, takes_effect_at = greatest(takes_effect_at, ?)
   where kind = 'FRESH_START' and ended_at is null and reminded_at is null and remind_at <= ? returning id`;

/** Fresh starts whose reminder is due. Where it does not go, it is due once more at `remindAgainAt`. */
export async function takeReminders(
  { em, clock }: Tools,
  { remindAgainAt, soonestEffect }: { remindAgainAt: Date; soonestEffect: Date },
): Promise<string[]> {
  const values = [remindAgainAt, soonestEffect, clock.now()];
  const rows = await em.execute<{ id: string }[]>(TAKE_REMINDERS, values);
  return rows.map(({ id }) => id);
}

export interface DueFreshStart {
  id: string;
  accountId: string;
  newEmail: string;
}

const DUE = `
  select id, account_id as "accountId", new_email as "newEmail" from access_change
   where kind = 'FRESH_START' and ended_at is null and reminded_at is not null and takes_effect_at <= ?
   order by takes_effect_at limit 100`;

/** Fresh starts that were told twice and whose day has come. */
export function findDueFreshStarts({ em, clock }: Tools): Promise<DueFreshStart[]> {
  return em.execute<DueFreshStart[]>(DUE, [clock.now()]);
}

const TAKE = `
  update access_change set ended_at = ?, ended_as = 'DONE'
   where id = ? and ended_at is null and takes_effect_at <= ? returning id`;

/** True for the first who takes it. */
export async function takeFreshStart(
  { em, clock }: Tools,
  { id, accountId }: Pick<DueFreshStart, 'id' | 'accountId'>,
): Promise<boolean> {
  const now = clock.now();
  const taken = await em.execute<unknown[]>(TAKE, [now, id, now]);
  if (taken.length > 0) await noteWaitingChanges(em, accountId);
  return taken.length > 0;
}

const NOTICED = `
  update access_change set noticed_at = ?, takes_effect_at = ?, remind_at = ?
   where id = ? and kind = 'FRESH_START' and ended_at is null`;

/** The notice of a fresh start has gone: only now its days are counted. */
export async function noteNoticed(
  { em, clock }: Tools,
  id: string,
  { takesEffectAt, remindAt }: { takesEffectAt: Date; remindAt: Date },
): Promise<void> {
  await em.execute(NOTICED, [clock.now(), takesEffectAt, remindAt, id]);
}

const REMINDED = `
  update access_change set reminded_at = ?, takes_effect_at = greatest(takes_effect_at, ?)
   where id = ? and kind = 'FRESH_START' and ended_at is null`;

/** The reminder of a fresh start has gone: it takes effect no sooner than this. */
export async function noteReminded({ em, clock }: Tools, id: string, soonestEffect: Date): Promise<void> {
  await em.execute(REMINDED, [clock.now(), soonestEffect, id]);
}
