import {
  AddPasskeyDocument,
  BeginAddPasskeyDocument,
  BeginPasskeyLoginDocument,
  LoginWithPasskeyDocument,
} from '@latchstring/operations';
import { Authenticator, type Bend } from './authenticator.ts';
import type { Browser } from './browser.ts';

export async function beginAdding(browser: Browser, currentPassword?: string) {
  const variables = currentPassword === undefined ? {} : { currentPassword };
  return (await browser.run(BeginAddPasskeyDocument, variables)).beginAddPasskey;
}

/** Adds what `device` makes to whoever is logged in here. */
export async function addPasskey(
  browser: Browser,
  device: Authenticator,
  bend: Bend = {},
  name = 'My phone',
) {
  const begun = await beginAdding(browser);
  if (begun.__typename !== 'PasskeyChallenge') throw new Error(`Not begun: ${begun.__typename}`);
  const attestation = device.make(begun.options, bend);
  return (await browser.run(AddPasskeyDocument, { challenge: begun.challenge, attestation, name }))
    .addPasskey;
}

/** A passkey that is in the account of whoever is logged in here. */
export async function aPasskey(browser: Browser, device = new Authenticator()): Promise<Authenticator> {
  const result = await addPasskey(browser, device);
  if (result.__typename !== 'MyAccountChanged') throw new Error(`Not added: ${result.__typename}`);
  return device;
}

export async function beginLogin(browser: Browser) {
  return (await browser.run(BeginPasskeyLoginDocument, {})).beginPasskeyLogin;
}

export async function finishLogin(browser: Browser, challenge: string, assertion: string) {
  return (await browser.run(LoginWithPasskeyDocument, { challenge, assertion })).loginWithPasskey;
}

export async function logInWithPasskey(browser: Browser, device: Authenticator, bend: Bend = {}) {
  const { challenge, options } = await beginLogin(browser);
  return finishLogin(browser, challenge, device.answer(options, bend));
}
