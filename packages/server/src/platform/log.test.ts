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
