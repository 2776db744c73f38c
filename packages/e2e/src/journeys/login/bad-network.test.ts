import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { BrowserContext, Page } from 'playwright-core';
import { axeFindings } from '../../axe.ts';
import { block } from '../../block.ts';
import { widths } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { freshLink } from '../../fresh-link.ts';
import { linkOf } from '../../mailbox.ts';
import { addOneClient, bo, dana, fillLogin, logIn, maria } from '../../people.ts';

test.describe('Bad networks', () => {
  const house = useHouse();

  const landed = (page: Page) => page.getByRole('heading', { name: 'My Account' }).waitFor();
  const logInButton = (page: Page) => page.getByRole('button', { name: 'Log in', exact: true });
  const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' });

  async function freshInvite(email: string): Promise<string> {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'light' }), dana);
    await addOneClient(desk);
    await desk.getByLabel('First name').fill('Ines');
    await desk.getByLabel('Last name').fill('Saez');
    await desk.getByLabel('Email address', { exact: true }).fill(email);
    await desk.getByRole('button', { name: 'Add client', exact: true }).click();
    const link = linkOf(await house.mailbox.next(email, /invitation/));
    await desk.context().close();
    return link;
  }

  /** Presses without a network, hears so, and presses again once it is back. */
  async function pressWithoutNetwork(profile: BrowserContext, page: Page, button: string): Promise<void> {
    const press = () => page.getByRole('button', { name: button, exact: true }).click();
    await press();
    await page.getByText('We can’t reach the server').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    assert.equal(await page.getByText('stopped working').count(), 0);
    await profile.setOffline(false);
    await press();
  }

  /** What is fetched ahead never gets through, and then nothing else does: call what comes back to lose the network. */
  async function losing(profile: BrowserContext, page: Page, ahead: RegExp): Promise<() => Promise<void>> {
    const lift = await block(page, ahead, 'fails');
    const failed = page.waitForEvent('requestfailed', (request) => ahead.test(request.url()));
    return async () => {
      await profile.setOffline(true);
      await failed;
      await lift();
    };
  }

  test('C141 /login: without a network in the first second what is typed stays, and then logs in', async () => {
    const profile = await house.newProfile();
    const page = await profile.newPage();
    const lose = await losing(profile, page, /AccountPage/);
    await page.goto('/login');
    await page.getByLabel('Username').fill(maria.username);
    await page.getByLabel('Password', { exact: true }).fill(maria.password);
    await lose();
    await pressWithoutNetwork(profile, page, 'Log in');
    await landed(page);
  });

  test('C141 /login/help: without a network what is typed stays, and then the mail is asked for', async () => {
    const profile = await house.newProfile();
    const page = await profile.newPage();
    const lose = await losing(profile, page, /MailAskedPanel/);
    await page.goto('/login/help');
    await page.getByText('My password', { exact: true }).click();
    await page.getByLabel('Your username').fill(bo.username);
    await lose();
    await pressWithoutNetwork(profile, page, 'Mail me a login link');
    await page.getByRole('heading', { name: 'Check your email' }).waitFor();
    await house.mailbox.next(bo.email, /your login link/);
  });

  test('C141 /login/link: without a network the offer stays, and then logs in', async () => {
    const link = await freshLink(house, maria);
    const profile = await house.newProfile();
    const page = await profile.newPage();
    const lose = await losing(profile, page, /AccountPage/);
    await page.goto(link);
    await logInButton(page).waitFor();
    await lose();
    await pressWithoutNetwork(profile, page, 'Log in');
    await landed(page);
  });

  test('C141 /welcome: without a network what is typed stays, and then comes in', async () => {
    const link = await freshInvite('ines.saez@client.test');
    const profile = await house.newProfile();
    const page = await profile.newPage();
    const lose = await losing(profile, page, /AccountPage/);
    await page.goto(link);
    await page.getByLabel('Username').fill('ines.saez');
    await page.getByLabel('Password', { exact: true }).fill('five slow green trams');
    await lose();
    await pressWithoutNetwork(profile, page, 'Come in');
    await landed(page);
    await page.getByText('ines.saez', { exact: true }).first().waitFor();
  });

  test('C141 /login/link, /welcome: gone before the first answer, it is asked again in its place', async () => {
    const page = await (await house.newProfile()).newPage();
    const unknown = 'A'.repeat(22);
    for (const [path, heading] of [
      ['/login/link', /^This login link/],
      ['/welcome', /^This invitation/],
    ] as const) {
      const lift = await block(page, '**/graphql', 'fails');
      await page.goto(`${path}#${unknown}`);
      await page.getByText('We can’t reach the server').waitFor();
      await lift();
      await tryAgain(page).click();
      await page.getByRole('heading', { name: heading }).waitFor();
      await page.goto('about:blank');
    }
  });

  for (const how of ['fails', 'hangs'] as const) {
    test(`C141 the passkey's file ${how} for ever, and every other that nobody waits for: logging in goes as ever`, async () => {
      const page = await (await house.newProfile()).newPage();
      await block(page, /\/assets\/(passkey|who-is-here|HereAlready)/, how);
      const asked = page.waitForRequest(/passkey-autofill/);
      await page.goto('/login');
      await asked;
      await fillLogin(page, maria.username, maria.password);
      await landed(page);
    });

    test(`C141 the next page's file ${how}: what was typed stays, and it is tried again in its place`, async () => {
      const page = await (await house.newProfile()).newPage();
      const lift = await block(page, '**/assets/LoginHelperPage-*.js', how);
      await page.goto('/login');
      await page.getByLabel('Username').fill('mari');
      await page.getByLabel('Password', { exact: true }).fill('paper');
      await page.getByRole('link', { name: 'Forgot your username or password?' }).click();
      await tryAgain(page).waitFor({ timeout: 20_000 });
      assert.deepEqual(await axeFindings(page), []);
      assert.equal(await page.getByLabel('Username').inputValue(), 'mari');
      assert.equal(await page.getByLabel('Password', { exact: true }).inputValue(), 'paper');
      await lift();
      // What hangs may yet come by itself.
      if (how === 'fails') await tryAgain(page).click();
      await page.getByRole('heading', { name: 'Which did you forget?' }).waitFor();
      await page.getByText('My password', { exact: true }).click();
      assert.equal(await page.getByLabel('Your username').inputValue(), 'mari');
      await page.goBack();
      // The page before is still there for a moment, with a box and a choice of nearly that name.
      const username = page.getByRole('textbox', { name: 'Username', exact: true });
      await username.waitFor();
      assert.equal(await username.inputValue(), 'mari');
    });
  }

  test('C141 what is only looked up besides hangs for ever: a dead invitation says so', async () => {
    const page = await (await house.newProfile()).newPage();
    await block(page, /\/assets\/(who-is-here|HereAlready)/, 'hangs');
    await page.goto(`/welcome#${'A'.repeat(22)}`);
    await page.getByRole('heading', { name: 'This invitation doesn’t work any more' }).waitFor();
  });

  test('C141 a login whose page can not be fetched is no lost login: it is tried again in its place', async () => {
    const link = await freshLink(house, bo);
    const page = await (await house.newProfile()).newPage();
    const lift = await block(page, '**/assets/AccountPage-*.js', 'fails');
    await page.goto(link);
    await logInButton(page).click();
    await tryAgain(page).waitFor();
    await lift();
    await tryAgain(page).click();
    await landed(page);
    await page.getByText(bo.username, { exact: true }).first().waitFor();
  });

  test('C141 the panel that somebody waits for is tried again in its place, by itself once the network is back', async () => {
    const profile = await house.newProfile();
    const page = await profile.newPage();
    const lift = await block(page, '**/assets/MailAskedPanel-*.js', 'fails');
    await page.goto('/login/help');
    await page.getByText('My password', { exact: true }).click();
    await page.getByLabel('Your username').fill(maria.username);
    await page.getByRole('button', { name: 'Mail me a login link' }).click();
    await tryAgain(page).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    // The server answers and the file does not: the page is loaded anew.
    const anew = page.waitForEvent('load');
    await tryAgain(page).click();
    await anew;
    await tryAgain(page).waitFor();
    await lift();
    await profile.setOffline(true);
    await profile.setOffline(false);
    await page.getByRole('heading', { name: 'Check your email' }).waitFor();
    await house.mailbox.next(maria.email, /your login link/);
  });
});
