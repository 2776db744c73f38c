import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { DAY_MS, later } from '../clock.ts';
import { ReleaseFile } from './release-file.entity.ts';

/** What the app may send, by id, as its build writes it. */
export const DOCUMENTS = '.vite/trusted-documents.json';

const MOST_RELEASES = 3;
const KEPT_MS = 30 * DAY_MS;

/**
 * Keeps the app as it was built here beside those of the two releases before it, for thirty days: a tab that has stayed
 * open, or was opened by a replica of another release, finds its files and its documents.
 */
export async function keepRelease(em: SqlEntityManager, appDir: string, now: Date): Promise<string | null> {
  const files = filesOf(appDir);
  if (files.length === 0) return null;
  const release = nameOf(files);
  await em.transactional(async (inside) => {
    await inside.nativeDelete(ReleaseFile, {
      $or: [{ release }, { keptAt: { $lte: later(now, -KEPT_MS) } }],
    });
    await inside.insertMany(
      ReleaseFile,
      files.map((file) => ({ ...file, release, keptAt: now })),
    );
    await inside.execute(
      `delete from release_file where release not in
         (select release from release_file group by release order by max(kept_at) desc limit ?)`,
      [MOST_RELEASES],
    );
  });
  return release;
}

/** The kept ones, the newest first. */
export function findReleases(
  em: SqlEntityManager,
): Promise<{ release: string; keptAt: Date; files: number }[]> {
  return em.execute(
    `select release, max(kept_at) as "keptAt", count(*)::int as files
       from release_file group by release order by max(kept_at) desc`,
  );
}

export async function forgetRelease(em: SqlEntityManager, release: string): Promise<void> {
  await em.nativeDelete(ReleaseFile, { release });
}

interface BuiltFile {
  path: string;
  content: Buffer;
}

/** Only what carries a hash in its name, and so never changes; and the documents. */
function filesOf(appDir: string): BuiltFile[] {
  if (!existsSync(join(appDir, DOCUMENTS))) return [];
  return readdirSync(appDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(appDir, join(parentPath, name)).split(sep).join('/'))
    .filter((path) => path === DOCUMENTS || (/(^|\/)assets\//.test(path) && !path.endsWith('.map')))
    .sort()
    .map((path) => ({ path, content: readFileSync(join(appDir, path)) }));
}

function nameOf(files: readonly BuiltFile[]): string {
  const hash = createHash('sha256');
  for (const { path, content } of files) hash.update(`${path}\0${content.length}\0`).update(content);
  return hash.digest('hex');
}
