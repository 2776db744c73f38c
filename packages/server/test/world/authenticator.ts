import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What a test may bend, to see that the server looks. */
export interface Bend {
  origin?: string;
  rpId?: string;
  userVerified?: boolean;
  /** Answers this challenge instead of the one it was given. */
  challenge?: string;
  /** Says that the key was made for this account. */
  userHandle?: string;
  /** Signs with this counter instead of the next one. */
  counter?: number;
}

interface AddOptions {
  challenge: string;
  rp: { id: string };
  user: { id: string };
  excludeCredentials: { id: string }[];
}

interface LoginOptions {
  challenge: string;
  rpId: string;
}

/** A device with one ES256 passkey, in software: answers a browser's dialogue as WebAuthn Level 3 says (JSON form). */
export class Authenticator {
  readonly id = randomBytes(32).toString('base64url');
  readonly #keys: { publicKey: KeyObject; privateKey: KeyObject };
  readonly #origin: string;
  #userHandle = '';
  #counter: number;

  /** `counts: false`: a synced passkey, whose counter stays at 0. */
  constructor({ origin = 'http://localhost:4000', counts = true } = {}) {
    this.#keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#origin = origin;
    this.#counter = counts ? 1 : 0;
  }

  /** Answers `beginAddPasskey`: the attestation. */
  make(options: string, bend: Bend = {}): string {
    const { challenge, rp, user } = JSON.parse(options) as AddOptions;
    this.#userHandle = user.id;
    const credential = Buffer.concat([
      Buffer.alloc(16),
      Buffer.from([0, 32]),
      Buffer.from(this.id, 'base64url'),
      this.#coseKey(),
    ]);
    const authData = this.#authData(bend.rpId ?? rp.id, bend, credential);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      byteString(authData),
    ]);
    return this.#answer({
      clientDataJSON: this.#clientData('webauthn.create', challenge, bend).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** Answers `beginPasskeyLogin` and `SecondStepNeeded.passkeyOptions`: the assertion. */
  answer(options: string, bend: Bend = {}): string {
    const { challenge, rpId } = JSON.parse(options) as LoginOptions;
    if (this.#counter > 0) this.#counter += 1;
    const authData = this.#authData(bend.rpId ?? rpId, bend);
    const clientData = this.#clientData('webauthn.get', challenge, bend);
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
    const handle = bend.userHandle ? Buffer.from(bend.userHandle).toString('base64url') : this.#userHandle;
    return this.#answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, this.#keys.privateKey).toString('base64url'),
      userHandle: handle,
    });
  }

  #answer(response: object): string {
    return JSON.stringify({
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response,
    });
  }

  #clientData(type: string, challenge: string, bend: Bend): Buffer {
    return Buffer.from(
      JSON.stringify({
        type,
        challenge: bend.challenge ?? challenge,
        origin: bend.origin ?? this.#origin,
        crossOrigin: false,
      }),
    );
  }

  #authData(rpId: string, bend: Bend, credential?: Buffer): Buffer {
    const present = 0x01;
    const verified = bend.userVerified === false ? 0 : 0x04;
    const attested = credential ? 0x40 : 0;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(bend.counter ?? this.#counter);
    return Buffer.concat([
      createHash('sha256').update(rpId).digest(),
      Buffer.from([present | verified | attested]),
      counter,
      credential ?? Buffer.alloc(0),
    ]);
  }

  /** {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y} in CBOR. */
  #coseKey(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      byteString(Buffer.from(x, 'base64url')),
      Buffer.from([0x22]),
      byteString(Buffer.from(y, 'base64url')),
    ]);
  }
}

function byteString(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x58, bytes.length]), bytes]);
}

function text(words: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);
}
