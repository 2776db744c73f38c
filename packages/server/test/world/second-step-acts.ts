import {
  CompleteSecondStepDocument,
  ConfirmAuthenticatorDocument,
  SetUpAuthenticatorDocument,
  type SecondStepNeededFieldsFragment,
} from '@latchstring/operations';
import { loggedInBrowser, logIn } from './acts.ts';
import type { Browser } from './browser.ts';
import type { Person } from './people.ts';
import { totpCode } from './totp-code.ts';
import type { World } from './world.ts';

export async function completeStep(browser: Browser, challenge: string, code: string) {
  return (await browser.run(CompleteSecondStepDocument, { challenge, code })).completeSecondStep;
}

export async function setUp(browser: Browser, currentPassword?: string) {
  const variables = currentPassword === undefined ? {} : { currentPassword };
  return (await browser.run(SetUpAuthenticatorDocument, variables)).setUpAuthenticator;
}

export async function confirm(browser: Browser, code: string) {
  return (await browser.run(ConfirmAuthenticatorDocument, { code })).confirmAuthenticator;
}

/** An authenticator app of this person, set up a minute ago so that a fresh code is there to use. */
export interface App {
  browser: Browser;
  secret: string;
  codes: string[];
  /** The six digits of this moment. */
  code(): string;
}

export async function withAuthenticator(world: World, person: Person): Promise<App> {
  const browser = await loggedInBrowser(world, person);
  const begun = await setUp(browser);
  if (begun.__typename !== 'AuthenticatorSetUp') throw new Error(`Not set up: ${begun.__typename}`);
  const { secret } = begun;
  const code = () => totpCode(secret, world.clock.now());
  const confirmed = await confirm(browser, code());
  if (confirmed.__typename !== 'RecoveryCodes') throw new Error(`Not confirmed: ${confirmed.__typename}`);
  world.clock.advance(60_000);
  return { browser, secret, codes: confirmed.codes, code };
}

/** The question that a right password brings. */
export async function firstStep(browser: Browser, person: Person): Promise<SecondStepNeededFieldsFragment> {
  const result = await logIn(browser, person.username, person.password);
  if (result.__typename !== 'SecondStepNeeded') throw new Error(`Not asked: ${result.__typename}`);
  return result;
}
