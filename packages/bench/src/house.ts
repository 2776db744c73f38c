/** What a measurement needs of this machine: a database of its own, processes, and what they have used. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(import.meta.dirname, '../../..');
const dist = (name: string) => join(root, 'packages/server/dist', name);
const server = process.env['BENCH_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const database = `latchstring_bench_${process.pid}`;
const url = new URL(server);
url.pathname = `/${database}`;
export const databaseUrl = url.href;

export const sql = (text: string, where = databaseUrl) =>
  execFileSync('psql', ['-XqAt', '-v', 'ON_ERROR_STOP=1', where, '-c', text], { encoding: 'utf8' }).trim();

/** User and system time of a process, in milliseconds; null: it has ended. */
export function cpuMs(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

export const memoryMb = (pid: number, line: 'VmRSS' | 'VmHWM') =>
  Math.round(
    Number(new RegExp(`${line}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) /
      1024,
  );

/** What all backends of this database have used so far: of those that have ended, what was last seen. */
const backends = new Map<number, number>();
export function postgresMs(): number {
  for (const pid of sql(`select pid from pg_stat_activity where datname = '${database}'`, server).split('\n'))
    backends.set(Number(pid), cpuMs(Number(pid)) ?? backends.get(Number(pid)) ?? 0);
  return [...backends.values()].reduce((sum, ms) => sum + ms, 0);
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

export const children: ChildProcess[] = [];
/** The workers among them that have begun. */
export const atWork = new Set<ChildProcess>();

/** A program of the product, as it was built. */
export function start(name: string, env: Record<string, string>, nodeArgs: string[] = []): ChildProcess {
  return startNode([...nodeArgs, dist(name), ...(name === 'main.js' ? ['--api'] : [])], env);
}

export function startNode(args: string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.on('data', (text: Buffer) => {
    if (text.includes('at work')) atWork.add(child);
  });
  children.push(child);
  return child;
}

/** Transactions that were committed here until now. */
export const commits = () =>
  Number(sql(`select xact_commit from pg_stat_database where datname = '${database}'`, server));

export function migrate(env: Record<string, string>): void {
  execFileSync(process.execPath, [dist('migrate.js')], { env: { PATH: process.env['PATH'], ...env } });
}

/** Builds what is stale, measures within a database of its own, and leaves nothing behind, also when it is interrupted. */
export async function within<Measured>(measure: () => Promise<Measured>): Promise<Measured> {
  execFileSync(process.execPath, [join(root, 'scripts/build.ts'), 'server'], { stdio: 'inherit' });
  sql(`create database ${database}`, server);
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void tidyUp().finally(() => process.exit(130)));
  try {
    return await measure();
  } finally {
    await tidyUp();
  }
}

async function tidyUp(): Promise<void> {
  await Promise.all(children.map(end));
  sql(`drop database if exists ${database} with (force)`, server);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await Promise.race([once(child, 'exit'), pause(12_000, undefined, { ref: false })]);
  child.kill('SIGKILL');
}
