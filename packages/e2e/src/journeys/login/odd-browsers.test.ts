import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { axeFindings } from '../../axe.ts';
import { chromiumFlags, chromiumPath } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { linkOf } from '../../mailbox.ts';
import { bo, dana, fillLogin, logIn, maria } from '../../people.ts';
import { everyVisit } from '../../visits.ts';

test.describe('Odd browsers and odd addresses', () => {
  const house = useHouse();

  const landed = (page: Page) => page.getByRole('heading', { name: 'My Account' }).waitFor();
  const logInButton = (page: Page) => page.getByRole('button', { name: 'Log in', exact: true });

  async function mutate(field: string): Promise<string> {
    const answer = await fetch(`${house.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `mutation { ${field} }` }),
    });
    return answer.text();
  }

  async function freshLink({ username, email }: { username: string; email: string }): Promise<string> {
    await mutate(`requestLoginLink(username: "${username}") { __typename }`);
    return linkOf(await house.mailbox.next(email, /your login link/));
  }

  /** A phone whose settings block all cookies. */
  async function withoutCookies(look: (context: BrowserContext) => Promise<void>): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'latchstring-profile-'));
    await mkdir(join(folder, 'Default'));
    const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
    await writeFile(join(folder, 'Default/Preferences'), JSON.stringify(preferences));
    const context = await chromium.launchPersistentContext(folder, {
      executablePath: chromiumPath,
      args: chromiumFlags,
      baseURL: house.server.url,
      viewport: { width: 360, height: 740 },
      locale: 'en-GB',
      hasTouch: true,
      isMobile: true,
    });
    try {
      context.setDefaultTimeout(10_000);
      await look(context);
    } finally {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    }
  }

  test('C142 a link whose # a scanner encoded opens as ever; its token is in no address bar and no log', async () => {
    const desk = await logIn(await house.newProfile(), dana);
    const visits = await everyVisit(house.server, desk.context());
    const opened: Record<string, RegExp> = {
      'login link': /^Log in as Maria K/,
      welcome: /^Welcome, Ines S/,
      stop: /^Stop /,
      'confirm email': /^Use this email address/,
    };
    for (const [name, heading] of Object.entries(opened)) {
      const link = visits.find((visit) => visit.name === name)?.path ?? '';
      const [path = '', token = ''] = link.split('#');
      assert.equal(token.length, 22, name);
      const phone = await house.newProfile();
      for (const encoded of [`${path}%23${token}`, `${path}%2523${token}`, `${path}/%23${token}.`]) {
        const page = await phone.newPage();
        const answer = await page.goto(encoded);
        assert.equal(answer?.status(), 200);
        await page.getByRole('heading', { level: 1, name: heading }).waitFor();
        assert.equal(page.url(), path, encoded);
        await page.close();
      }
      assert.equal(house.server.log().includes(token), false);
      await phone.close();
    }
    await desk.context().close();
  });

  test('C143 where no cookies are kept the right password is answered with the reason and what to do', async () => {
    await withoutCookies(async (context) => {
      const page = await context.newPage();
      await page.goto('/login');
      await fillLogin(page, maria.username, maria.password);
      await page.getByText('This browser keeps no cookies').waitFor();
      assert.deepEqual(await axeFindings(page), []);
      assert.equal(await page.getByLabel('Username').inputValue(), maria.username);
      assert.equal(await page.getByLabel('Password', { exact: true }).inputValue(), maria.password);
    });
  });

  test('C143 where no cookies are kept a good link is not spent, and logs in elsewhere', async () => {
    const link = await freshLink(bo);
    await withoutCookies(async (context) => {
      const page = await context.newPage();
      await page.goto(link);
      await logInButton(page).click();
      await page.getByText('This browser keeps no cookies').waitFor();
      assert.deepEqual(await axeFindings(page), []);
    });
    const page = await (await house.newProfile()).newPage();
    await page.goto(link);
    await logInButton(page).click();
    await landed(page);
  });

  test('C146 a slash too many and capitals lead to the page, under its own address', async () => {
    const page = await (await house.newProfile()).newPage();
    for (const [typed, own] of [
      ['/login/', '/login'],
      ['/Login', '/login'],
      ['/LOGIN/Help/', '/login/help'],
    ] as const) {
      const answer = await page.goto(typed);
      assert.equal(answer?.status(), 200);
      await page.getByRole('heading', { level: 1, name: /Log in|Which did you forget/ }).waitFor();
      await page.waitForURL(`**${own}`);
    }
    const desk = await logIn(await house.newProfile(), dana);
    await desk.goto('/clients/');
    await desk.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
    assert.equal(desk.url(), `${house.server.url}/clients`);
    await desk.goto('/.well-known/change-password');
    await landed(desk);
    await desk.getByRole('heading', { name: 'Set a new password' }).waitFor();
  });
});
