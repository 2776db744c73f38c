import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../../../platform/clock.ts';
import { newId } from '../../../platform/random-token.ts';
import { noteWaitingChanges } from '../standing/index.ts';
import { AccessChange } from './access-change.entity.ts';

interface Connection {
  em: SqlEntityManager;
}

interface Tools extends Connection {
  clock: Clock;
}

interface NewChange extends Pick<AccessChange, 'kind' | 'askedBy' | 'oldEmail' | 'newEmail'> {
  accountId: string;
  askedByAccountId: string;
  expiresAt: Date | null;
  takesEffectAt: Date | null;
}

/** A change that waits from now on, in the running transaction, and of which nothing has been told yet. Returns its id. */
export async function insertAccessChange(
  { em, clock }: Tools,
  { accountId, askedByAccountId, ...change }: NewChange,
): Promise<string> {
  const id = newId();
  await em.insert(AccessChange, {
    ...change,
    id,
    account: accountId,
    askedByAccount: askedByAccountId,
    createdAt: clock.now(),
    noticedAt: null,
    remindAt: null,
    remindedAt: null,
    endedAt: null,
    endedAs: null,
  });
  await noteWaitingChanges(em, accountId);
  return id;
}

export type WaitingChange = Pick<
  AccessChange,
  'id' | 'kind' | 'askedBy' | 'newEmail' | 'expiresAt' | 'takesEffectAt'
>;

/** What waits for these accounts, each account's newest first. */
export async function findWaiting(
  { em, clock }: Tools,
  accountIds: readonly string[],
): Promise<Map<string, WaitingChange[]>> {
  const found = await em.find(
    AccessChange,
    {
      account: { $in: [...accountIds] },
      endedAt: null,
      $or: [{ expiresAt: null }, { expiresAt: { $gt: clock.now() } }],
    },
    { orderBy: { createdAt: 'desc' }, refresh: true },
  );
  return Map.groupBy(found, ({ account }) => account.id);
}

/** For statements that read an account as `a` beside other things: whether anything may wait for it. */
export const HAS_WAITING_CHANGE = `
         exists (select 1 from access_change w where w.account_id = a.id and w.ended_at is null) as has_waiting_change`;

const PROPOSED = `
  select distinct account_id from access_change
   where account_id = any(string_to_array(?, ',')::uuid[]) and kind = 'EMAIL_CHANGE' and asked_by = 'COACH'
     and ended_at is null and expires_at > ?`;

/**
 * Those of these accounts for whom a coach has proposed a new address that is not confirmed yet. Meanwhile no coach's
 * message carries a login link to them; a change that the owner asked for themselves is their own business.
 */
export async function accountsWithProposedEmail(
  { em, clock }: Tools,
  accountIds: string[],
): Promise<Set<string>> {
  const rows = await em.execute<{ account_id: string }[]>(PROPOSED, [accountIds.join(), clock.now()]);
  return new Set(rows.map((row) => row.account_id));
}

const FRESH_START_WAITS = `
  select 1 from access_change where account_id = ? and kind = 'FRESH_START' and ended_at is null`;

export async function freshStartWaits({ em }: Connection, accountId: string): Promise<boolean> {
  return (await em.execute<unknown[]>(FRESH_START_WAITS, [accountId])).length > 0;
}

export interface Ending {
  accountId: string;
  as: Exclude<NonNullable<AccessChange['endedAs']>, 'DONE'>;
  /** Left out: changes of every kind. */
  kind?: AccessChange['kind'];
  /** Left out: whoever asked for it. */
  askedBy?: AccessChange['askedBy'];
}

const END = `
  update access_change set ended_at = ?, ended_as = ?
   where account_id = ? and ended_at is null and (expires_at is null or expires_at > ?)
     and (?::text is null or kind = ?) and (?::text is null or asked_by = ?)
  returning kind, asked_by as "askedBy"`;

/** Ends what waits for this account, without a word to anybody. Returns what has ended. */
export async function endWaiting(
  { em, clock }: Tools,
  { accountId, as, kind, askedBy }: Ending,
): Promise<Pick<AccessChange, 'kind' | 'askedBy'>[]> {
  const now = clock.now();
  const [ofKind, ofAsker] = [kind ?? null, askedBy ?? null];
  const values = [now, as, accountId, now, ofKind, ofKind, ofAsker, ofAsker];
  const ended = await em.execute<Pick<AccessChange, 'kind' | 'askedBy'>[]>(END, values);
  if (ended.length > 0) await noteWaitingChanges(em, accountId);
  return ended;
}

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
