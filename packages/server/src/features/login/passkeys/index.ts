export { CHALLENGE_MAX, PASSKEY_ANSWER_MAX, RUN_OUT } from './ceremonies.ts';
export { credentialIdsOf, endPasskeys } from './own-passkeys.ts';
export { Passkey } from './passkey.entity.ts';
export { PasskeyChallenge } from './passkeys.types.ts';
export { provePasskey, spendPasskey, type ProvenPasskey } from './prove-passkey.ts';
