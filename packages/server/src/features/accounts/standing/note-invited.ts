import type { SqlEntityManager } from '@mikro-orm/postgresql';

const NOTE = 'update account set invited_at = ?, invite_version = ? where id = ?';

/** The coach has had an invite made for this client. Those that somebody asks for at the login helper are not noted. */
export async function noteInvited(
  em: SqlEntityManager,
  { accountId, at, version }: { accountId: string; at: Date; version: number },
): Promise<void> {
  await em.execute(NOTE, [at, version, accountId], 'run');
}
