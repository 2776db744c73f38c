import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lastingPort } from './lasting-port.ts';

const program = '/usr/sbin/pgbouncer';
export const hasPooler = existsSync(program);

/** PgBouncer refuses to run as root: then it runs as the database's user. */
const isRoot = userInfo().uid === 0;

const configOf = (database: URL, { port, connections }: { port: number; connections: number }) => `
[databases]
* = host=${database.hostname} port=${database.port || '5432'} user=${database.username}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${String(port)}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${String(connections)}
max_client_conn = 200
`;

/** PgBouncer before a database: a connection is one's own for a transaction alone, and so many there are. */
export class Pooler {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #dir: string;

  private constructor(url: string, child: ChildProcess, dir: string) {
    this.url = url;
    this.#child = child;
    this.#dir = dir;
  }

  static async open(database: string, connections: number): Promise<Pooler> {
    const dir = mkdtempSync(join(tmpdir(), 'latchstring-pooler-'));
    const port = await lastingPort();
    const config = join(dir, 'pgbouncer.ini');
    const url = new URL(database);
    writeFileSync(config, configOf(url, { port, connections }));
    if (isRoot) execFileSync('chown', ['-R', 'postgres', dir]);
    const [command = '', ...args] = [...(isRoot ? ['runuser', '-u', 'postgres', '--'] : []), program, config];
    const child = spawn(command, args, { stdio: 'ignore' });
    await untilItListens(port);
    url.host = `127.0.0.1:${String(port)}`;
    return new Pooler(url.href, child, dir);
  }

  async close(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await Promise.race([ended, pause(5_000)]);
    this.#child.kill('SIGKILL');
    rmSync(this.#dir, { recursive: true, force: true });
  }
}

async function untilItListens(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const isThere = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isThere) return;
    await pause(50);
  }
  throw new Error('PgBouncer did not begin');
}
