/**
 * How long a coach of many clients waits between the answer to their login and the first rows of Clients, in a real
 * Chromium: `DATABASE_URL=postgres://…/an-empty-database node src/first-rows.ts`, once built. CLIENTS (20,000) and ROUNDS
 * (7) are its settings; it calls psql.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page, Request } from 'playwright-core';
import { askedOperation } from './asked-operation.ts';
import { launchBrowser, openProfile, widths } from './browser.ts';
import { dana, fillLogin } from './people.ts';
import { startServer } from './start-server.ts';

/** Of the last round. */
let parts: string[] = [];

const { DATABASE_URL, CLIENTS = '20000', ROUNDS = '7' } = process.env;
if (DATABASE_URL === undefined) throw new Error('DATABASE_URL names an empty PostgreSQL database');

const server = await startServer({ DATABASE_URL, DEMO_DATA: '1' });
const browser = await launchBrowser();
try {
  await addClients(Number(CLIENTS));
  const times: number[] = [];
  for (let round = 0; round < Number(ROUNDS); round += 1) times.push(await measure());
  times.sort((one, other) => one - other);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  console.log(parts.join('\n'));
  console.log(
    `${CLIENTS} clients, login answered → first rows: median ${ms(median)}, all ${times.map(ms).join(', ')}`,
  );
} finally {
  await browser.close();
  await server.stop();
}

/** Copies of one of the demo's clients, one in ten of whom types wrong passwords: no API adds so many within an hour. */
async function addClients(many: number): Promise<void> {
  const copies = `
    insert into account select (jsonb_populate_record(null::account, to_jsonb(a) || jsonb_build_object(
      'id', gen_random_uuid(), 'last_name', 'Keller ' || n, 'folded_name', 'keller ' || n || ' maria',
      'email', 'many.' || n || '@client.test', 'email_key', 'many.' || n || '@client.test',
      'username', 'many.' || n, 'username_key', 'many.' || n,
      'wrong_password_at', case when n % 10 = 0 then a.created_at end))).*
    from account a, generate_series(1, ${String(many)}) n where a.username_key = 'maria.k'`;
  await promisify(execFile)('psql', [String(DATABASE_URL), '-q', '-c', copies, '-c', 'vacuum analyze']);
}

/** One login in a browser that has never been here, as far as the first rows on the screen. */
async function measure(): Promise<number> {
  const profile = await openProfile(browser, server.url, { width: widths.desktop, scheme: 'light' });
  const page = await profile.newPage();
  await page.addInitScript(noteFirstRow);
  // What the page fetches ahead is there before anybody has typed a password.
  const ahead = page.waitForEvent('requestfinished', (request) =>
    request.url().includes('/assets/CoachFrame-'),
  );
  await page.goto('/login');
  await ahead;
  await page.waitForLoadState('networkidle');
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  const answered = page.waitForEvent('requestfinished', (request) => askedOperation(request) === 'Login');
  await fillLogin(page, dana.username, dana.password);
  const { startTime, responseEnd } = (await answered).timing();
  const from = startTime + responseEnd;
  const shown = await firstRow(page);
  parts = requests
    .filter((request) => request.timing().startTime > from)
    .map((request) => whenAsked(request, from));
  await profile.close();
  return shown - from;
}

/** What was asked for and how long it took, for whoever wonders where the time goes. */
function whenAsked(request: Request, from: number): string {
  const { startTime, responseEnd } = request.timing();
  const name = askedOperation(request) ?? new URL(request.url()).pathname.split('/').pop() ?? '';
  return `  ${ms(startTime - from)} ${name}, ${ms(responseEnd)}`;
}

/** In the page: the moment when the first row has been painted, as a time of the clock. */
function noteFirstRow(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('tbody tr')) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      requestAnimationFrame(() => performance.mark('first-row', { startTime: performance.now() })),
    );
  });
  observer.observe(document, { childList: true, subtree: true });
}

async function firstRow(page: Page): Promise<number> {
  const found = await page.waitForFunction(() => {
    const [mark] = performance.getEntriesByName('first-row');
    return mark && performance.timeOrigin + mark.startTime;
  });
  return Number(await found.jsonValue());
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}
