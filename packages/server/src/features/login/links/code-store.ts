import { ACCESS_COLUMNS, type AccessRow } from '../../accounts/index.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { LoginCode } from './login-code.entity.ts';

type Tools = Pick<Mechanisms, 'em' | 'clock'>;
type Connection = Pick<Mechanisms, 'em'>;

interface NewCode extends Pick<
  LoginCode,
  'askedBy' | 'codeHash' | 'credentialsVersion' | 'createdAt' | 'expiresAt'
> {
  accountId: string;
}

const KEEP = `
  with older as (
    delete from login_code where account_id = ? and asked_by <> ? and ? = 'OWNER')
  insert into login_code (account_id, asked_by, code_hash, credentials_version, created_at, expires_at)
  values (?, ?, ?, ?, ?, ?)
  on conflict (account_id, asked_by) do update set code_hash = excluded.code_hash, created_at = excluded.created_at,
    credentials_version = excluded.credentials_version, expires_at = excluded.expires_at`;

/** The newest of its account and asker takes the place of the one before; one that the owner asked for, of every other. */
export async function storeCode({ em }: Connection, code: NewCode): Promise<void> {
  const { accountId, askedBy, codeHash, credentialsVersion, createdAt, expiresAt } = code;
  const older = [accountId, askedBy, askedBy];
  const values = [accountId, askedBy, codeHash, credentialsVersion, createdAt, expiresAt];
  await em.execute(KEEP, [...older, ...values], 'run');
}

/** An account beside one of its codes, or beside none. */
export interface CodeRow extends AccessRow {
  account_id: string;
  practice_id: string;
  role: 'COACH' | 'CLIENT';
  credentials_version: number;
  code_hash: string | null;
  code_version: number | null;
  expires_at: Date | null;
}

const BY_USERNAME = `
  select a.id as account_id, a.practice_id, a.role, a.credentials_version, ${ACCESS_COLUMNS},
         c.code_hash, c.credentials_version as code_version, c.expires_at
    from account a left join login_code c on c.account_id = a.id
   where a.username_key = ?`;

/** Every code of this account, live or not; one row without a code where it has none, and no row where there is no account. */
export function findCodesByUsername({ em }: Connection, usernameKey: string): Promise<CodeRow[]> {
  return em.execute<CodeRow[]>(BY_USERNAME, [usernameKey]);
}

const LIVE = `
  select c.account_id as "accountId", c.code_hash as "codeHash" from login_code c join account a on a.id = c.account_id
   where c.expires_at > ? and a.credentials_version = c.credentials_version
     and (a.id = any(string_to_array(?, ',')::uuid[]) or a.email_key = any(string_to_array(?, ' ')))`;

/** The codes that are good now, of these accounts and of all at these addresses. */
export function findLiveCodes(
  { em, clock }: Tools,
  { accountIds, emailKeys }: { accountIds: string[]; emailKeys: string[] },
): Promise<{ accountId: string; codeHash: string }[]> {
  return em.execute(LIVE, [clock.now(), accountIds.join(), emailKeys.join(' ')]);
}

const SPEND = 'delete from login_code where account_id = ? and code_hash = ? returning account_id';

/** Of many who use a code at once, the one who gets it. */
export async function takeCode(
  { em }: Connection,
  { account_id: accountId, code_hash: codeHash }: CodeRow,
): Promise<boolean> {
  return (await em.execute<unknown[]>(SPEND, [accountId, codeHash])).length > 0;
}

export async function endCodes({ em }: Connection, accountId: string): Promise<void> {
  await em.nativeDelete(LoginCode, { account: accountId });
}
