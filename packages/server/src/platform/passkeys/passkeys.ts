import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';

/** Whom the passkeys are for. They are bound to the host of the public address, and useless at any other. */
export interface Party {
  publicUrl: string;
  siteName: string;
}

/** What is kept of a passkey: the public half. */
export interface PasskeyKey {
  credentialId: string;
  publicKey: string;
  counter: number;
}

// Ed25519, ES256, RS256: what devices make. The library would ask for more where the runtime has experiments on.
const ALGORITHMS = [-8, -7, -257];

// The ceremony's own life; a browser that takes longer gives up by itself.
const BROWSER_TIMEOUT_MS = 5 * 60_000;

const rpId = ({ publicUrl }: Party) => new URL(publicUrl).hostname;
const bytes = (token: string) => new Uint8Array(Buffer.from(token, 'base64url'));

/**
 * Options for a login, as JSON text: user verification always, so that a passkey is both what one has and what one is
 * or knows. Without `credentialIds` the browser offers whatever it holds for this site, and nothing says who exists.
 */
export async function passkeyLoginOptions(
  party: Party,
  { challenge, credentialIds = [] }: { challenge: string; credentialIds?: string[] },
): Promise<string> {
  const options = await generateAuthenticationOptions({
    rpID: rpId(party),
    challenge: bytes(challenge),
    userVerification: 'required',
    timeout: BROWSER_TIMEOUT_MS,
    allowCredentials: credentialIds.map((id) => ({ id })),
  });
  return JSON.stringify(options);
}

/** Options for adding a passkey that its device can find by itself, as JSON text. No attestation: any maker will do. */
export async function passkeyAddOptions(
  party: Party,
  owner: { challenge: string; userHandle: string; username: string; name: string; credentialIds: string[] },
): Promise<string> {
  const options = await generateRegistrationOptions({
    rpID: rpId(party),
    rpName: party.siteName,
    challenge: bytes(owner.challenge),
    userID: new TextEncoder().encode(owner.userHandle),
    userName: owner.username,
    userDisplayName: owner.name,
    timeout: BROWSER_TIMEOUT_MS,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: owner.credentialIds.map((id) => ({ id })),
  });
  return JSON.stringify(options);
}

/** What a browser answered when a passkey was to be added; null when it does not hold. */
export async function checkNewPasskey(
  party: Party,
  { challenge, attestation }: { challenge: string; attestation: string },
): Promise<(PasskeyKey & { transports: string }) | null> {
  const response = read<RegistrationResponseJSON>(attestation);
  if (!response) return null;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.publicUrl,
      expectedRPID: rpId(party),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) return null;
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return {
      credentialId: id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: transports
        .filter((name) => /^[a-z-]+$/.test(name))
        .join(' ')
        .slice(0, 100),
    };
  } catch {
    // Everything in it comes from outside: whatever it trips over, it is no passkey.
    return null;
  }
}

/** The passkey that an assertion says it is of, before anything is believed; null when it can't be read. */
export function readAssertion(
  assertion: string,
): { credentialId: string; userHandle: string | null; response: AuthenticationResponseJSON } | null {
  const response = read<AuthenticationResponseJSON>(assertion);
  if (!response || typeof response.id !== 'string' || !/^[\w-]+$/.test(response.id)) return null;
  const handle: unknown = (response.response as { userHandle?: unknown } | undefined)?.userHandle;
  const userHandle = typeof handle === 'string' ? Buffer.from(handle, 'base64url').toString('utf8') : null;
  return { credentialId: response.id, userHandle, response };
}

/**
 * The passkey's counter after this use, and whether it did not grow, as a copied key's would not; null when the
 * assertion does not hold: wrong signature, challenge, origin or site, or no user verification.
 */
export async function checkAssertion(
  party: Party,
  key: PasskeyKey,
  { challenge, response }: { challenge: string; response: AuthenticationResponseJSON },
): Promise<{ counter: number; isCopy: boolean } | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.publicUrl,
      expectedRPID: rpId(party),
      requireUserVerification: true,
      // The library looks at the counter before the signature: told of none, it leaves that to us.
      credential: { id: key.credentialId, publicKey: bytes(key.publicKey), counter: 0 },
    });
    const { newCounter: counter } = authenticationInfo;
    // One that doesn't count stays at 0.
    const isCopy = (counter > 0 || key.counter > 0) && counter <= key.counter;
    return verified ? { counter, isCopy } : null;
  } catch {
    return null;
  }
}

function read<Answer>(json: string): Answer | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Answer) : null;
  } catch {
    return null;
  }
}
