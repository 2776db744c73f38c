import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { axeFindings } from '../../axe.ts';
import { type Look, widths } from '../../browser.ts';
import { useHouseAndProvider } from '../../house.ts';
import { askForLink, bo, dana, fillLogin, logIn, maria, openClient } from '../../people.ts';

test.describe('The login help report', () => {
  const { house } = useHouseAndProvider({ nobodyHas: [maria.email] });

  async function atDesk(name: string, look: Look): Promise<Page> {
    const desk = await logIn(await house.newProfile(look), dana);
    await openClient(desk, name);
    await desk.getByRole('heading', { name: /log in\?$/ }).waitFor();
    return desk;
  }

  test('J6 an address that bounces is the verdict, and its button opens the form that mends it', async () => {
    // From a browser of the client's own: what strangers ask for moves nothing that a coach sees.
    const home = await logIn(await house.newProfile(), maria);
    await home.getByRole('button', { name: 'Log out' }).click();
    await home.getByRole('heading', { name: 'Log in' }).waitFor();
    await askForLink(home, maria.username);
    const desk = await atDesk('Maria Keller', { width: widths.desktop, scheme: 'light' });
    const verdict = desk.getByText(`Mail to ${maria.email} comes back, so no login link reaches Maria.`);
    // The letter comes back when it does.
    for (let looks = 0; looks < 20 && !(await verdict.isVisible()); looks += 1) {
      await desk.getByRole('button', { name: 'Look again' }).first().click();
      await pause(500);
    }
    await verdict.waitFor();
    const first = desk.getByRole('list', { name: 'What was looked at' }).getByRole('listitem').first();
    assert.match(await first.innerText(), /Email address\s+Problem/);
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Correct the address' }).click();
    const focused = desk.locator('input[name=email]:focus');
    await focused.waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.goto('/clients');
    const top = desk
      .getByRole('table', { name: /those who need you first/ })
      .getByRole('row')
      .nth(1);
    await top.getByText('Mail comes back').waitFor();
    await top.getByRole('button', { name: 'Correct address Maria Keller' }).click();
    await desk.locator('input[name=email]:focus').waitFor();
    await desk.goBack();
    assert.deepEqual(await axeFindings(desk), []);
  });

  test('a deactivated client is let in again by the one main button', async () => {
    const desk = await atDesk('Sam Patel', { width: widths.phone, scheme: 'dark' });
    await desk.getByText('Sam is deactivated, so no login works.').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Reactivate' }).first().click();
    await desk.getByText('Active again.').waitFor();
    await desk.getByText('Nothing here keeps Sam out').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
  });

  test('wrong passwords on the client’s phone are told, and the button writes the login link', async () => {
    const phone = await logIn(await house.newProfile({ width: widths.phone, scheme: 'light' }), bo);
    await phone.getByRole('button', { name: 'Log out' }).click();
    await phone.getByText('You are logged out.').waitFor();
    await fillLogin(phone, bo.username, 'seven fast trams');
    await phone.getByText('This username and password don’t go together.').waitFor();
    const desk = await atDesk('Lind', { width: widths.phone, scheme: 'light' });
    await desk.getByText('has typed a wrong password since the last login').waitFor();
    assert.equal((await desk.content()).includes(bo.username), false);
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Edit first' }).click();
    await desk.waitForURL('**/messages/new');
    await desk.getByText('[loginLink]').first().waitFor();
  });

  test('a stranger’s tries are not counted', async () => {
    const desk = await atDesk('Ana Ruiz', { width: widths.desktop, scheme: 'dark' });
    const checks = desk.getByRole('list', { name: 'What was looked at' });
    await desk.getByText(/^\d fine/).click();
    const before = await checks.last().innerText();
    assert.match(before, /Wrong passwords/);
    const stranger = await (await house.newProfile()).newPage();
    await stranger.goto('/login');
    await fillLogin(stranger, 'ana.ruiz', 'not her password');
    await stranger.getByText('This username and password don’t go together.').waitFor();
    await desk.getByRole('button', { name: 'Look again' }).first().click();
    await desk.getByText('Tries count only from a browser').first().waitFor();
    assert.equal(await checks.last().innerText(), before);
  });
});
