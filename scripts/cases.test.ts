/** Every case has a test that carries its id; `pnpm cases` prints which. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testsOfCases } from './cases.ts';

test('every case and every journey has a test that carries its id', () => {
  const bare = [...testsOfCases()].filter(([, tests]) => tests.length === 0).map(([id]) => id);
  assert.deepEqual(bare, []);
});
