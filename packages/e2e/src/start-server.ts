/** The built server, as a person starts it: a process of its own, an empty database of its own, a port of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Mailbox } from './mailbox.ts';

const root = join(import.meta.dirname, '../../..');
// Two of these beside a dozen other programs have been seen to take a minute.
const patienceSeconds = 180;

export interface RunningServer {
  /** Origin, without a slash at its end. */
  url: string;
  mailbox: Mailbox;
  /** Everything the server has printed until now. */
  log(): string;
  /** Ends the process and keeps its files, for reading what it wrote. */
  halt(): Promise<void>;
  dataDir: string;
  stop(): Promise<void>;
}

/**
 * Starts the server with the demo data and waits until it is ready. `env` adds to its environment; `repository` is where it
 * was built.
 */
export async function startServer(
  env: Record<string, string> = {},
  repository = root,
): Promise<RunningServer> {
  const main = join(repository, 'packages/server/dist/main.js');
  const port = await freePort();
  const url = `http://localhost:${String(port)}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'latchstring-e2e-'));
  // Migrations and demo data take longer than all else at the start; see house-template.ts.
  const template = process.env.LATCHSTRING_TEMPLATE;
  if (template !== undefined) await cp(template, dataDir, { recursive: true });
  // Nothing of the caller's settings reaches the server: a journey must not run on somebody's real database.
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const settings = {
    PATH,
    NODE_COMPILE_CACHE,
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    ...env,
  };
  const child = spawn(process.execPath, [main], { env: settings, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  const stop = async () => {
    await end(child);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await ready(url, child);
  } catch (error) {
    await stop();
    throw new Error(`The server did not become ready. It said:\n${printed}`, { cause: error });
  }
  return { url, mailbox: new Mailbox(url), log: () => printed, halt: () => end(child), dataDir, stop };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + patienceSeconds * 1000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`It ended with code ${String(child.exitCode)}.`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error(`It was not ready after ${String(patienceSeconds)} s.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(late);
}

/** None of those that the system gives to outgoing connections, from 32768 on: it is free a moment later, too. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
