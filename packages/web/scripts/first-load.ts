/**
 * Adds up the JavaScript that a signed-out page asks for before its form can be used: the entry, the page's chunk
 * and everything either imports statically (that is what modulepreload fetches too). Fails above the budget.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

type Chunk = { file: string; imports?: string[] };

const budgetKilobytes = 30;
const dist = new URL('../dist/', import.meta.url);
const links = 'src/features/login-links';
const welcome = 'src/features/welcome';
/** Each page, and each way to arrive on the link page, with the chunks that its first view imports. */
const pages = {
  '/login': ['src/features/login/LoginPage.svelte'],
  '/login/help': ['src/features/login-helper/LoginHelperPage.svelte'],
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
  '/welcome incomplete': [`${welcome}/WelcomePage.svelte`, `${welcome}/IncompleteInvitePanel.svelte`],
};

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')) as Record<
  string,
  Chunk
>;

function chunkOf(key: string): Chunk {
  const chunk = manifest[key];
  if (!chunk)
    throw new Error(`The build has no chunk ${key}. Was a page moved? Then tell scripts/first-load.ts.`);
  return chunk;
}

function collect(key: string, seen: Set<string>): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of chunkOf(key).imports ?? []) collect(next, seen);
  return seen;
}

function gzippedKilobytes(file: string): number {
  return gzipSync(readFileSync(new URL(file, dist))).length / 1000;
}

let tooHeavy = false;
for (const [path, parts] of Object.entries(pages)) {
  const keys = collect('index.html', new Set());
  for (const part of parts) collect(part, keys);
  const files = [...keys].map((key) => chunkOf(key).file).filter((file) => file.endsWith('.js'));
  const sizes = files.map((file) => ({ file, size: gzippedKilobytes(file) }));
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  const verdict = total <= budgetKilobytes ? 'ok' : `over the budget of ${budgetKilobytes} kB`;
  console.log(`${path.padEnd(26)}${total.toFixed(2).padStart(8)} kB gzipped  ${verdict}`);
  for (const { file, size } of sizes) console.log(`  ${file.padEnd(40)}${size.toFixed(2).padStart(7)} kB`);
  tooHeavy ||= total > budgetKilobytes;
}
if (tooHeavy) process.exit(1);
