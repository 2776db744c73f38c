/**
 * Builds what is stale, and nothing else: `node scripts/build.ts [server|web]`, both without an argument.
 *
 * The server is transpiled file by file (its dist/ looks like its src/), the app is bundled by Vite. A file is
 * stale when its time or size differs from what was last built, so going back to an older commit counts too.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { compileTexts } from '../packages/texts/compile.ts';
import { languages } from '../packages/texts/languages.ts';

const root = dirname(import.meta.dirname);
const serverSource = join(root, 'packages/server/src');
const serverOutput = join(root, 'packages/server/dist');
const web = join(root, 'packages/web');

/** What one file looked like when it was built; null where there is no such file. */
function fingerprint(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? null : `${String(stat.mtimeMs)}:${String(stat.size)}`;
}

/** Every file at or below a path, relative to the root of the repository. */
function filesUnder(path: string): string[] {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/** One hash over the names, times and sizes of everything at or below the paths. */
function hashOf(paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesUnder).filter(isProduct)) {
    hash.update(`${path} ${String(fingerprint(join(root, path)))}\n`);
  }
  return hash.digest('hex');
}

function isProduct(path: string): boolean {
  return !/\.test\.ts$/.test(path);
}

type ServerStamp = { settings: string; files: Record<string, string> };

function readServerStamp(): ServerStamp {
  try {
    return JSON.parse(readFileSync(join(serverOutput, '.built.json'), 'utf8')) as ServerStamp;
  } catch {
    return { settings: '', files: {} };
  }
}

async function buildServer(): Promise<void> {
  const before = readServerStamp();
  const now: ServerStamp = {
    settings: hashOf(['scripts/build.ts', 'tsconfig.base.json', 'packages/server/tsconfig.json']),
    files: {},
  };
  for (const path of filesUnder('packages/server/src').filter(isProduct)) {
    if (path.endsWith('.ts') && !path.endsWith('.d.ts'))
      now.files[path] = fingerprint(join(root, path)) ?? '';
  }
  const sources = Object.keys(now.files);
  const stale = sources.filter(
    (path) =>
      before.settings !== now.settings ||
      before.files[path] !== now.files[path] ||
      fingerprint(outputOf(path)) === null,
  );
  const gone = Object.keys(before.files).filter((path) => !(path in now.files));
  if (stale.length === 0 && gone.length === 0) return;
  // Without a stamp nobody knows what lies there.
  if (before.settings === '') rmSync(serverOutput, { recursive: true, force: true });

  for (const path of gone) {
    for (const suffix of ['', '.map']) rmSync(outputOf(path) + suffix, { force: true });
  }
  await transpile(stale);
  mkdirSync(serverOutput, { recursive: true });
  writeFileSync(join(serverOutput, '.built.json'), JSON.stringify(now));
  console.log(`Built the server: ${String(stale.length)} of ${String(sources.length)} files`);
}

function outputOf(path: string): string {
  return join(serverOutput, path.slice('packages/server/src/'.length).replace(/\.ts$/, '.js'));
}

/** esbuild leaves imports of unbundled files alone, so their `.ts` becomes `.js` here: same length, so source maps stay right. */
async function transpile(paths: string[]): Promise<void> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: paths,
    outdir: serverOutput,
    outbase: serverSource,
    bundle: false,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    tsconfig: join(root, 'packages/server/tsconfig.json'),
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  });
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, path.endsWith('.js') ? withJsImports(text) : text);
  }
}

function withJsImports(code: string): string {
  return code.replace(/(\bfrom |\bimport |\bimport\()("\.{1,2}\/[^"\n]*)\.ts"/g, '$1$2.js"');
}

function buildWeb(): void {
  const stamp = join(web, 'dist/.built');
  // Everything in the package but what others put there.
  const inputs = readdirSync(web).filter((name) => name !== 'node_modules' && name !== 'dist');
  const now = hashOf([
    ...inputs.map((name) => `packages/web/${name}`),
    'packages/operations/src',
    'packages/message-language/src',
    ...Object.keys(languages).map((language) => `packages/texts/${language}.json`),
    ...['compile', 'compile-catalogs', 'languages', 'numbers', 'read-message', 'span-words'].map(
      (name) => `packages/texts/${name}.ts`,
    ),
    'pnpm-lock.yaml',
  ]);
  if (statSync(stamp, { throwIfNoEntry: false }) && readFileSync(stamp, 'utf8') === now) return;

  // The binary is a shell script that calls `node`: it has to find the one that runs this script.
  const env = { ...process.env, PATH: dirname(process.execPath) + delimiter + String(process.env.PATH) };
  // English first: that build empties dist/, where each other language has a folder.
  for (const language of Object.keys(languages)) {
    const args = ['build', '--logLevel', 'warn', '--mode', language];
    const vite = spawnSync(join(web, 'node_modules/.bin/vite'), args, { cwd: web, env, stdio: 'inherit' });
    if (vite.status !== 0) {
      console.error('The app could not be built. What Vite said stands above.');
      process.exit(1);
    }
  }
  writeFileSync(stamp, now);
  console.log('Built the app');
}

const part = process.argv[2];
compileTexts();
if (part !== 'web') await buildServer();
if (part !== 'server') buildWeb();
