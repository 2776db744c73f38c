import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { BrowserContext, Page } from 'playwright-core';
import { useHouse } from '../../house.ts';
import { bodyOf, dana, logIn, logOut, maria, personMenu } from '../../people.ts';
import { everyVisit } from '../../visits.ts';

test.describe('Logging out', () => {
  const house = useHouse();

  const logOutOf = async (page: Page) => {
    await logOut(page);
    await page.getByText('You are logged out.').waitFor();
  };

  /** Everything that this tab still holds: what is shown, hidden or typed, its history entry, what the browser keeps. */
  const remains = (page: Page) =>
    page.evaluate(async () =>
      JSON.stringify({
        markup: document.documentElement.outerHTML,
        typed: [...document.querySelectorAll('input, textarea')].map(
          (field) => (field as HTMLInputElement).value,
        ),
        state: history.state as unknown,
        local: { ...localStorage },
        session: { ...sessionStorage },
        databases: await indexedDB.databases(),
        caches: await caches.keys(),
        cookies: document.cookie,
      }),
    );

  async function holdsNothingOf(page: Page, words: RegExp): Promise<void> {
    assert.doesNotMatch(await remains(page), words);
  }

  test('P059 stands in sight on every page of a client, and in the menu of their name on every page of a coach', async () => {
    const desk = await house.newProfile();
    await logIn(desk, dana);
    const visits = await everyVisit(house.server, desk);
    const client = await house.newProfile();
    await logIn(client, maria);
    const profiles: Record<string, BrowserContext> = { client, coach: desk };
    const own = visits.filter(
      ({ as, path }) => as in profiles && /^\/(account$|clients|messages)/.test(path),
    );
    assert.ok(own.length >= 8, String(own.length));
    for (const { as, name, path } of own) {
      const page = await profiles[as]?.newPage();
      assert.ok(page);
      await page.goto(path, { waitUntil: 'networkidle' });
      if (as === 'coach') {
        assert.equal(await personMenu(page).count(), 1, name);
        assert.ok(await personMenu(page).isVisible(), name);
        await personMenu(page).click();
      }
      assert.equal(await page.getByRole('button', { name: 'Log out' }).count(), 1, name);
      assert.ok(await page.getByRole('button', { name: 'Log out' }).isVisible(), name);
      await page.close();
    }
  });

  test('P057 leaves nothing of a client in the tab, and Back brings nothing of it back', async () => {
    const profile = await house.newProfile();
    const page = await logIn(profile, maria);
    // At another address, so that there is something of theirs to go back to.
    await page.goto('/account?again');
    await page.getByText(maria.username, { exact: true }).first().waitFor();
    const own = new RegExp(`${maria.username}|${maria.email}|Keller|Access diary`);
    assert.match(await remains(page), own);
    await page.getByLabel('New password', { exact: true }).fill('a half typed secret');
    await logOutOf(page);
    await holdsNothingOf(page, own);
    await holdsNothingOf(page, /half typed secret/);
    for (const way of ['goBack', 'goForward', 'reload'] as const) {
      await page[way]();
      await page.getByRole('heading', { name: 'Log in' }).waitFor();
      await holdsNothingOf(page, own);
    }
  });

  test('P057 leaves nothing of a coach: no client, no half-written message', async () => {
    const page = await logIn(await house.newProfile(), dana);
    await page.goto('/clients');
    await page.getByRole('link', { name: 'Ana Ruiz' }).waitFor();
    await page.goto('/messages/new');
    await page.getByLabel('Subject').fill('About the summer');
    await bodyOf(page).click();
    await page.keyboard.type('Between the two of us');
    const own = /Ana Ruiz|About the summer|Between the two|dana\.coach|northwind\.example/;
    assert.match(await remains(page), own);
    await logOutOf(page);
    await holdsNothingOf(page, own);
    await page.goBack();
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    await holdsNothingOf(page, own);
  });

  test('P058 that does not reach the server says so, and pretends nothing', async () => {
    const profile = await house.newProfile();
    const page = await logIn(profile, maria);
    await profile.setOffline(true);
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('alert').first().waitFor();
    assert.equal(await page.getByText('You are logged out.').count(), 0);
    await profile.setOffline(false);
    await logOutOf(page);
  });
});
