import { feature } from '../../../feature.ts';
import { PasskeyCeremony } from './passkey-ceremony.entity.ts';
import { Passkey } from './passkey.entity.ts';
import { PasskeysResolver } from './passkeys.resolver.ts';

export const passkeys = feature({
  resolvers: [PasskeysResolver],
  entities: [Passkey, PasskeyCeremony],
  purge: [({ em, clock }) => em.nativeDelete(PasskeyCeremony, { expiresAt: { $lte: clock.now() } })],
});
