import type { SqlEntityManager } from '@mikro-orm/postgresql';

const SEEN = 'select 1 from seen_provider_event where token = ?';

/** Whether the provider has told this before, outside of any transaction: to spare the work. */
export async function isProviderEventSeen(em: SqlEntityManager, token: string): Promise<boolean> {
  return (await em.execute<unknown[]>(SEEN, [token])).length > 0;
}

const SEE = `insert into seen_provider_event (token, seen_at) values (?, ?) on conflict (token) do nothing returning token`;

/** True for the first time that the provider tells this, in the transaction of what is done about it; false for a replay. */
export async function rememberProviderEvent(
  em: SqlEntityManager,
  token: string,
  now: Date,
): Promise<boolean> {
  return (await em.execute<unknown[]>(SEE, [token, now])).length > 0;
}
