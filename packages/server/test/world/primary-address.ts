import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lastingPort } from './lasting-port.ts';

const program = '/usr/sbin/haproxy';
export const hasHaproxy = existsSync(program);
const FIRST_CHECKS_MS = 2_000;

/** HAProxy as deploy/haproxy.cfg sets it up, before these servers: one address that leads to the primary. */
export class PrimaryAddress {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #dir: string;

  private constructor(port: number, child: ChildProcess, dir: string) {
    this.url = `postgres://postgres@127.0.0.1:${String(port)}/postgres`;
    this.#child = child;
    this.#dir = dir;
  }

  static async open(servers: { port: number }[]): Promise<PrimaryAddress> {
    const dir = mkdtempSync(join(tmpdir(), 'latchstring-haproxy-'));
    const port = await lastingPort();
    const shipped = readFileSync(join(import.meta.dirname, '../../../../deploy/haproxy.cfg'), 'utf8');
    const names = ['first', 'second'];
    const own = servers.map(
      (server, i) => `  server ${names[i] ?? ''} 127.0.0.1:${String(server.port)} check`,
    );
    const config = shipped
      .replace('127.0.0.1:6432', `127.0.0.1:${String(port)}`)
      .replace(/(^ {2}server .*\n)+/m, `${own.join('\n')}\n`);
    writeFileSync(join(dir, 'haproxy.cfg'), config);
    const child = spawn(program, ['-db', '-f', join(dir, 'haproxy.cfg')], { stdio: 'ignore' });
    // Until it has asked each of them, it takes all for a primary.
    await pause(FIRST_CHECKS_MS);
    return new PrimaryAddress(port, child, dir);
  }

  async close(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
    rmSync(this.#dir, { recursive: true, force: true });
  }
}
