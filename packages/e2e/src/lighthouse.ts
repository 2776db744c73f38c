/**
 * Has Lighthouse look at every page, as on a phone and as on a desktop, and prints its scores for accessibility and best
 * practices: `lighthouse [part of a name]...` looks at the named pages only. Exits with 1 where a page has less than 100.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { desktopConfig, type Result } from 'lighthouse';
import { type BrowserContext, chromium } from 'playwright-core';
import { chromiumFlags, chromiumPath } from './browser.ts';
import { dana, logIn, maria } from './people.ts';
import { freePort, type RunningServer, startServer } from './start-server.ts';
import { everyVisit, NOT_FOUND, type Visit, type Who } from './visits.ts';

const categories = ['accessibility', 'best-practices'] as const;
const screens = ['mobile', 'desktop'] as const;
const perfect = 100;

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
type Screen = (typeof screens)[number];

/** What Lighthouse says of one page on one screen. The port is that of a browser which is logged in already. */
async function look({ url, port }: Site, path: string, screen: Screen): Promise<Result> {
  const page = new URL(path, url).href;
  const flags = {
    port,
    onlyCategories: [...categories],
    disableStorageReset: true,
    disableFullPageScreenshot: true,
    // The page for what isn't there comes with status 404, as it should, and the browser's console says so.
    ...(path === NOT_FOUND ? { ignoreStatusCode: true, skipAudits: ['errors-in-console'] } : {}),
    logLevel: 'error' as const,
  };
  const run = await lighthouse(page, flags, screen === 'desktop' ? desktopConfig : undefined);
  if (!run) throw new Error(`Lighthouse said nothing of ${page}.`);
  if (run.lhr.runtimeError) throw new Error(`${page}: ${run.lhr.runtimeError.message}`);
  return run.lhr;
}

/** The audits that cost points, each with where it found them. */
function faultsIn({ categories: scored, audits }: Result): string[] {
  const counted = Object.values(scored).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0),
  );
  return counted.flatMap(({ id }) => {
    const audit = audits[id];
    if (!audit || audit.score === null || audit.score === 1) return [];
    return [`${id}: ${audit.title} ${JSON.stringify(placesOf(audit.details))}`];
  });
}

function placesOf(details: Result['audits'][string]['details']): unknown[] {
  if (details?.type !== 'table') return [];
  return details.items.slice(0, 5).map((item) => {
    const { selector, explanation } = (item['node'] ?? {}) as { selector?: string; explanation?: string };
    return selector ? [selector, explanation] : (item['description'] ?? item);
  });
}

/** Scores of all visits, line by line as they come; what is wrong comes back. */
async function lookAtAll(visits: Visit[], site: Site, cookies: Record<Who, Cookies>): Promise<string[]> {
  const faults: string[] = [];
  console.log(['page'.padEnd(34), 'screen'.padEnd(8), ...categories].join('  '));
  for (const { name, path, as } of visits) {
    await site.context.clearCookies();
    await site.context.addCookies(cookies[as]);
    for (const screen of screens) {
      const result = await look(site, path, screen);
      const scores = categories.map((id) => Math.round((result.categories[id]?.score ?? 0) * 100));
      const shown = scores.map((score, at) => String(score).padStart(categories[at]?.length ?? 0));
      console.log([name.padEnd(34), screen.padEnd(8), ...shown].join('  '));
      if (scores.some((score) => score < perfect))
        faults.push(...faultsIn(result).map((fault) => `${name} (${screen}): ${fault}`));
    }
  }
  return faults;
}

interface Site {
  url: string;
  port: number;
  context: BrowserContext;
}

async function cookiesOf(context: BrowserContext, who: typeof dana): Promise<Cookies> {
  await context.clearCookies();
  const page = await logIn(context, who);
  await page.close();
  return context.cookies();
}

async function run(server: RunningServer, context: BrowserContext, port: number): Promise<number> {
  const cookies = {
    nobody: [],
    client: await cookiesOf(context, maria),
    coach: await cookiesOf(context, dana),
  };
  const wanted = process.argv.slice(2);
  const visits = (await everyVisit(server, context)).filter(
    ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
  );
  const faults = await lookAtAll(visits, { url: server.url, port, context }, cookies);
  for (const fault of faults) console.log(fault);
  console.log(
    `${String(visits.length)} pages on ${String(screens.length)} screens, ${String(faults.length)} faults`,
  );
  return faults.length;
}

const profile = await mkdtemp(join(tmpdir(), 'latchstring-lighthouse-'));
const port = await freePort();
const server = await startServer();
try {
  // Lighthouse opens its pages in the browser's own profile, so this is the one to be logged in with.
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    args: [...chromiumFlags, `--remote-debugging-port=${String(port)}`],
    baseURL: server.url,
    reducedMotion: 'reduce',
  });
  try {
    if ((await run(server, context, port)) > 0) process.exitCode = 1;
  } finally {
    await context.close();
  }
} finally {
  await server.stop();
  await rm(profile, { recursive: true, force: true });
}
