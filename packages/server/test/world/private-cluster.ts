import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { createLog } from '../../src/platform/log.ts';
import { testEnv } from './test-env.ts';

/** Where this machine keeps PostgreSQL's programs; undefined: it has none. */
const programs = globSync('/usr/lib/postgresql/*/bin/pg_ctl')
  .sort()
  .at(-1)
  ?.replace(/\/pg_ctl$/, '');
const hasPrograms = programs !== undefined;

/** PostgreSQL refuses to run as root: then it runs as its own user. */
const asItself = userInfo().uid === 0 ? ['runuser', '-u', 'postgres', '--'] : [];

/** A PostgreSQL server of one's own, to be restarted, ended and started again while others are left alone. */
export class PrivateCluster {
  readonly url: string;
  readonly #dir: string;
  readonly #options: string;

  private constructor(dir: string, port: number) {
    this.#dir = dir;
    this.url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    this.#options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
  }

  static async #open(): Promise<PrivateCluster> {
    const dir = mkdtempSync(join(tmpdir(), 'latchstring-postgres-'));
    if (asItself.length > 0) execFileSync('chown', ['postgres', dir]);
    run('initdb', ['-D', dir, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8']);
    const cluster = new PrivateCluster(dir, await freePort());
    cluster.start();
    return cluster;
  }

  /** With our tables in it, for a world to move into; null where this machine has no PostgreSQL. */
  static async openMigrated(): Promise<PrivateCluster | null> {
    if (!hasPrograms) return null;
    const cluster = await PrivateCluster.#open();
    const env = testEnv({ dataDir: 'memory', databaseUrl: cluster.url });
    const parts = { api: false, worker: false, migrate: true };
    await (await createApp({ env, log: createLog('silent'), parts })).stop();
    return cluster;
  }

  start(): void {
    run('pg_ctl', ['-D', this.#dir, '-o', this.#options, '-l', join(this.#dir, 'log'), '-w', 'start']);
  }

  /** As a crash would end it: every connection is cut at once. */
  crash(): void {
    run('pg_ctl', ['-D', this.#dir, '-m', 'immediate', '-w', 'stop']);
  }

  /** It still takes connections and answers nothing, as on a machine or a disk that hangs. */
  freeze(): void {
    this.#signal('STOP');
  }

  thaw(): void {
    this.#signal('CONT');
  }

  #signal(signal: 'STOP' | 'CONT'): void {
    const [pid = ''] = readFileSync(join(this.#dir, 'postmaster.pid'), 'utf8').split('\n');
    const children = execFileSync('pgrep', ['-P', pid], { encoding: 'utf8' }).trim().split('\n');
    execFileSync('kill', [`-${signal}`, pid, ...children]);
  }

  close(): void {
    try {
      this.crash();
    } catch {
      // It is down already.
    }
    rmSync(this.#dir, { recursive: true, force: true });
  }
}

function run(program: string, args: string[]): void {
  const [command = '', ...rest] = [...asItself, join(programs ?? '', program), ...args];
  execFileSync(command, rest, { stdio: 'ignore', cwd: tmpdir() });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
