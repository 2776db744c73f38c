import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { axeFindings } from '../axe.ts';
import { launchBrowser, openProfile, widths } from '../browser.ts';
import { type RunningServer, startServer } from '../start-server.ts';

suite('The login page', () => {
  let server: RunningServer;
  let browser: Browser;
  before(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  for (const scheme of ['light', 'dark'] as const) {
    for (const [screen, width] of Object.entries(widths)) {
      test(`opens on a ${screen} in ${scheme}, is named, fits, and axe finds nothing`, async () => {
        const profile = await openProfile(browser, server.url, { width, scheme });
        const page = await profile.newPage();
        const faults: string[] = [];
        page.on('pageerror', (error) => faults.push(error.message));
        page.on('console', (line) => {
          if (line.type() === 'error') faults.push(line.text());
        });

        await page.goto('/login');
        await page.getByLabel('Username').waitFor();

        assert.match(await page.title(), /^Log in/);
        assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
        assert.deepEqual(await axeFindings(page), []);
        assert.deepEqual(faults, []);
        await profile.close();
      });
    }
  }
});
