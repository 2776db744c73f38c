import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { noteWrongPasswords } from '../../accounts/index.ts';
import { purgeRows } from '../../../platform/database/purge-batch.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { KnownBrowser } from './known-browser.entity.ts';

/**
 * KNOWN: this account has logged in with this browser before. OWN: and no coach but its owner ever has, who could try
 * there in the client's name.
 */
export type BrowserStanding = 'NEW' | 'KNOWN' | 'OWN';

const STANDING = `
  select not exists (
    select 1 from known_browser o join account c on c.id = o.account_id
     where o.browser_hash = k.browser_hash and c.role = 'COACH' and c.id <> k.account_id) as is_own
    from known_browser k where k.account_id = ? and k.browser_hash = ?`;

export async function browserStanding(
  em: SqlEntityManager,
  accountId: string,
  browserHash: string | null,
): Promise<BrowserStanding> {
  if (browserHash === null) return 'NEW';
  const [found] = await em.execute<{ is_own: boolean }[]>(STANDING, [accountId, browserHash]);
  if (!found) return 'NEW';
  return found.is_own ? 'OWN' : 'KNOWN';
}

const KNOWN_BY_NAME = `
  select 1 from known_browser b join account a on a.id = b.account_id where a.username_key = ? and b.browser_hash = ?`;

/** Asked before a name is looked up for anything else: the same statement for real and invented ones. */
export async function isKnownByName(
  em: SqlEntityManager,
  usernameKey: string,
  browserHash: string | null,
): Promise<boolean> {
  return (await em.execute<unknown[]>(KNOWN_BY_NAME, [usernameKey, browserHash ?? ''])).length > 0;
}

const FIRST_HERE = 'select account_id from known_browser where browser_hash = ? order by account_id limit 1';

/** Of all accounts that have logged in with this browser always the same one; null where none has. */
export async function firstAccountIn(em: SqlEntityManager, browserHash: string): Promise<string | null> {
  const [known] = await em.execute<{ account_id: string }[]>(FIRST_HERE, [browserHash]);
  return known?.account_id ?? null;
}

export async function forgetBrowsers({ em }: Pick<Mechanisms, 'em'>, accountId: string): Promise<void> {
  await em.nativeDelete(KnownBrowser, { account: accountId });
  await noteWrongPasswords({ em }, [accountId]);
}

/**
 * Browsers in which nobody has logged in for so long are strangers again, and what is tried there counts no more. A batch of
 * them: true once none is left.
 */
export async function forgetOldBrowsers({ em }: Pick<Mechanisms, 'em'>, unusedSince: Date): Promise<boolean> {
  const old = { table: 'known_browser', column: 'last_login_at', until: unusedSince };
  return em.transactional(async (inside) => {
    const { rows, isAll } = await purgeRows<{ account_id: string }>(inside, old, 'account_id');
    await noteWrongPasswords({ em: inside }, [...new Set(rows.map((row) => row.account_id))]);
    return isAll;
  });
}
