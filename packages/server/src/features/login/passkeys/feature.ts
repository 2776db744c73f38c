import { feature } from '../../../feature.ts';
import { purgeOf } from '../../../purge.ts';
import { PasskeyCeremony } from './passkey-ceremony.entity.ts';
import { Passkey } from './passkey.entity.ts';
import { PasskeysResolver } from './passkeys.resolver.ts';

export const passkeys = feature({
  resolvers: [PasskeysResolver],
  entities: [Passkey, PasskeyCeremony],
  purge: [purgeOf('passkey_ceremony', 'expires_at', ({ clock }) => clock.now())],
});
