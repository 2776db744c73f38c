import { expect, it } from 'vitest';
import { createLog } from '../../src/platform/log.ts';

function logged(err: unknown): { err: Record<string, unknown>; line: string } {
  const lines: string[] = [];
  createLog('error', (line) => lines.push(line)).error({ err }, 'the job queue has a fault');
  return { ...(JSON.parse(lines.join('')) as { err: Record<string, unknown> }), line: lines.join('') };
}

it('C173 a fault of pg-boss, which is a plain object, is logged with its class, its words and its place', () => {
  const fault = new TypeError('terminating connection');
  const { err, line } = logged({
    code: '57P01',
    message: fault.message,
    stack: fault.stack,
    queue: 'deliver',
  });
  expect(err).toMatchObject({ type: 'TypeError', message: 'terminating connection', code: '57P01' });
  expect(err['stack']).toMatch(/logged-causes\.test\.ts/);
  expect(line).not.toContain('[object Object]');
});

it('C173 a fault is logged with what caused it, each address that was not reached among that', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED ::1:5432'), { code: 'ECONNREFUSED' });
  const { err } = logged(new Error('no job was taken', { cause: new AggregateError([refused], '') }));
  expect(err).toMatchObject({
    type: 'Error',
    message: 'no job was taken',
    causes: [{ type: 'AggregateError', causes: [{ message: refused.message, code: 'ECONNREFUSED' }] }],
  });
});

it('C173 no row gets into the log by way of a cause', () => {
  const cause = new Error('duplicate key\n - detail: Key (email)=(maria@client.test) exists.');
  const { err, line } = logged(new Error('not written', { cause }));
  expect(err).toMatchObject({ causes: [{ message: 'duplicate key' }] });
  expect(line).not.toContain('maria');
});

it('C173 what is no fault at all, and one that causes itself, are logged all the same', () => {
  const round: Error & { cause?: unknown } = new Error('round');
  round.cause = round;
  expect(logged(round).err).toMatchObject({ message: 'round', causes: [{ message: 'round' }] });
  expect(logged('maria@client.test').err).toEqual({ type: 'string' });
});
