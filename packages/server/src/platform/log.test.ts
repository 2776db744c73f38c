import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { createLog } from './log.ts';

it('C117 a fault of the database is logged without its statement, its values and its row', () => {
  const lines: string[] = [];
  const message =
    'duplicate key value\n - detail: Key (email)=(maria@client.test)\nof Keller exists.\n - hint: x';
  const fault = Object.assign(new Error(message), {
    code: '23505',
    detail: 'Key (email)=(maria@client.test) exists.',
    query: `insert into account (email) values ('maria@client.test')`,
    params: ['maria@client.test'],
  });
  createLog('error', (line) => lines.push(line)).error({ err: fault, reference: 'abc' }, 'a request failed');
  const entry = JSON.parse(lines.join('')) as { err: Record<string, string>; reference: string };
  expect(lines.join('')).not.toMatch(/maria|Keller|insert into/);
  expect(entry).toMatchObject({ err: { message: 'duplicate key value', code: '23505' }, reference: 'abc' });
  expect(entry.err['stack']).toMatch(/^Error: duplicate key value\n\s+at .*log\.test\.ts/);
});

/** What a process of its own prints that does this with its log. */
function printed(script: string): string[] {
  const log = new URL('./log.ts', import.meta.url).href;
  const code = `import { createLog } from '${log}'; const log = createLog('info'); ${script}`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
  });
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { msg: string }).msg);
}

it('P131 lines wait for each other and none is lost: not at the end, nor before a fault after which the process dies', () => {
  expect(printed(`log.info('one'); log.info('two');`)).toEqual(['one', 'two']);
  expect(printed(`log.info('one'); process.exit(1);`)).toEqual(['one']);
  expect(printed(`log.info('one'); log.error('two'); process.kill(process.pid, 'SIGKILL');`)).toEqual([
    'one',
    'two',
  ]);
  expect(printed(`log.info('one'); process.kill(process.pid, 'SIGKILL');`)).toEqual([]);
  expect(printed(`log.info('one'); setTimeout(() => process.kill(process.pid, 'SIGKILL'), 2_000);`)).toEqual([
    'one',
  ]);
});
