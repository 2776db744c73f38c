/**
 * Takes a picture of every page on every screen, light and dark, into packages/e2e/screenshots, for looking at:
 * `screenshots [name]...` takes only the named ones.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openProfile, widths } from './browser.ts';
import { linkOf } from './mailbox.ts';
import { type RunningServer, startServer } from './start-server.ts';

type Picture = {
  name: string;
  path: string;
  as?: 'client' | 'coach';
  prepare?: (page: Page) => Promise<void>;
};

const people = {
  client: { username: 'maria.k', password: 'paper boats at noon' },
  coach: { username: 'dana.coach', password: 'northwind harbour lamp' },
};

const pictures: Picture[] = [
  { name: 'login', path: '/login' },
  { name: 'login-help', path: '/login/help' },
  { name: 'login-link-incomplete', path: '/login/link' },
  { name: 'login-link-unknown', path: `/login/link#${'A'.repeat(22)}` },
  { name: 'not-found', path: '/no-such-page' },
  { name: 'account', path: '/account', as: 'client' },
  { name: 'account-of-a-coach', path: '/account', as: 'coach' },
  { name: 'clients', path: '/clients', as: 'coach' },
  { name: 'messages', path: '/messages', as: 'coach' },
  { name: 'welcome-incomplete', path: '/welcome' },
  { name: 'mailbox', path: '/dev/mailbox' },
];

const directory = join(import.meta.dirname, '../screenshots');

/** A session per person, opened once: logging in for each picture would run into the throttle. */
async function logIn(browser: Browser, url: string, { username, password }: typeof people.client) {
  const profile = await openProfile(browser, url);
  const page = await profile.newPage();
  await page.goto('/login');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/account');
  const { cookies } = await profile.storageState();
  await profile.close();
  return cookies;
}

/** A login link that is good and stays so: a look at its page spends nothing. */
async function goodLink(server: RunningServer): Promise<string> {
  const query = 'mutation ($username: String!) { requestLoginLink(username: $username) { __typename } }';
  await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ query, variables: { username: people.client.username } }),
  });
  return new URL(linkOf(await server.mailbox.next('maria@example.com'))).href.slice(server.url.length);
}

const server = await startServer();
const browser = await launchBrowser();
try {
  await mkdir(directory, { recursive: true });
  const cookies = {
    client: await logIn(browser, server.url, people.client),
    coach: await logIn(browser, server.url, people.coach),
  };
  pictures.push({ name: 'login-link', path: await goodLink(server) });

  const wanted = process.argv.slice(2);
  const chosen = pictures.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const width of Object.values(widths)) {
    for (const scheme of ['light', 'dark'] as const) {
      for (const { name, path, as, prepare } of chosen) {
        const profile = await openProfile(browser, server.url, { width, scheme });
        if (as) await profile.addCookies(cookies[as]);
        const page = await profile.newPage();
        await page.goto(path, { waitUntil: 'networkidle' });
        await prepare?.(page);
        await page.screenshot({
          path: join(directory, `${name}-${String(width)}-${scheme}.png`),
          fullPage: true,
        });
        await profile.close();
      }
    }
  }
  console.log(`${String(chosen.length * 6)} pictures in ${directory}`);
} finally {
  await browser.close();
  await server.stop();
}
