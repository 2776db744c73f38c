import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { createLog } from '../../src/platform/log.ts';
import { lastingPort } from './lasting-port.ts';
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
  readonly port: number;
  readonly #dir: string;
  readonly #options: string;

  private constructor(dir: string, port: number) {
    this.#dir = dir;
    this.port = port;
    this.url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    this.#options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
  }

  static async #open(): Promise<PrivateCluster> {
    const dir = aDirectory();
    run('initdb', ['-D', dir, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8']);
    for (let tries = 1; ; tries += 1) {
      const cluster = new PrivateCluster(dir, await lastingPort());
      try {
        cluster.start();
        return cluster;
      } catch (error) {
        // Somebody was faster; where it is something else, it fails again.
        if (tries === 3) throw error;
      }
    }
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

  /** Another server that follows this one. From now on each commit waits for its word. */
  async addStandby(): Promise<PrivateCluster> {
    const dir = aDirectory();
    const from = ['-h', '127.0.0.1', '-p', String(this.port), '-U', 'postgres'];
    run('pg_basebackup', ['-D', dir, '-R', '-X', 'stream', '-c', 'fast', '--no-sync', ...from]);
    const standby = new PrivateCluster(dir, await lastingPort());
    standby.start();
    this.execute("alter system set synchronous_standby_names = '*'");
    this.execute('select pg_reload_conf()');
    return standby;
  }

  execute(sql: string): void {
    run('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-c', sql, this.url]);
  }

  /** How many connections there are to the database. */
  connections(): number {
    const counting = "select count(*) from pg_stat_activity where backend_type = 'client backend'";
    return Number(execFileSync('psql', ['-XAtc', counting, this.url], { encoding: 'utf8' }));
  }

  start(): void {
    run('pg_ctl', ['-D', this.#dir, '-o', this.#options, '-l', join(this.#dir, 'log'), '-w', 'start']);
  }

  /** As a crash would end it: every connection is cut at once. */
  crash(): void {
    run('pg_ctl', ['-D', this.#dir, '-m', 'immediate', '-w', 'stop']);
  }

  /** As a standby is that nobody has promoted: it can be read and not written. */
  becomeStandby(): void {
    this.crash();
    run('touch', [join(this.#dir, 'standby.signal')]);
    this.start();
  }

  promote(): void {
    run('pg_ctl', ['-D', this.#dir, '-w', 'promote']);
  }

  /** It still takes connections and answers nothing, as on a machine or a disk that hangs. */
  freeze(): void {
    this.#signal('SIGSTOP');
  }

  thaw(): void {
    this.#signal('SIGCONT');
  }

  #signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    const [pid = ''] = readFileSync(join(this.#dir, 'postmaster.pid'), 'utf8').split('\n');
    // The first of all is first: while it stands still, it starts no others.
    send(Number(pid), signal);
    const children = execFileSync('pgrep', ['-P', pid], { encoding: 'utf8' }).trim().split('\n');
    for (const child of children) send(Number(child), signal);
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

function aDirectory(): string {
  const dir = mkdtempSync(join(tmpdir(), 'latchstring-postgres-'));
  if (asItself.length > 0) execFileSync('chown', ['postgres', dir]);
  return dir;
}

function run(program: string, args: string[]): void {
  const [command = '', ...rest] = [
    ...asItself,
    program === 'touch' ? program : join(programs ?? '', program),
    ...args,
  ];
  execFileSync(command, rest, { stdio: 'ignore', cwd: tmpdir() });
}

/** One of them may have ended meanwhile. */
function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
