import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { Browser } from './browser.ts';

const root = join(import.meta.dirname, '../../../..');
const main = join(root, 'packages/server/dist/main.js');

/** What a process of our own needs of this one's environment, and no more. */
export const ofNode = {
  PATH: process.env['PATH'],
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
};

export interface House {
  url: string;
  child: ChildProcess;
  /** Everything it has printed until now. */
  output(): string;
  browser(): Browser;
  /** Sends the signal and waits for its end: null where a signal ended it. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Brings the built server up to date. */
export function buildServer(): void {
  execFileSync(process.execPath, [join(root, 'scripts/build.ts'), 'server']);
}

/**
 * The built server as a person starts it: a process of its own with its own clock. `within` is the command line of a
 * program that starts it, for a house that has to live in odd circumstances.
 */
export async function startHouse(env: Record<string, string>, within: string[] = []): Promise<House> {
  const [command = '', ...args] = [...within, process.execPath, main];
  const child = spawn(command, args, {
    env: { ...ofNode, PORT: '0', MAIL_FROM: 'no-reply@mail.test', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const address = () => /Latchstring is at (http:\S+)/.exec(printed)?.[1];
  const deadline = performance.now() + 60_000;
  while (!address()) {
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`The house did not open. It said:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const url = address() ?? '';
  return {
    url,
    child,
    output: () => printed,
    browser: () => new Browser(overNetwork(url)),
    async end(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return (await ended)[0];
    },
  };
}

/** What a browser of the tests asks of a server in its own process, by a connection to another. */
function overNetwork(origin: string): FastifyInstance {
  const inject = async ({ method, url, headers, payload }: InjectOptions) => {
    const { host: _here, ...others } = headers as Record<string, string>;
    const response = await fetch(new URL(url as string, origin), {
      method: method ?? 'GET',
      headers: others,
      signal: AbortSignal.timeout(40_000),
      ...(payload === undefined ? {} : { body: payload as string }),
    });
    const cookies = response.headers.getSetCookie().map((line) => {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      return { name, value };
    });
    return { statusCode: response.status, body: await response.text(), cookies };
  };
  return { inject } as unknown as FastifyInstance;
}
