import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import lockfile, { type LockOptions } from 'proper-lockfile';

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
  // Two processes that start at once must not both take over a dead one's lock: the second waits here, and then finds the
  // first holding it.
  const leave = await lock(dataDir, 'door.lock', { retries: 50, minTimeout: 100, maxTimeout: 100 }).catch(
    () => {
      throw new DataDirLocked(describe(dataDir, readHolder(holderFile)));
    },
  );
  try {
    const release = await takeOrInherit(dataDir, holderFile);
    const holder = { pid: process.pid, host: hostname(), since: since.toISOString() };
    writeFileSync(holderFile, JSON.stringify(holder));
    return async () => {
      rmSync(holderFile, { force: true });
      await release();
    };
  } finally {
    await leave();
  }
}

async function takeOrInherit(dataDir: string, holderFile: string): Promise<() => Promise<void>> {
  try {
    return await lock(dataDir, LOCK);
  } catch {
    const holder = readHolder(holderFile);
    if (!holder || !hasEnded(holder)) throw new DataDirLocked(describe(dataDir, holder));
    rmSync(join(dataDir, LOCK), { recursive: true, force: true });
    return lock(dataDir, LOCK);
  }
}

const LOCK = 'database.lock';

function lock(dataDir: string, name: string, retries?: LockOptions['retries']): Promise<() => Promise<void>> {
  const lockfilePath = join(dataDir, name);
  // The library keeps its locks by what they lock: each needs a name of its own.
  const what = lockfilePath.replace(/\.lock$/, '');
  const options = { lockfilePath, realpath: false, stale: 10_000 };
  return lockfile.lock(what, { ...options, ...(retries ? { retries } : {}) });
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
