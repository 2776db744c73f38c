/** Running other programs of this repository, with the Node that runs this script. */
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

export const root = dirname(import.meta.dirname);

/** Where Node keeps what it has compiled: most of a server's first second is its two thousand modules. */
const compiled = join(root, 'node_modules/.cache/compiled');

type Options = {
  /** Where to run, relative to the root of the repository. */
  in?: string;
  /** Changes to the environment; undefined takes a variable away. */
  env?: Record<string, string | undefined>;
  /** Show what the program prints while it runs, instead of keeping it. */
  live?: boolean;
};

/** Runs a program of `node_modules/.bin` (or `node`) and returns its exit code and, unless it ran live, its output. */
export async function run(
  program: string,
  args: string[],
  options: Options = {},
): Promise<{ code: number; output: string }> {
  const cwd = join(root, options.in ?? '.');
  const bins = [dirname(process.execPath), join(cwd, 'node_modules/.bin'), join(root, 'node_modules/.bin')];
  const PATH = [...bins, process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH, NODE_COMPILE_CACHE: compiled, ...options.env };
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd,
    env,
    stdio: options.live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
