import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from '@playwright/test';
import type { Page, Response } from 'playwright-core';
import { askedOperation } from '../../asked-operation.ts';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { askForLink, bo, dana, fillLogin, logIn, maria } from '../../people.ts';
import { linkOf } from '../../mailbox.ts';

test.describe('My Account', () => {
  const house = useHouse();

  /** As a person gets there: by the list of contents. */
  async function goTo(page: Page, card: string): Promise<void> {
    await page
      .getByRole('navigation', { name: 'More on this page' })
      .getByRole('link', { name: card })
      .click();
    await page.getByRole('heading', { name: card, level: 2 }).waitFor();
  }

  test('a client sees two sessions, ends the other one, and finds both in the diary', async () => {
    const phone = await logIn(await house.newProfile(), maria);
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'dark' }), maria);
    await goTo(desk, 'Where you are logged in');
    await desk.getByText('This device').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: /^End this session/ }).click();
    await desk.getByText(/^The session on .+ has ended\.$/).waitFor();
    assert.equal(await desk.getByRole('button', { name: /^End this session/ }).count(), 0);
    await goTo(desk, 'Access diary');
    const diary = desk.getByRole('list', { name: 'Access diary' });
    await diary.getByText('Other sessions ended').waitFor();
    assert.equal(await diary.getByText('Logged in', { exact: true }).count(), 2);
    assert.deepEqual(await axeFindings(desk), []);
    await phone.reload();
    await phone.getByRole('heading', { name: 'Log in' }).waitFor();
  });

  test('the diary shows earlier rows when asked', async () => {
    const profile = await house.newProfile();
    for (let round = 0; round < 6; round += 1) {
      const page = await logIn(profile, bo);
      await page.getByRole('button', { name: 'Log out' }).click();
      await page.getByText('You are logged out.').waitFor();
      await page.close();
    }
    const page = await logIn(profile, bo);
    await goTo(page, 'Access diary');
    const rows = page.getByRole('list', { name: 'Access diary' }).getByRole('listitem');
    await page.getByRole('button', { name: 'Show earlier' }).click();
    await page.getByRole('button', { name: 'Show earlier' }).waitFor({ state: 'detached' });
    assert.equal((await rows.count()) >= 13, true);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  });

  test('C111 a client turns links off, reads what that means, and none is mailed; then back', async () => {
    const profile = await house.newProfile();
    const page = await logIn(profile, bo);
    await goTo(page, 'Login links');
    await page.getByText('No login links', { exact: true }).click();
    await page.getByText('If you forget your password then').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.getByRole('button', { name: 'Save' }).last().click();
    await page.getByText('Saved. A letter about it is on its way to you.').waitFor();
    const told = await house.mailbox.next(bo.email, /what login links may do was changed/);
    assert.match(told.text, /Was it not you\?/);
    const elsewhere = await (await house.newProfile()).newPage();
    await askForLink(elsewhere, bo.username);
    assert.match((await house.mailbox.next(bo.email, /login links are turned off/)).text, /turned/);
    // The letter about it waits for others of its kind.
    const saved = page.waitForResponse((answer) => askedOperation(answer.request()) === 'SetLoginLinkPolicy');
    await page.getByText('A login link and my password', { exact: true }).click();
    await page.getByRole('button', { name: 'Save' }).last().click();
    await saved;
    await askForLink(elsewhere, bo.username);
    const link = linkOf(await house.mailbox.next(bo.email, /your login link/));
    await elsewhere.goto(link);
    // The browser that asked goes on by itself, as far as the password.
    await elsewhere.getByLabel('Password', { exact: true }).fill(bo.password);
    await elsewhere.getByRole('button', { name: 'Log in', exact: true }).click();
    await elsewhere.getByRole('heading', { name: 'My Account' }).waitFor();
  });

  test('after a login by link, a stricter choice asks for the password', async () => {
    const page = await (await house.newProfile()).newPage();
    await askForLink(page, maria.username);
    await page.goto(linkOf(await house.mailbox.next(maria.email, /your login link/)));
    await page.getByRole('heading', { name: 'My Account' }).waitFor();
    await goTo(page, 'Login links');
    await page.getByText('No login links', { exact: true }).click();
    await page.getByRole('button', { name: 'Save' }).last().click();
    await page.getByText('Type your current password to change this.').waitFor();
    assert.deepEqual(await axeFindings(page), []);
  });

  test('a person downloads all that is kept about them', async () => {
    const page = await logIn(await house.newProfile(), maria);
    await goTo(page, 'Your data');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download my data' }).click();
    const file = await coming;
    assert.match(file.suggestedFilename(), /^latchstring-my-data-\d{4}-\d\d-\d\d\.json$/);
    const data = JSON.parse(await readFile(await file.path(), 'utf8')) as { account: { username: string } };
    assert.equal(data.account.username, maria.username);
    await page.getByText('Your data is in the file').waitFor();
    assert.deepEqual(await axeFindings(page), []);
  });

  test('C101 a tab whose browser has logged in somebody else changes nothing, and says so', async () => {
    const profile = await house.newProfile();
    const first = await logIn(profile, maria);
    await goTo(first, 'Change your username');
    await first.getByLabel('New username').fill('not.for.dana');
    const second = await profile.newPage();
    await second.goto('/account');
    await second.getByRole('button', { name: 'Log out' }).click();
    await second.getByText('You are logged out.').waitFor();
    await fillLogin(second, dana.username, dana.password);
    await second.getByRole('heading', { name: 'Clients' }).waitFor();
    await first.getByRole('button', { name: 'Change username' }).click();
    await first.getByRole('heading', { name: 'Someone else logged in here' }).waitFor();
    assert.deepEqual(await axeFindings(first), []);
    await second.reload();
    await second.getByRole('heading', { name: 'Clients' }).waitFor();
  });

  test('tabs that open at the same moment are one browser: none takes the place of the other', async () => {
    const profile = await house.newProfile();
    const answers: Response[] = [];
    profile.on('response', (response) => answers.push(response));
    const tabs = await Promise.all([1, 2].map(() => profile.newPage()));
    await Promise.all(tabs.map((tab) => tab.goto('/login', { waitUntil: 'networkidle' })));
    const cookies = await Promise.all(answers.map((answer) => answer.headerValue('set-cookie')));
    assert.equal(cookies.filter((cookie) => cookie?.includes('latchstring-browser')).length, 1);
  });
});
