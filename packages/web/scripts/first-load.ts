/**
 * Adds up the JavaScript that a signed-out page asks for before its form can be used: the entry, the page's chunk
 * and everything either imports statically (that is what modulepreload fetches too). Fails above the budget.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

type Chunk = { file: string; imports?: string[] };

const budgetKilobytes = 30;
const dist = new URL('../dist/', import.meta.url);
const links = 'src/features/login/links';
const welcome = 'src/features/login/invites';
const shared = 'src/features/login/sessions';
const changes = 'src/features/access-changes';
/** Each page, and each way to arrive on the link page, with the chunks that its first view imports. */
const pages = {
  '/login': ['src/features/login/password/LoginPage.svelte'],
  '/login/help': ['src/features/login/helper/LoginHelperPage.svelte'],
  '/login/link good link': [
    `${links}/LoginLinkPage.svelte`,
    `${links}/LinkPanel.svelte`,
    `${links}/OfferPanel.svelte`,
  ],
  '/login/link dead link': [
    `${links}/LoginLinkPage.svelte`,
    `${links}/LinkPanel.svelte`,
    `${links}/DeadLinkPanel.svelte`,
  ],
  '/login/link incomplete': [`${links}/LoginLinkPage.svelte`, `${links}/IncompleteLinkPanel.svelte`],
  '/login/link code': [`${links}/LoginLinkPage.svelte`, `${links}/CodePanel.svelte`],
  '/welcome good invitation': [`${welcome}/WelcomePage.svelte`, `${welcome}/AcceptForm.svelte`],
  '/welcome dead invitation': [`${welcome}/WelcomePage.svelte`, `${welcome}/DeadInvitePanel.svelte`],
  '/welcome another account': [`${welcome}/WelcomePage.svelte`, `${shared}/ReplacePanel.svelte`],
  '/welcome coach here': [`${welcome}/WelcomePage.svelte`, `${shared}/CoachHerePanel.svelte`],
  '/login/link other account': [
    `${links}/LoginLinkPage.svelte`,
    `${links}/LinkPanel.svelte`,
    `${shared}/ReplacePanel.svelte`,
  ],
  '/account/email to log in': [
    `${changes}/ConfirmEmailPage.svelte`,
    `${changes}/ConfirmPanel.svelte`,
    `${changes}/ConfirmElsewherePanel.svelte`,
  ],
  '/account/email to confirm': [
    `${changes}/ConfirmEmailPage.svelte`,
    `${changes}/ConfirmPanel.svelte`,
    `${changes}/OwnerPanel.svelte`,
  ],
  '/account/email dead link': [
    `${changes}/ConfirmEmailPage.svelte`,
    `${changes}/ConfirmPanel.svelte`,
    `${changes}/DeadChangePanel.svelte`,
  ],
  '/account/email incomplete': [
    `${changes}/ConfirmEmailPage.svelte`,
    `${changes}/IncompleteChangePanel.svelte`,
  ],
  '/stop good link': [`${changes}/StopPage.svelte`, `${changes}/StopPanel.svelte`],
  '/stop dead link': [
    `${changes}/StopPage.svelte`,
    `${changes}/StopPanel.svelte`,
    `${changes}/DeadChangePanel.svelte`,
  ],
  '/welcome incomplete': [`${welcome}/WelcomePage.svelte`, `${welcome}/IncompleteInvitePanel.svelte`],
};

/** The build of each language, which is all that a page of that language loads. */
const builds = { en: dist, es: new URL('es/', dist) };

type Manifest = Record<string, Chunk>;

function chunkOf(manifest: Manifest, key: string): Chunk {
  const chunk = manifest[key];
  if (!chunk)
    throw new Error(`The build has no chunk ${key}. Was a page moved? Then tell scripts/first-load.ts.`);
  return chunk;
}

function collect(manifest: Manifest, key: string, seen: Set<string>): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of chunkOf(manifest, key).imports ?? []) collect(manifest, next, seen);
  return seen;
}

function gzippedKilobytes(file: URL): number {
  return gzipSync(readFileSync(file)).length / 1000;
}

/** Whether a page is over the budget. */
function measure(language: string, build: URL, manifest: Manifest, path: string, parts: string[]): boolean {
  const keys = collect(manifest, 'index.html', new Set());
  for (const part of parts) collect(manifest, part, keys);
  const files = [...keys].map((key) => chunkOf(manifest, key).file).filter((file) => file.endsWith('.js'));
  const sizes = files.map((file) => ({ file, size: gzippedKilobytes(new URL(file, build)) }));
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  const isTooHeavy = total > budgetKilobytes;
  const verdict = isTooHeavy ? `over the budget of ${budgetKilobytes} kB` : 'ok';
  console.log(`${language} ${path.padEnd(26)}${total.toFixed(2).padStart(8)} kB gzipped  ${verdict}`);
  for (const { file, size } of sizes) console.log(`  ${file.padEnd(40)}${size.toFixed(2).padStart(7)} kB`);
  return isTooHeavy;
}

let tooHeavy = false;
for (const [language, build] of Object.entries(builds)) {
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', build), 'utf8')) as Manifest;
  for (const [path, parts] of Object.entries(pages))
    tooHeavy = measure(language, build, manifest, path, parts) || tooHeavy;
}
if (tooHeavy) process.exit(1);
