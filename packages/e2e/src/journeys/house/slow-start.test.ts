import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { axeFindings } from '../../axe.ts';
import { block } from '../../block.ts';
import { widths } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { freshLink } from '../../fresh-link.ts';
import { bo, maria } from '../../people.ts';

test.describe('A page that is slow to come', () => {
  const house = useHouse();

  const logInButton = (page: Page) => page.getByRole('button', { name: 'Log in', exact: true });
  const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' });

  for (const how of ['fails', 'hangs'] as const) {
    test(`C144 the main script ${how}: words, and a way to try again that keeps the link`, async () => {
      const link = await freshLink(house, maria);
      const page = await (await house.newProfile()).newPage();
      const complaints: string[] = [];
      page.on(
        'console',
        (line) => /Content.Security.Policy/i.test(line.text()) && complaints.push(line.text()),
      );
      const lift = await block(page, '**/assets/index-*.js', how);
      await page.goto(link, { waitUntil: 'commit' });
      const words = page.getByText('This page is slow to come');
      // Twice: the first press must not be the only one that asks.
      for (let presses = 0; presses < 2; presses += 1) {
        await words.waitFor();
        assert.deepEqual(await axeFindings(page), []);
        const asked = page.waitForResponse((answer) => answer.status() === 302);
        await tryAgain(page).click();
        await asked;
        await words.waitFor({ state: 'hidden' });
      }
      await words.waitFor();
      await lift();
      // What hangs may yet come by itself.
      if (how === 'fails') await tryAgain(page).click();
      await logInButton(page).waitFor();
      assert.equal(page.url(), `${house.server.url}/login/link`);
      assert.equal(await page.locator('#opening').count(), 0);
      assert.deepEqual(complaints, []);
    });
  }

  test('C144 nothing but the page itself comes: its first words are drawn all the same, in the reader’s language', async () => {
    const profile = await house.newProfile({ width: widths.phone, scheme: 'dark', language: 'es-ES' });
    const page = await profile.newPage();
    const lift = await block(page, '**/assets/*', 'hangs');
    await page.goto('/login', { waitUntil: 'commit' });
    const words = page.getByText('Esta página tarda en llegar');
    await words.waitFor();
    await lift();
    await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
    assert.equal(await words.count(), 0);
  });

  test('C144 the first page’s file fails: it is tried again in its place, with the link', async () => {
    const link = await freshLink(house, bo);
    const page = await (await house.newProfile()).newPage();
    const lift = await block(page, '**/assets/LoginLinkPage-*.js', 'fails');
    await page.goto(link);
    await tryAgain(page).waitFor();
    await lift();
    await tryAgain(page).click();
    await logInButton(page).waitFor();
  });

  test('C144 "Looking at your link" stays until the offer is there', async () => {
    const link = await freshLink(house, maria);
    const page = await (await house.newProfile()).newPage();
    const lift = await block(page, '**/assets/OfferPanel-*.js', 'hangs');
    const asked = page.waitForRequest(/OfferPanel/);
    await page.goto(link);
    await asked;
    await page.getByRole('heading', { name: 'Looking at your link' }).waitFor();
    assert.equal(await page.getByRole('heading').count(), 1);
    await lift();
    await logInButton(page).waitFor();
  });
});
