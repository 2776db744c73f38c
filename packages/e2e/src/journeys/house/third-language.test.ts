import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { test } from '@playwright/test';
import type { BrowserContext, Page } from 'playwright-core';
import { axeFindings } from '../../axe.ts';
import { openProfile } from '../../browser.ts';
import { type RunningServer, startServer } from '../../start-server.ts';

const root = join(import.meta.dirname, '../../../../..');
const run = promisify(execFile);

/** What packages/texts/made-up-language.ts makes. */
const CODE = 'he';
const DEAD = 'A'.repeat(22);

/** The sources alone: what was built of them has two languages. */
async function copyOfSources(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'latchstring-third-language-'));
  const made = new Set(['dist', 'generated', '.data', '.cache', 'screenshots']);
  const isSource = (path: string) => !path.split(sep).some((name) => made.has(name));
  for (const name of ['packages', 'scripts', 'package.json', 'pnpm-lock.yaml', 'tsconfig.base.json'])
    await cp(join(root, name), join(copy, name), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => isSource(path.slice(root.length)),
    });
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** What a page shows that no catalog says: English that stands in the code. */
async function saidInEnglish(page: Page): Promise<string[]> {
  const shown = await page.evaluate(() => [document.title, ...document.body.innerText.split('\n')]);
  const known = /<b onclick="alert\(1\)">|\S+@\S+|\[\w+\]|English|Español|Northwind Coaching|Latchstring/g;
  return shown.map((line) => line.replace(known, '')).filter((line) => /[A-Za-z]{3}/.test(line));
}

async function assertMadeUp(page: Page): Promise<void> {
  const { lang, dir, isWide, marked } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    isWide: document.documentElement.scrollWidth > innerWidth,
    marked: document.querySelectorAll('b, [onclick]').length,
  }));
  assert.deepEqual(
    { lang, dir, isWide, marked },
    { lang: CODE, dir: 'rtl', isWide: false, marked: 0 },
    page.url(),
  );
  assert.match(await page.locator('main').innerText(), /<b onclick="alert\(1\)">/);
  assert.deepEqual(await saidInEnglish(page), [], page.url());
  assert.deepEqual(await axeFindings(page), [], page.url());
}

test.describe('A third language, made up: one catalog and one line', () => {
  let copy = '';
  let server: RunningServer;
  let profile: BrowserContext;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(240_000);
    copy = await copyOfSources();
    await run(process.execPath, ['packages/texts/made-up-language.ts', 'packages/texts'], { cwd: copy });
    await run(process.execPath, ['scripts/build.ts'], { cwd: copy });
    server = await startServer({}, copy);
    profile = await openProfile(browser, server.url);
    await profile.addCookies([{ name: 'latchstring-language', value: CODE, url: server.url }]);
  });
  test.afterAll(async () => {
    await profile?.close();
    await server?.stop();
    if (copy) await rm(copy, { recursive: true });
  });

  for (const path of [
    '/login',
    '/login/help',
    '/login/link',
    `/login/link#${DEAD}`,
    '/welcome',
    `/welcome#${DEAD}`,
    '/account/email',
    `/account/email#${DEAD}`,
    `/stop#${DEAD}`,
    '/nowhere',
  ])
    test(`${path} speaks it from right to left on a phone, and shows the markup in it as text`, async () => {
      const page = await profile.newPage();
      await page.goto(path);
      await page.locator('main h1:visible').waitFor();
      // What the site says of itself has come as well.
      await page.waitForLoadState('networkidle');
      await assertMadeUp(page);
      await page.close();
    });

  test('the login helper answers in it, and so does a wrong password', async () => {
    const page = await profile.newPage();
    await page.goto('/login');
    await page.locator('input[name=username]').fill('nobody.here');
    await page.locator('input[name=password]').fill('not the password');
    await page.locator('form button[type=submit]').click();
    await page.getByRole('alert').first().waitFor();
    await assertMadeUp(page);
    await page.close();
  });
});
