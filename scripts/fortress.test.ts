/** What never ran is not told as what holds: the fortress has a third word beside good and bad. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { suite, test } from 'node:test';
import { root, run } from './run.ts';
import { closing, NEEDS, NOT_RUN, readReport, type Report } from './verdicts.ts';

const report = (file: string, statuses: string[]): Report => ({
  testResults: [
    {
      name: `/somewhere/packages/server/test/${file}.test.ts`,
      status: 'passed',
      assertionResults: statuses.map((status) => ({ status, fullName: 'x' })),
    },
  ],
});
const step = (name: string, { broken = [] as string[], notRun = [] as string[] } = {}) => ({
  name,
  seconds: 1,
  broken,
  notRun,
});

suite('The fortress', () => {
  test('says that it holds where everything ran and held, and nowhere else', () => {
    assert.deepEqual(closing([step('a'), step('b')]), { text: '✔ a (1 s)\n✔ b (1 s)\nIt holds.', code: 0 });
    const open = closing([step('a'), step('b', { notRun: ['c is not installed'] })]);
    assert.match(open.text, /✔ a .*\n– b \(1 s\)\n {4}not run: c is not installed\n/);
    const bad = closing([step('a', { broken: ['x'] }), step('b', { notRun: ['y'] })]);
    assert.match(bad.text, /✖ a .*\n {4}x\n– b/);
    for (const { text, code } of [open, bad, closing([])]) {
      assert.doesNotMatch(text, /It holds/);
      assert.notEqual(code, 0);
    }
  });

  test('tells tests that were skipped, with what they need', () => {
    const skipped = report('faults/full-disk', ['skipped', 'pending']);
    const { broken, notRun } = readReport(skipped, { code: 0, filters: ['test/faults'] });
    assert.deepEqual(broken, []);
    assert.deepEqual(notRun, ['full-disk: 2 of 2 tests: needs root, to mount a disk of its own']);
    const ran = readReport(report('faults/full-disk', ['passed']), { code: 0, filters: ['full-disk'] });
    assert.deepEqual(ran, { broken: [], notRun: [] });
  });

  test('takes a file that is not there, a missing report and an exit code for faults', () => {
    const asked = { code: 0, filters: ['test/logs', 'test/renamed'] };
    assert.deepEqual(readReport(report('logs', ['passed']), asked).broken, [
      'no test file is called test/renamed',
    ]);
    assert.equal(readReport(null, { code: 1, filters: [] }).broken.length, 1);
    assert.equal(readReport(report('logs', ['failed']), { code: 1, filters: [] }).broken.length, 1);
  });

  test('knows of each test file that may be skipped what it needs', () => {
    const files = globSync('packages/server/{test,src}/**/*.test.ts', { cwd: root }).filter((path) =>
      /\.(runIf|skipIf)\(/.test(readFileSync(join(root, path), 'utf8')),
    );
    assert.deepEqual(files.map((path) => basename(path, '.test.ts')).sort(), Object.keys(NEEDS).sort());
  });

  for (const name of ['sqlmap', 'proxy'])
    test(`runs no ${name} where its program is missing, and says so`, async () => {
      const env = { PATH: '/nowhere', TEST_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
      const alone = await run('node', [join(root, `scripts/attacks/${name}.ts`)], { env });
      assert.equal(alone.code, NOT_RUN, alone.output);
      assert.match(alone.output, /is not installed/);
      const whole = await run('node', [join(root, 'scripts/fortress.ts'), name], { env });
      assert.equal(whole.code, 3, whole.output);
      assert.match(whole.output, new RegExp(`– ${name} .*\\n {4}not run: `));
      assert.doesNotMatch(whole.output, /It holds/);
    });

  test('does not hold by running nothing', async () => {
    const env = { TEST_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
    const { code, output } = await run('node', [join(root, 'scripts/fortress.ts'), 'no such step'], { env });
    assert.equal(code, 1);
    assert.match(output, /Nothing was run/);
  });
});
