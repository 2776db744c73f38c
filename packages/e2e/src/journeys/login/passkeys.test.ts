import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { openHouse, useHouse } from '../../house.ts';
import { linkOf } from '../../mailbox.ts';
import { plugInPasskeyDevice } from '../../passkey-device.ts';
import { askForLink, bo, dana, fillLogin, logIn, logOut, maria, setPassword } from '../../people.ts';
import { totpCode } from '../../totp-code.ts';

async function leave(page: Page): Promise<void> {
  await logOut(page);
  await page.getByRole('heading', { name: 'Log in' }).waitFor();
}

/** A browser that knows passkeys and can't offer them among the usernames. */
async function offerNoneInAutofill(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(PublicKeyCredential, 'isConditionalMediationAvailable');
  });
}

test.describe('Passkeys and the second step', () => {
  const house = useHouse();

  test('J9 a passkey is added after a login link, and the next login takes one press and nothing typed', async () => {
    const page = await (await house.newProfile()).newPage();
    await offerNoneInAutofill(page);
    await askForLink(page, maria.username);
    const device = await plugInPasskeyDevice(page);
    await page.goto(linkOf(await house.mailbox.next(maria.email)));
    await page.getByRole('heading', { name: 'Next time, nothing to remember' }).waitFor();
    assert.deepEqual(await axeFindings(page, device.debug), []);
    // Also further down, where the passkeys stand, nothing else offers the same.
    await page.getByRole('link', { name: 'Passkeys' }).click();
    await page.getByText('You have no passkey yet.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Add a passkey' }).count(), 1);
    await device.verify(false);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('The passkey was not made. You can try again.').waitFor();
    assert.deepEqual(await axeFindings(page, device.debug), []);
    await device.verify(true);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText(/is added\. Next time choose “Log in with a passkey”\./).waitFor();
    assert.equal(await device.count(), 1);
    await house.mailbox.next(maria.email, /a passkey was added/);

    // The password set in the same visit keeps the passkey that was made for next time.
    await setPassword(page, 'eleven quiet tin umbrellas');
    await leave(page);
    await page.getByRole('button', { name: 'Log in with a passkey' }).click();
    await page.getByRole('heading', { name: 'My Account' }).waitFor();
    await page.getByText(maria.username, { exact: true }).first().waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'My Account' }).waitFor();
    assert.equal(await page.getByRole('heading', { name: 'Next time, nothing to remember' }).count(), 0);

    await page.getByRole('link', { name: 'Passkeys' }).click();
    await page.getByText('last used', { exact: false }).waitFor();
    assert.deepEqual(await axeFindings(page, device.debug), []);
    await page.getByRole('button', { name: /^Rename/ }).click();
    await page.getByLabel('New name').fill(' ');
    await page.getByRole('button', { name: 'Save name' }).click();
    await page.getByText('Give it a name').waitFor();
    assert.deepEqual(await axeFindings(page, device.debug), []);
    await page.getByLabel('New name').fill('The blue phone');
    await page.keyboard.press('Enter');
    await page.getByText('The blue phone', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Rename The blue phone' }).waitFor();
    assert.deepEqual(await axeFindings(page, device.debug), []);
    await page.getByRole('button', { name: /^Remove / }).click();
    await page.getByRole('button', { name: 'Yes, remove it' }).click();
    await page.getByText(/is removed\. Your device may go on offering it/).waitFor();
    await leave(page);
    await page.getByRole('button', { name: 'Log in with a passkey' }).click();
    await page.getByText('This passkey doesn’t log in here (any more).').waitFor();
    assert.deepEqual(await axeFindings(page, device.debug), []);
    await fillLogin(page, maria.username, 'eleven quiet tin umbrellas');
    await page.getByRole('heading', { name: 'My Account' }).waitFor();
  });

  test('the offer is taken back with one press, and stays away', async () => {
    const page = await (await house.newProfile()).newPage();
    await askForLink(page, bo.username);
    await page.goto(linkOf(await house.mailbox.next(bo.email, /your login link/)));
    await page.getByRole('button', { name: 'Not now' }).click();
    await page.getByRole('heading', { name: 'Next time, nothing to remember' }).waitFor({ state: 'hidden' });
    await page.reload();
    await page.getByRole('heading', { name: 'My Account' }).waitFor();
    await page.getByLabel('New password', { exact: true }).waitFor();
    assert.equal(await page.getByRole('heading', { name: 'Next time, nothing to remember' }).count(), 0);
  });

  test('J9 a passkey that is chosen among the usernames which the browser offers logs in, with nothing typed or pressed', async () => {
    const page = await logIn(await house.newProfile({ width: widths.tablet, scheme: 'dark' }), bo);
    const device = await plugInPasskeyDevice(page);
    await page.getByRole('link', { name: 'Passkeys' }).click();
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText(/is added\. Next time choose/).waitFor();
    await device.touch(false);
    await leave(page);
    // As long as nobody chooses it, the page is the same as without.
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await page.getByText('Type your username.').waitFor();
    assert.deepEqual(await axeFindings(page, device.debug), []);
    await device.touch(true);
    await page.reload();
    await page.getByRole('heading', { name: 'My Account' }).waitFor();
    await page.getByText(bo.username, { exact: true }).first().waitFor();
  });

  test('J9 a coach turns the second step on: password and login link then ask for it, and a recovery code helps once', async () => {
    const profile = await house.newProfile({ width: widths.desktop, scheme: 'light' });
    const page = await logIn(profile, dana);
    await page.goto('/account');
    await page.getByRole('link', { name: 'Second step' }).click();
    await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
    await page.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
    await page.getByLabel('Six digits from the app').fill('000000');
    await page.getByRole('button', { name: 'Turn on' }).click();
    await page.getByText('This is not the code of the moment.').waitFor();
    await page.getByLabel('Six digits from the app').fill(totpCode(secret));
    await page.getByRole('button', { name: 'Turn on' }).click();
    await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    const codes = await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).allInnerTexts();
    assert.equal(codes.length, 10);
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('one of 10 recovery codes').waitFor();
    assert.deepEqual(await axeFindings(page), []);

    await leave(page);
    await fillLogin(page, dana.username, dana.password);
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.goto('/account');
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('Type the six digits that your app shows now.').waitFor();
    await page.getByLabel('Code from your authenticator app').fill('111111');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('That is not right, or it was used already.').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    // The code that turned it on is used up; the next one is good half a minute early.
    await page.getByLabel('Code from your authenticator app').fill(totpCode(secret, 1));
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('heading', { name: 'Clients' }).waitFor();

    const phone = await (await house.newProfile()).newPage();
    await askForLink(phone, dana.username);
    await phone.goto(linkOf(await house.mailbox.next(dana.email, /your login link/)));
    await phone.getByRole('heading', { name: 'One more step' }).waitFor();
    await phone.reload();
    await phone.getByRole('button', { name: 'Use a recovery code instead' }).click();
    await phone.getByLabel('Recovery code').fill(codes[4] ?? '');
    assert.deepEqual(await axeFindings(phone), []);
    await phone.getByRole('button', { name: 'Go on' }).click();
    await phone.getByRole('heading', { name: 'My Account' }).waitFor();
    await house.mailbox.next(dana.email, /a recovery code of yours was used/);
  });

  test('a coach with a passkey uses it as the second step as well', async ({ browser }) => {
    const house2 = await openHouse(browser);
    try {
      const page = await logIn(await house2.newProfile({ width: widths.desktop, scheme: 'dark' }), dana);
      await page.goto('/account');
      const device = await plugInPasskeyDevice(page);
      await page.getByRole('link', { name: 'Passkeys' }).click();
      await page.getByRole('button', { name: 'Add a passkey' }).click();
      await page.getByText('Make recovery codes now').waitFor();
      assert.deepEqual(await axeFindings(page, device.debug), []);
      await device.touch(false);
      await leave(page);
      // Typing works as ever while the passkey is offered, and takes the offer away.
      await fillLogin(page, dana.username, dana.password);
      await page.getByRole('heading', { name: 'One more step' }).waitFor();
      await device.touch(true);
      await page.getByRole('button', { name: 'Use your passkey' }).click();
      await page.getByRole('heading', { name: 'Clients' }).waitFor();
    } finally {
      await house2.close();
    }
  });
});
