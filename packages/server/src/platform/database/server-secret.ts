import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { randomToken } from '../random-token.ts';
import { ServerSecret } from './server-secret.entity.ts';

/** The key of this database, made once; two processes that start at once get the same. */
export async function serverSecret(em: SqlEntityManager): Promise<string> {
  await em.execute('insert into server_secret (id, value) values (1, ?) on conflict (id) do nothing', [
    randomToken(32),
  ]);
  return (await em.findOneOrFail(ServerSecret, { id: 1 })).value;
}
