/** What all contenders read of a request, and what they are started with. */
import type { IncomingHttpHeaders } from 'node:http';
import pg from 'pg';

export const port = Number(process.env['PORT']);

/** As many connections as the product keeps. */
export const openPool = (options: pg.PoolConfig = {}) =>
  new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10, ...options });

export const SESSION_COOKIE = '__Host-latchstring-session';

const COOKIE = new RegExp(`${SESSION_COOKIE}=([\\w-]{43})`);

export interface Asker {
  source: string;
  sessionToken: string | null;
}

export function askerOf(headers: IncomingHttpHeaders): Asker {
  const cookie = COOKIE.exec(headers.cookie ?? '');
  return { source: String(headers['x-forwarded-for']), sessionToken: cookie?.[1] ?? null };
}
