import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { useHouse } from '../../house.ts';

/** The server as it is once another release is out: this tab's files are gone, until it is loaded anew. */
async function release(page: Page, { stays = false } = {}): Promise<() => number> {
  let loads = 0;
  page.on('request', (request) => (loads += Number(request.isNavigationRequest())));
  await page.route('**/assets/LoginHelperPage*', (route) =>
    loads > 1 && !stays ? route.fallback() : route.fulfill({ status: 404, body: 'Not found' }),
  );
  await page.route('**/login', async (route) => {
    if (route.request().resourceType() !== 'fetch') return route.fallback();
    const response = await route.fetch();
    return route.fulfill({ response, body: (await response.text()).replaceAll('.js"', '-other.js"') });
  });
  return () => loads;
}

test.describe('An open tab over a release', () => {
  const house = useHouse();

  test('C145 opens the page asked for after one load by itself, with what was typed', async () => {
    const page = await (await house.newProfile()).newPage();
    const loads = await release(page);
    await page.goto('/login');
    await page.getByLabel('Username').fill('maya.fern');
    await page.getByRole('link', { name: 'Forgot your username or password?' }).click();
    await page.getByRole('heading', { name: 'Which did you forget?' }).waitFor();
    assert.equal(new URL(page.url()).pathname, '/login/help');
    assert.equal(loads(), 2);
    await page.getByRole('radio', { name: /password/i }).check();
    assert.equal(await page.getByRole('textbox', { name: 'Your username' }).inputValue(), 'maya.fern');
  });

  test('C145 where a part stays missing, it is loaded anew once, and then said', async () => {
    const page = await (await house.newProfile()).newPage();
    const loads = await release(page, { stays: true });
    await page.goto('/login');
    await page.getByRole('link', { name: 'Forgot your username or password?' }).click();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    assert.equal(loads(), 2);
  });
});
