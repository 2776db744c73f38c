import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { useHouse } from '../../house.ts';

test.describe('The login page', () => {
  const house = useHouse();

  for (const scheme of ['light', 'dark'] as const) {
    for (const [screen, width] of Object.entries(widths)) {
      // One of them with every change.
      const tag = screen === 'phone' && scheme === 'light' ? [] : '@matrix';
      test(`opens on a ${screen} in ${scheme}, is named, fits, and axe finds nothing`, { tag }, async () => {
        const profile = await house.newProfile({ width, scheme });
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
