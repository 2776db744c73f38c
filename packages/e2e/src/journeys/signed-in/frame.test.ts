import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { axeFindings } from '../../axe.ts';
import { type Look, widths } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { dana, logIn, maria, personMenu } from '../../people.ts';

/** Where the keyboard is: what a screen reader would say next. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

test.describe('The frame of who is logged in', () => {
  const house = useHouse();

  const looks: Look[] = [
    { width: widths.desktop, scheme: 'light' },
    { width: widths.tablet, scheme: 'dark' },
    { width: widths.phone, scheme: 'light' },
  ];
  for (const look of looks)
    test(`a coach lands on Clients and goes to Messages, writing and My Account from every page: ${String(look.width)} px`, async () => {
      const desk = await logIn(await house.newProfile(look), dana);
      assert.equal(new URL(desk.url()).pathname, '/clients');
      const ways = desk.getByRole('navigation', { name: /^Pages/ });
      assert.equal(await ways.count(), 1);
      for (const [entry, heading] of [
        ['Messages', 'Messages'],
        ['Clients', 'Clients'],
      ] as const) {
        await ways.getByRole('link', { name: entry }).click();
        await desk.getByRole('heading', { name: heading, level: 1 }).waitFor();
        assert.equal(await focused(desk), heading);
        assert.match(await ways.locator('[aria-current=page]').innerText(), new RegExp(`^${entry}`));
      }
      await desk.getByRole('link', { name: 'Write', exact: true }).click();
      await desk.getByRole('heading', { name: 'New message', level: 1 }).waitFor();
      await personMenu(desk).click();
      assert.deepEqual(await axeFindings(desk), []);
      await desk.getByRole('link', { name: 'My Account' }).click();
      await desk.getByRole('heading', { name: 'My Account', level: 1 }).waitFor();
      assert.equal(await focused(desk), 'My Account');
      assert.deepEqual(await axeFindings(desk), []);
      await desk.goto('/');
      await desk.getByRole('heading', { name: 'Clients', level: 1 }).waitFor();
    });

  test('the menu works by keyboard alone: what lies under it is out of reach, and the keyboard comes back', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'light' }), dana);
    const opener = personMenu(desk);
    await opener.focus();
    await desk.keyboard.press('Enter');
    const menu = desk.getByRole('dialog', { name: 'Dana Okafor' });
    await menu.waitFor();
    assert.equal(await opener.getAttribute('aria-expanded'), 'true');
    assert.equal(await focused(desk), 'My Account');
    await desk.keyboard.press('ArrowUp');
    assert.equal(await focused(desk), 'Log out');
    await desk.keyboard.press('ArrowDown');
    assert.equal(await focused(desk), 'My Account');
    for (let presses = 0; presses < 8; presses += 1) {
      await desk.keyboard.press('Tab');
      const isUnder = await desk.evaluate(() => document.activeElement?.matches('dialog *, body') === false);
      assert.equal(isUnder, false, await focused(desk));
    }
    await desk.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    assert.equal(await opener.getAttribute('aria-expanded'), 'false');
    assert.match(await focused(desk), /^DO\s+Dana Okafor/);
    // A click beside it shuts it and does nothing else.
    await desk.keyboard.press('Enter');
    await menu.waitFor();
    const { x, y } = (await desk.getByText('Messages', { exact: true }).first().boundingBox()) ?? {
      x: 0,
      y: 0,
    };
    await desk.mouse.click(x + 4, y + 4);
    await menu.waitFor({ state: 'detached' });
    assert.equal(new URL(desk.url()).pathname, '/clients');
  });

  test('the first press of Tab leads past the door to the page', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'light' }), dana);
    await desk.reload();
    await desk.getByRole('heading', { name: 'Clients', level: 1 }).waitFor();
    await desk.keyboard.press('Tab');
    assert.equal(await focused(desk), 'Skip to content');
    await desk.keyboard.press('Enter');
    assert.equal(await focused(desk), 'Clients');
  });

  test('an address that is none keeps its reader inside, and so does a page that breaks', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'dark' }), dana);
    await desk.goto('/no-such-page');
    await desk.getByRole('heading', { name: 'This page isn’t here' }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await personMenu(desk).waitFor();
    await desk.getByRole('link', { name: 'Go to your clients' }).click();
    await desk.getByRole('heading', { name: 'Clients', level: 1 }).waitFor();

    await desk.evaluate(() => {
      // As if a script of ours had stumbled: others' faults are not worth a person's attention.
      const filename = [...document.scripts].find(({ src }) => src)?.src ?? '';
      dispatchEvent(new ErrorEvent('error', { error: new Error('stumbled'), filename }));
    });
    await desk.getByRole('heading', { name: 'This page stopped working' }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Messages' }).click();
    await desk.getByRole('heading', { name: 'Messages', level: 1 }).waitFor();

    const phone = await logIn(await house.newProfile(), maria);
    await phone.goto('/clients');
    await phone.getByRole('link', { name: 'Go to My Account' }).click();
    await phone.getByRole('heading', { name: 'My Account', level: 1 }).waitFor();
    await phone.goto('/no-such-page');
    await phone.getByRole('heading', { name: 'This page isn’t here' }).waitFor();
    await phone.getByRole('button', { name: 'Log out' }).waitFor();
    assert.deepEqual(await axeFindings(phone), []);

    const nobody = await (await house.newProfile()).newPage();
    await nobody.goto('/no-such-page');
    await nobody.getByRole('link', { name: 'Go to the login page' }).click();
    await nobody.getByRole('heading', { name: 'Log in', level: 1 }).waitFor();
  });

  test('the language of a coach changes from the menu, and stays with a new login', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'light' }), dana);
    await personMenu(desk).click();
    await desk.getByRole('button', { name: 'Español' }).click();
    await desk.getByRole('heading', { name: 'Clientes', level: 1 }).waitFor();
    const elsewhere = await house.newProfile({ width: widths.desktop, scheme: 'light' });
    const page = await elsewhere.newPage();
    await page.goto('/login');
    await page.getByLabel('Username').fill(dana.username);
    await page.getByLabel('Password', { exact: true }).fill(dana.password);
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await page.getByRole('heading', { name: 'Clientes', level: 1 }).waitFor();
    await page.getByRole('button', { name: /Coach$/ }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Clients', level: 1 }).waitFor();
  });
});
