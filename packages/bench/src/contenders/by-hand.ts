/** The operations by hand: `pg`, the `argon2` of the product, and nothing between them and whoever asks. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import argon2 from 'argon2';
import type { Pool, PoolClient } from 'pg';
import {
  COUNT_AND_ENQUEUE,
  COUNT_AND_LOOK_UP,
  ENQUEUE_LETTER,
  FIND_LINK,
  FIND_SESSION,
  LOCK_ACCOUNT,
  OPEN_SESSION,
  SPEND_LINK,
  type MeRow,
} from './statements.ts';

const QUARTER_HOUR_MS = 15 * 60_000;
const SESSION_MS = 60 * 86_400_000;
const DEVICE = 'Chrome on Linux';

export const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');
const newToken = () => randomBytes(32).toString('base64url');

export type ByHand = ReturnType<typeof createByHand>;
/** A session that was opened: its token goes into a cookie. */
export interface Opened {
  token: string;
  me: ReturnType<typeof meOf>;
}

export function createByHand(pool: Pool) {
  return {
    async me(token: string) {
      const { rows } = await pool.query<MeRow>({ ...FIND_SESSION, values: [hashOf(token)] });
      return rows[0] ? meOf(rows[0]) : null;
    },
    /** False: too many tries. */
    async askForLink(username: string, source: string): Promise<boolean> {
      const { counters, values } = counting('link', username, source);
      const job = { usernameKey: username, browserHash: null, device: DEVICE, language: 'en' };
      const all = [counters, [10, 100], ...values, JSON.stringify(job)];
      const { rowCount } = await pool.query({ ...COUNT_AND_ENQUEUE, values: all });
      return rowCount === 1;
    },
    logIn: (username: string, password: string, source: string) =>
      logIn(pool, { username, password, source }),
    redeem: (token: string) => redeem(pool, token),
  };
}

function counting(kind: string, username: string, source: string) {
  const now = Date.now();
  const counters = [hashOf(`${kind} ${source} ${username}`), hashOf(source)];
  return { counters, values: [now, now + QUARTER_HOUR_MS] };
}

interface Login {
  username: string;
  password: string;
  source: string;
}

async function logIn(pool: Pool, { username, password, source }: Login): Promise<Opened | null> {
  const { counters, values } = counting('password', username, source);
  const tried = [...counters, hashOf(username)];
  const { rows } = await pool.query<{ id: string; password_hash: string; is_allowed: boolean }>({
    ...COUNT_AND_LOOK_UP,
    values: [tried, [10, 100, 100], ...values, username],
  });
  const found = rows[0];
  if (!found?.is_allowed || !(await argon2.verify(found.password_hash, password))) return null;
  return inTransaction(pool, async (client) => {
    const { rows: locked } = await client.query<{ password_hash: string }>({
      ...LOCK_ACCOUNT,
      values: [found.id],
    });
    if (locked[0]?.password_hash !== found.password_hash) return null;
    const [forgotten = '', ...givenBack] = tried;
    return openSession(client, { accountId: found.id, method: 'PASSWORD', forgotten, givenBack });
  });
}

interface FoundLink {
  link_id: string;
  account_id: string;
  used_at: Date | null;
  expires_at: Date;
}

async function redeem(pool: Pool, token: string): Promise<Opened | null> {
  const { rows } = await pool.query<FoundLink>({ ...FIND_LINK, values: [hashOf(token)] });
  const link = rows[0];
  if (!link || link.used_at || link.expires_at < new Date()) return null;
  const accountId = link.account_id;
  return inTransaction(pool, async (client) => {
    const { rows: locked } = await client.query<{ credentials_version: number }>({
      ...LOCK_ACCOUNT,
      values: [accountId],
    });
    const version = locked[0]?.credentials_version;
    const [id, browserHash, now] = [randomUUID(), hashOf(newToken()), new Date()];
    const values = [link.link_id, version, now, browserHash, id, DEVICE];
    const spent = await client.query({ ...SPEND_LINK, values });
    if (spent.rowCount !== 1) return null;
    const opened = await openSession(client, { accountId, method: 'LOGIN_LINK', id, browserHash });
    const letter = { kind: 'NEW_BROWSER', accountId, at: now.toISOString(), device: DEVICE };
    await client.query({ ...ENQUEUE_LETTER, values: [JSON.stringify(letter)] });
    return opened;
  });
}

interface NewSession {
  accountId: string;
  method: 'PASSWORD' | 'LOGIN_LINK';
  id?: string;
  browserHash?: string;
  forgotten?: string;
  givenBack?: string[];
}

async function openSession(client: PoolClient, session: NewSession): Promise<Opened | null> {
  const { accountId, method, forgotten = '', givenBack = [] } = session;
  const { id = randomUUID(), browserHash = hashOf(newToken()) } = session;
  const token = newToken();
  const now = new Date();
  const own = [accountId, id, hashOf(token), method, DEVICE, now, new Date(now.getTime() + SESSION_MS)];
  const values = [...own, browserHash, forgotten, givenBack];
  const { rows } = await client.query<MeRow>({ ...OPEN_SESSION, values });
  return rows[0] ? { token, me: meOf(rows[0]) } : null;
}

async function inTransaction<Made>(pool: Pool, work: (client: PoolClient) => Promise<Made>): Promise<Made> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const made = await work(client);
    await client.query('commit');
    return made;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** As the contract has it. */
function meOf(row: MeRow) {
  return {
    __typename: 'Me',
    id: row.id,
    role: row.role,
    username: row.username,
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    timeZone: row.time_zone ?? 'UTC',
    locale: row.locale,
    access: row.status === 'ACTIVE' ? 'FULL' : 'READ_ONLY',
    hasPassword: row.has_password,
    maySetPasswordWithoutCurrent: false,
    maySetPasswordWithoutCurrentUntil: null,
    loginLinkPolicy: row.login_link_policy,
    freshStartAt: null,
    practice: {
      __typename: 'Practice',
      id: row.practice_id,
      name: row.practice_name,
      supportEmail: row.support_email,
      freshStartsAllowed: row.fresh_starts_allowed,
    },
  };
}
