import { passkeysWork } from '../../../session/passkeys-work';
import { loadFile } from '../../../ui/load-file';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

/** Why nothing came of it: the dialogue was closed, left waiting or never came; there is one already; the browser can't. */
export type PasskeyRefusal = 'closed' | 'already-here' | 'impossible';

export type PasskeyAnswer = { answer: string; refusal?: undefined } | { refusal: PasskeyRefusal };

/** Has the browser prove a passkey. The answer is JSON text, as the API takes it. */
export function provePasskey(options: string): Promise<PasskeyAnswer> {
  return ask(async ({ startAuthentication }) =>
    startAuthentication({ optionsJSON: JSON.parse(options) as PublicKeyCredentialRequestOptionsJSON }),
  );
}

/** Has the browser, or a device of its choice, make a passkey. */
export function makePasskey(options: string): Promise<PasskeyAnswer> {
  return ask(async ({ startRegistration }) =>
    startRegistration({ optionsJSON: JSON.parse(options) as PublicKeyCredentialCreationOptionsJSON }),
  );
}

export interface PasskeyOffer {
  /** JSON text; undefined where the offer ended without one. */
  answer: Promise<string | undefined>;
  end(): void;
}

/** Offers passkeys where the browser fills in usernames: the field says `autocomplete="username webauthn"`. */
export function offerPasskeys(options: string): PasskeyOffer {
  let library: typeof import('@simplewebauthn/browser') | undefined;
  let isOpen = true;
  const wait = async () => {
    try {
      library = await import('@simplewebauthn/browser');
      // Once the form is gone, the library finds no field to offer them at and begins nothing.
      if (!isOpen) return undefined;
      const optionsJSON = JSON.parse(options) as PublicKeyCredentialRequestOptionsJSON;
      return JSON.stringify(await library.startAuthentication({ optionsJSON, useBrowserAutofill: true }));
    } catch {
      return undefined;
    } finally {
      isOpen = false;
    }
  };
  const end = () => {
    // Another dialogue has ended this one already: it must not be ended in its turn.
    if (isOpen) library?.WebAuthnAbortService.cancelCeremony();
    isOpen = false;
  };
  return { answer: wait(), end };
}

/** The library comes along only when somebody uses a passkey. */
async function ask(
  dialogue: (library: typeof import('@simplewebauthn/browser')) => Promise<object>,
): Promise<PasskeyAnswer> {
  if (!passkeysWork()) return { refusal: 'impossible' };
  const library = await loadFile(import('@simplewebauthn/browser')).catch(() => undefined);
  if (!library) return { refusal: 'closed' };
  try {
    return { answer: JSON.stringify(await dialogue(library)) };
  } catch (error) {
    return { refusal: refusals[error instanceof Error ? error.name : ''] ?? 'impossible' };
  }
}

const refusals: Partial<Record<string, PasskeyRefusal>> = {
  NotAllowedError: 'closed',
  AbortError: 'closed',
  InvalidStateError: 'already-here',
};
