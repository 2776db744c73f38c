import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import { axeFindings } from '../../axe.ts';
import { useHouse } from '../../house.ts';
import { fillLogin, logIn, maria } from '../../people.ts';

test.describe('Forms', () => {
  const house = useHouse();

  test('C102 login and new password say to password managers what they are', async () => {
    const page = await (await house.newProfile()).newPage();
    await page.goto('/login');
    const username = page.getByLabel('Username');
    // The second word lets the browser offer passkeys among the usernames; it has to come last.
    assert.equal(await username.getAttribute('autocomplete'), 'username webauthn');
    assert.equal(await username.getAttribute('autocapitalize'), 'none');
    assert.equal(await username.getAttribute('autocorrect'), 'off');
    assert.equal(await username.getAttribute('spellcheck'), 'false');
    const password = page.getByLabel('Password', { exact: true });
    assert.equal(await password.getAttribute('autocomplete'), 'current-password');
    assert.equal(await password.getAttribute('type'), 'password');
    await fillLogin(page, maria.username, maria.password);
    await page.getByRole('heading', { name: 'My Account' }).waitFor();
    const fresh = page.getByLabel('New password', { exact: true });
    assert.equal(await fresh.getAttribute('autocomplete'), 'new-password');
    const form = page.locator('form', { has: fresh });
    const named = form.locator('input[autocomplete="username"]');
    assert.equal(await named.inputValue(), 'maria.k');
    assert.equal(await named.getAttribute('readonly'), '');
    await page.evaluate(() => navigator.clipboard.writeText('pasted words of mine').catch(() => null));
    await fresh.evaluate((field: HTMLInputElement) => {
      const data = new DataTransfer();
      data.setData('text/plain', 'x');
      if (!field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, cancelable: true })))
        throw new Error('pasting is prevented');
    });
    await page.getByRole('link', { name: 'Name, time zone and language' }).click();
    for (const field of ['First name', 'Last name']) {
      const autocomplete = await page.getByLabel(field).getAttribute('autocomplete');
      assert.doesNotMatch(autocomplete ?? '', /username|password/);
    }
  });

  test('C006 an address in the username box is answered with a hint for everyone, and carried over', async () => {
    const page = await (await house.newProfile()).newPage();
    await page.goto('/login/help');
    await page.getByText('My password', { exact: true }).click();
    await page.getByLabel('Your username').fill('nobody@nowhere.test');
    await page.getByText('An address belongs in the other box').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.getByText('Use it to find my username').click();
    assert.equal(await page.getByLabel('Your email address').inputValue(), 'nobody@nowhere.test');
    assert.equal(new URL(page.url()).search, '');
  });

  test('the words after asking are the same for a hit and a miss, and Back keeps what was typed', async () => {
    const seen: string[] = [];
    for (const username of ['maria.k', 'marja.k']) {
      const page = await (await house.newProfile()).newPage();
      await page.goto('/login/help');
      await page.getByText('My password', { exact: true }).click();
      await page.getByLabel('Your username').fill(username);
      await page.getByRole('button', { name: 'Mail me a login link' }).click();
      await page.getByRole('heading', { name: 'Check your email' }).waitFor();
      seen.push((await page.locator('main').innerText()).replaceAll(username, '…'));
      await page.goBack();
      assert.equal(await page.getByLabel('Your username').inputValue(), username);
    }
    assert.equal(seen[0], seen[1]);
    assert.match(seen[0] ?? '', /spam/i);
    assert.match(seen[0] ?? '', /Get your username first/);
  });

  /** Tries this name until the page says that it is enough, with a time: "00:05 CET", "Fri 27 Nov, 00:05 CET". */
  async function tryTooOften(page: Page, username: string): Promise<Locator> {
    await page.goto('/login');
    for (let i = 0; i < 11; i += 1) {
      const answered = page.waitForResponse('**/graphql');
      await fillLogin(page, username, `not the password ${String(i)}`);
      await answered;
    }
    const alert = page.getByText(/try again at (?:\S+ \d{1,2} \S+ )?\d{1,2}:\d{2}/);
    await alert.waitFor();
    return alert;
  }

  test('C013 past the limit the page prints the time and says that mailed links still work', async () => {
    const page = await (await house.newProfile()).newPage();
    const alert = await tryTooOften(page, 'somebody.else');
    assert.match(await alert.innerText(), /Links already mailed to you still work/);
    assert.equal(await page.getByLabel('Username').inputValue(), 'somebody.else');
    assert.equal(await page.getByLabel('Password', { exact: true }).inputValue(), 'not the password 10');
    assert.deepEqual(await axeFindings(page), []);
  });

  test('C013 a time to try again that is tomorrow is printed with its day', async () => {
    const page = await (await house.newProfile()).newPage();
    // Whatever time it is: where the clock is a day late, the server's answer speaks of tomorrow.
    await page.clock.setFixedTime(Date.now() - 24 * 60 * 60_000);
    const alert = await tryTooOften(page, 'somebody.late');
    assert.match(await alert.innerText(), /try again at \S+ \d{1,2} \S+ \d{1,2}:\d{2} CES?T\b/);
  });

  test('C005 a weak password says why, and loses nothing that was typed', async () => {
    const page = await logIn(await house.newProfile(), {
      username: 'kai.t',
      password: 'long river of glass',
    });
    await page.getByLabel('Current password').fill('long river of glass');
    await page.getByLabel('New password', { exact: true }).fill('password1234');
    await page.getByRole('button', { name: 'Set new password' }).click();
    await page.getByText('This password would be guessed too soon.').waitFor();
    assert.equal(await page.getByLabel('New password', { exact: true }).inputValue(), 'password1234');
    assert.deepEqual(await axeFindings(page), []);
    await page.getByRole('button', { name: 'Suggest four words' }).click();
    await page.getByText('Four words are filled in.').waitFor();
    assert.match(
      await page.getByLabel('New password', { exact: true }).inputValue(),
      /^[a-z]+( |-)[a-z]+\1[a-z]+\1[a-z]+$/,
    );
    await page.getByRole('button', { name: 'Set new password' }).click();
    await page.getByText('Your new password is set').waitFor();
  });

  test('C100 an ordinary link from another site finds the person still logged in', async () => {
    const profile = await house.newProfile();
    await logIn(profile, { username: 'ines.v', password: 'copper moon harvest' });
    const webmail = createServer((_request, response) => {
      response
        .setHeader('content-type', 'text/html')
        .end(`<a href="${house.server.url}/account">My Account</a>`);
    }).listen(0, '127.0.0.1');
    await once(webmail, 'listening');
    const page = await profile.newPage();
    await page.goto(`http://127.0.0.1:${String((webmail.address() as AddressInfo).port)}/`);
    await page.getByRole('link', { name: 'My Account' }).click();
    await page.getByText('ines.v', { exact: true }).first().waitFor();
    webmail.close();
  });

  test('a username is changed on its card, and the next login uses it', async () => {
    const profile = await house.newProfile();
    const page = await logIn(profile, { username: 'leo.ruiz', password: 'three owls and a drum' });
    await page.getByRole('link', { name: 'Change your username' }).click();
    await page.getByLabel('New username').fill('Leo.the.Owl');
    await page.getByRole('button', { name: 'Change username' }).click();
    await page.getByText('From now on you log in as Leo.the.Owl').waitFor();
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByText('You are logged out.').waitFor();
    await fillLogin(page, 'leo.the.owl', 'three owls and a drum');
    await page.getByRole('heading', { name: 'My Account' }).waitFor();
  });

  for (const path of ['/no-such-page', '/dev/mailbox']) {
    test(`${path} is named, fits a phone, and axe finds nothing`, async () => {
      const page = await (await house.newProfile()).newPage();
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
      assert.deepEqual(await axeFindings(page), []);
    });
  }

  test('offline is said, nothing typed is lost, and the connection coming back is enough', async () => {
    const profile = await house.newProfile();
    const page = await profile.newPage();
    await page.goto('/login/help');
    await page.getByText('My username', { exact: true }).click();
    await page.getByLabel('Your email address').fill(maria.email);
    await profile.setOffline(true);
    await page.getByRole('button', { name: 'Mail me my username' }).click();
    await page.getByText('reach the server').waitFor();
    assert.equal(await page.getByLabel('Your email address').inputValue(), maria.email);
    await profile.setOffline(false);
    await page.getByRole('button', { name: 'Mail me my username' }).click();
    await page.getByRole('heading', { name: 'Check your email' }).waitFor();
  });
});
