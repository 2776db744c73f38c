import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { BrowserContext, Page } from 'playwright-core';
import { axeFindings } from '../axe.ts';
import { widths } from '../browser.ts';
import { useHouse } from '../house.ts';
import { dana, logIn, maria } from '../people.ts';
import { everyVisit, type Visit, type Who } from '../visits.ts';

/** A page that fits 320 px fits a desktop at 400 %, which WCAG asks for as reflow. */
const narrow = 320;

async function sticksOut(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

test.describe('Every page', () => {
  const house = useHouse();
  let visits: Visit[];
  const cookies = new Map<Who, Awaited<ReturnType<BrowserContext['cookies']>>>();
  test.beforeAll(async () => {
    const client = await house.newProfile();
    await logIn(client, maria);
    cookies.set('client', await client.cookies());
    const desk = await house.newProfile();
    await logIn(desk, dana);
    cookies.set('coach', await desk.cookies());
    // GraphiQL's own markup is not ours to mend; Lighthouse looks at what we put around it.
    visits = (await everyVisit(house.server, desk)).filter(({ name }) => name !== 'explorer');
  });

  async function visitAll(
    look: { width: number; scheme: 'light' | 'dark' },
    check: (page: Page) => Promise<string[]>,
  ): Promise<string[]> {
    const found: string[] = [];
    for (const who of ['nobody', 'client', 'coach'] as const) {
      const profile = await house.newProfile(look);
      await profile.addCookies(cookies.get(who) ?? []);
      for (const { name, path } of visits.filter(({ as }) => as === who)) {
        const page = await profile.newPage();
        await page.goto(path, { waitUntil: 'networkidle' });
        found.push(...(await check(page)).map((fault) => `${name}: ${fault}`));
        await page.close();
      }
      await profile.close();
    }
    return found;
  }

  for (const scheme of ['light', 'dark'] as const)
    test(`shows axe nothing on a tablet, ${scheme}`, { tag: '@matrix' }, async () => {
      assert.deepEqual(await visitAll({ width: widths.tablet, scheme }, axeFindings), []);
    });

  test('shows axe nothing on a very narrow screen, and fits it without scrolling sideways', async () => {
    const found = await visitAll({ width: narrow, scheme: 'light' }, async (page) => [
      ...((await sticksOut(page)) ? ['sticks out'] : []),
      ...(await axeFindings(page)),
    ]);
    assert.deepEqual(found, []);
  });
});
