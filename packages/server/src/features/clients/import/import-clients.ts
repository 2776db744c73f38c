import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Account, emailKey, lockAccount } from '../../accounts/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import {
  FieldError,
  InvalidInput,
  type TooManyAttempts,
  tooOften,
} from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { insertClients } from '../roster/index.ts';
import { countInvites } from '../../login/index.ts';
import { planImport, type ImportRow, type PlannedRow } from './plan-import.ts';
import { ClientRows } from './client-import.types.ts';
import { say } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';

interface Wish {
  rows: ImportRow[];
  addAnyway: boolean;
}

/** What importing this list would do. Nothing is written. */
export async function checkClientImport(
  context: RequestContext,
  viewer: Viewer,
  wish: Wish,
): Promise<ClientRows | InvalidInput> {
  const invalid = checkCount(wish, context.settings.rowsPerCheck);
  return invalid ?? toResult(await plan(context, viewer, wish));
}

/** Adds those who are new, all of them or, where the limit of invites does not allow that, nobody. */
export async function importClients(
  context: RequestContext,
  viewer: Viewer,
  { invite, ...wish }: Wish & { invite: boolean },
): Promise<ClientRows | InvalidInput | TooManyAttempts> {
  const invalid = checkCount(wish, context.settings.rowsPerImport);
  if (invalid) return invalid;
  const expected = newOnes(await plan(context, viewer, wish));
  const keys = expected.flatMap(({ row }) => wish.rows[row] ?? []).map(({ email }) => emailKey(email));
  const crowded = invite ? tooManyAtOneAddress(context, keys) : null;
  if (crowded) return crowded;
  const retryAt = invite
    ? await countInvites(context, viewer, keys)
    : await countAdded(context, viewer, keys.length);
  if (retryAt) return tooOften(retryAt);
  const done = await write(context, viewer, { ...wish, invite });
  const unused = expected.length - newOnes(done).length;
  const limit = invite ? 'invitesPerCoach' : 'clientsAddedPerCoach';
  if (unused > 0) await context.limits.giveBack(limit, viewer.account.id, unused);
  return toResult(done);
}

/** No hour would have room for these. */
function tooManyAtOneAddress({ settings }: RequestContext, keys: string[]): InvalidInput | null {
  const { points } = settings.limits.mailsPerReader;
  if (![...Map.groupBy(keys, (key) => key).values()].some(({ length }) => length > points)) return null;
  const words = say().clients.moreThanOfTheseHaveTheSame({ most: points });
  return new InvalidInput([new FieldError('rows', words)]);
}

/** Even without invites this writes: a limit of its own keeps a script that runs wild from filling the database. */
async function countAdded(
  { limits }: RequestContext,
  { account }: Viewer,
  count: number,
): Promise<Date | null> {
  const retryAt = count > 0 ? await limits.take('clientsAddedPerCoach', account.id, count) : null;
  if (retryAt) await limits.giveBack('clientsAddedPerCoach', account.id, count);
  return retryAt;
}

/** One import of a coach after the other: of two at once, the second finds what the first has added. */
async function write(
  context: RequestContext,
  viewer: Viewer,
  { rows, addAnyway, invite }: Wish & { invite: boolean },
  mayTryAgain = true,
): Promise<PlannedRow[]> {
  try {
    return await inTransaction(context, async (inside) => {
      await lockAccount(inside.em, viewer.account.id);
      const planned = await plan(inside, viewer, { rows, addAnyway });
      const fresh = newOnes(planned).flatMap(({ row }) => rows[row] ?? []);
      await insertClients(inside, viewer, fresh, { invite });
      return planned;
    });
  } catch (error) {
    // A random username that somebody has: others are made.
    if (!(error instanceof UniqueConstraintViolationException) || !mayTryAgain) throw error;
    return write(context, viewer, { rows, addAnyway, invite }, false);
  }
}

async function plan(
  { em }: RequestContext,
  viewer: Viewer,
  { rows, addAnyway }: Wish,
): Promise<PlannedRow[]> {
  const keys = [...new Set(rows.map(({ email }) => emailKey(email)))].filter((key) => !key.includes('\0'));
  const own = { coach: viewer.account.id, role: 'CLIENT', emailKey: { $in: keys } } as const;
  const existing = await em.find(Account, own, {
    fields: ['firstName', 'lastName', 'email'],
    orderBy: { foldedName: 'ASC', id: 'ASC' },
    disableIdentityMap: true,
  });
  return planImport(rows, existing, { addAnyway });
}

function newOnes(planned: PlannedRow[]): PlannedRow[] {
  return planned.filter(({ outcome }) => outcome === 'ADDED');
}

function checkCount({ rows }: Wish, most: number): InvalidInput | null {
  if (rows.length > 0 && rows.length <= most) return null;
  const message =
    rows.length === 0 ? say().clients.thereIsNoRowInThisList : say().clients.sendAtMostRowsAtOnce({ most });
  return new InvalidInput([new FieldError('rows', message)]);
}

function toResult(planned: PlannedRow[]): ClientRows {
  return new ClientRows(planned);
}
