import {
  CreateApiTokenDocument,
  LoginDocument,
  MeDocument,
  MyAccessDiaryDocument,
  MySessionsDocument,
  RedeemLoginLinkDocument,
  RequestLoginLinkDocument,
  type ApiScope,
} from '@latchstring/operations';
import type { Browser } from './browser.ts';
import type { ReadLetter } from './letters.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

/** What people do again and again, each in one line. */

export async function logIn(browser: Browser, username: string, password: string) {
  return (await browser.run(LoginDocument, { username, password })).login;
}

export async function loggedInBrowser(world: World, person: Person): Promise<Browser> {
  const browser = world.browser();
  const result = await logIn(browser, person.username, person.password);
  if (result.__typename !== 'LoggedIn') throw new Error(`Not logged in: ${result.__typename}`);
  return browser;
}

/** The secret of a fresh API token of this person. */
export async function apiToken(world: World, person: Person, scopes: ApiScope[]): Promise<string> {
  const browser = await loggedInBrowser(world, person);
  const { createApiToken } = await browser.run(CreateApiTokenDocument, { name: 'A program', scopes });
  if (createApiToken.__typename !== 'ApiTokenCreated')
    throw new Error(`No token: ${createApiToken.__typename}`);
  return createApiToken.secret;
}

export const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

export async function me(browser: Browser) {
  return (await browser.run(MeDocument, {})).me;
}

/** Asks for a login link and waits for its letter. */
export async function askForLink(
  world: World,
  person: Person,
  browser = world.browser(),
): Promise<ReadLetter> {
  // A letter about what was done just before is no answer to this, and must not come behind it.
  await world.settle();
  await browser.run(RequestLoginLinkDocument, { username: person.username });
  return world.latest(person.email);
}

export async function redeem(browser: Browser, token: string, password?: string) {
  return (
    await browser.run(RedeemLoginLinkDocument, { token, ...(password === undefined ? {} : { password }) })
  ).redeemLoginLink;
}

/** A browser that got in by a fresh login link. */
export async function browserByLink(world: World, person: Person): Promise<Browser> {
  const letter = await askForLink(world, person);
  const browser = world.browser();
  const result = await redeem(browser, letter.token());
  if (result.__typename !== 'LoggedIn') throw new Error(`Not logged in: ${result.__typename}`);
  return browser;
}

export async function sessionsOf(browser: Browser) {
  return (await browser.run(MySessionsDocument, {})).me?.sessions ?? [];
}

/** The newest rows of the owner's diary, once the jobs are done. */
export async function diaryOf(world: World, browser: Browser, first = 100) {
  await world.settle();
  return (await browser.run(MyAccessDiaryDocument, { first })).me?.accessDiary.nodes ?? [];
}
