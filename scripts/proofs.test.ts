/** What did not run proves nothing. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { proofsIn, unproven } from './proofs.ts';
import { ranInVitest } from './ran.ts';
import { root, run } from './run.ts';

suite('A proof', () => {
  test('is an id in backticks, once', () => {
    assert.deepEqual(proofsIn('| 1.1 | `C001`, `P002` | `C001` and C003, `J1`, `C40` |'), [
      'C001',
      'P002',
      'J1',
    ]);
  });

  test('has run and passed, each test that carries it', () => {
    const ran = [
      { title: 'A house C001 stands', passed: true },
      { title: 'C002 on one database', passed: false },
      { title: 'C002 on one database', passed: true },
      { title: 'C003 holds here', passed: true },
      { title: 'C003 is skipped there', passed: false },
    ];
    assert.deepEqual(unproven(['C001', 'C002', 'C003', 'P004'], ran), [
      'C003: did not pass: C003 is skipped there',
      'P004: no test that ran carries it',
    ]);
  });

  test('is read off the report of Vitest', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'A C001' },
      { status: 'skipped', fullName: 'A C002' },
    ];
    assert.deepEqual(ranInVitest({ testResults: [{ assertionResults }] }), [
      { title: 'A C001', passed: true },
      { title: 'A C002', passed: false },
    ]);
  });

  test('is read off Node’s own runner, with the suite it stands in', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchstring-proofs-'));
    const text = `import { suite, test } from 'node:test';
      suite('P001 a suite', () => { test('holds', () => {}); test.skip('is skipped', () => {}); });
      test('stands alone', () => {});`;
    writeFileSync(join(folder, 'some.test.mjs'), text);
    // In a process of its own: a runner within a runner runs nothing.
    const own = `import { runNodeTests } from '${join(root, 'scripts/node-tests.ts')}';
      const { ran } = await runNodeTests(['some.test.mjs'], '${folder}', { quiet: true });
      console.log(JSON.stringify(ran));`;
    const env = { NODE_TEST_CONTEXT: undefined };
    writeFileSync(join(folder, 'run.mjs'), own);
    const { output } = await run('node', [join(folder, 'run.mjs')], { env });
    rmSync(folder, { recursive: true });
    assert.deepEqual(JSON.parse(output), [
      { title: 'P001 a suite holds', passed: true },
      { title: 'P001 a suite is skipped', passed: false },
      { title: 'stands alone', passed: true },
    ]);
  });
});
