import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Passkey } from './passkey.entity.ts';
import { PasskeyView } from './passkeys.types.ts';
import { PasskeyCeremony } from './passkey-ceremony.entity.ts';

/** The passkeys of an account, oldest first. */
export async function ownPasskeys(em: SqlEntityManager, accountId: string): Promise<PasskeyView[]> {
  const passkeys = await em.find(
    Passkey,
    { account: accountId },
    { orderBy: { createdAt: 'asc', id: 'asc' } },
  );
  return passkeys.map((passkey) => new PasskeyView({ ...passkey, lastUsedAt: passkey.lastUsedAt ?? null }));
}

/** Their names on the devices, so that a dialogue offers these, or does not make the same twice. */
export async function credentialIdsOf(em: SqlEntityManager, accountId: string): Promise<string[]> {
  const passkeys = await em.find(Passkey, { account: accountId }, { fields: ['credentialId'] });
  return passkeys.map(({ credentialId }) => credentialId);
}

/** Ends every passkey of an account, and every one that is just being added. How many there were. */
export async function endPasskeys(em: SqlEntityManager, accountId: string): Promise<number> {
  await em.nativeDelete(PasskeyCeremony, { account: accountId });
  return em.nativeDelete(Passkey, { account: accountId });
}
