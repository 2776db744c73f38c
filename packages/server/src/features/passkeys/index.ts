export { beginPasskeyLogin } from './begin-passkey-login.ts';
export { beginCeremony, takeCeremony } from './ceremonies.ts';
export { credentialIdsOf, endPasskeys, ownPasskeys } from './own-passkeys.ts';
export { Passkey } from './passkey.entity.ts';
export { PasskeyCeremony } from './passkey-ceremony.entity.ts';
export { PasskeyChallenge, PasskeyView } from './passkeys.types.ts';
export { provePasskey, spendPasskey, type ProvenPasskey } from './prove-passkey.ts';
