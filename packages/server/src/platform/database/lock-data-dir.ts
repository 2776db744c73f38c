import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import lockfile from 'proper-lockfile';

/** Somebody else has the embedded database open; the message says who and what to do. */
export class DataDirLocked extends Error {}

interface Holder {
  pid: number;
  host: string;
  since: string;
}

/**
 * The embedded database has room for one process: a second one would open it without complaint and its rows would
 * vanish. Returns the release.
 */
export async function lockDataDir(dataDir: string, since: Date): Promise<() => Promise<void>> {
  mkdirSync(dataDir, { recursive: true });
  const holderFile = join(dataDir, 'holder.json');
  const lockPath = join(dataDir, 'database.lock');
  const take = () => lockfile.lock(dataDir, { lockfilePath: lockPath, realpath: false, stale: 10_000 });
  let release: () => Promise<void>;
  try {
    release = await take();
  } catch {
    const holder = readHolder(holderFile);
    if (!holder || !hasEnded(holder)) throw new DataDirLocked(describe(dataDir, holder));
    rmSync(lockPath, { recursive: true, force: true });
    release = await take();
  }
  writeFileSync(
    holderFile,
    JSON.stringify({ pid: process.pid, host: hostname(), since: since.toISOString() }),
  );
  return async () => {
    rmSync(holderFile, { force: true });
    await release();
  };
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** Only a process of this very machine can be asked. */
function hasEnded({ pid, host }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function describe(dataDir: string, holder: Holder | null): string {
  const who = holder ? `process ${holder.pid} on ${holder.host} since ${holder.since}` : 'another process';
  return `The embedded database in ${dataDir} is in use by ${who}. Stop that one first, or give this one its own DATA_DIR, or use PostgreSQL by DATABASE_URL, which serves many processes.`;
}
