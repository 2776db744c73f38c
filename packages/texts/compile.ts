/** Compiles the catalogs into generated/: `node compile.ts`. Whatever builds, checks or tests calls it first. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileCatalogs, type Catalog } from './compile-catalogs.ts';
import { languages } from './languages.ts';
import { numbers } from './numbers.ts';

const folder = join(import.meta.dirname, 'generated');

/** Writes what has changed. Throws, with every fault named, where a catalog is not what English says it has to be. */
export function compileTexts(): void {
  const read = (language: string) =>
    JSON.parse(readFileSync(join(import.meta.dirname, `${language}.json`), 'utf8')) as Catalog;
  const others = Object.fromEntries(Object.keys(languages).map((language) => [language, read(language)]));
  const { files, faults } = compileCatalogs({ ...others, en: read('en') }, numbers);
  if (faults.length > 0) throw new Error(`The texts can not be compiled.\n${faults.join('\n')}`);
  for (const [name, code] of files) writeIfNew(join(folder, name), code);
}

/** In one step: another process may be reading. */
function writeIfNew(file: string, code: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === code) return;
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, code);
  renameSync(fresh, file);
}

if (import.meta.main) {
  rmSync(folder, { recursive: true, force: true });
  compileTexts();
}
