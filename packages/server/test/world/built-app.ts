import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as operations from '@latchstring/operations';
import { trustedDocument } from '@latchstring/operations/trusted';

/** A folder as the build of the app leaves it: a page, and what it may send. Gives its path. */
export async function builtApp(dataDir: string): Promise<string> {
  const { possibleTypes: _, ...documents } = operations;
  const trusted = Object.values(documents).map(trustedDocument);
  const appDir = join(dataDir, 'app');
  await mkdir(join(appDir, '.vite'), { recursive: true });
  await writeFile(join(appDir, 'index.html'), '<!doctype html><title>Latchstring</title>');
  const list = Object.fromEntries(trusted.map(({ id, text }) => [id, text]));
  await writeFile(join(appDir, '.vite/trusted-documents.json'), JSON.stringify(list));
  return appDir;
}
