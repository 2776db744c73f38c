/** docs/cases.md and the titles of the tests say the same; `pnpm cases` prints which test keeps what. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { faultsOfCases, readCases, testsOfCases } from './cases.ts';

suite('docs/cases.md', () => {
  test('has a line for each case and journey, in their order', () => {
    const ids = readCases().map(({ id }) => id);
    const cases = ids.filter((id) => id.startsWith('C')).sort();
    assert.deepEqual(
      cases,
      cases.map((_, i) => `C${String(i + 1).padStart(3, '0')}`),
    );
    assert.ok(cases.length >= 183);
    assert.deepEqual(
      ids.filter((id) => id.startsWith('J')),
      Array.from({ length: 9 }, (_, i) => `J${String(i + 1)}`),
    );
  });

  test('calls open what no test carries, and nothing else', () => {
    assert.deepEqual(faultsOfCases(readCases(), testsOfCases()), []);
  });

  test('is held to that', () => {
    const lines =
      '- C001: kept\n- C002 (open): not yet\n- C003: nobody\n- C004 (open): long since\n- C001: again\n';
    const kept = (id: string): [string, { file: string; title: string }[]] => [
      id,
      [{ file: 'a', title: id }],
    ];
    const tests = new Map([kept('C001'), kept('C004'), kept('C999')]);
    assert.deepEqual(faultsOfCases(readCases(lines), tests), [
      'C001 has two lines in docs/cases.md',
      'C999 has no line in docs/cases.md',
      'C003 has no test',
      'C004 is kept, not open',
    ]);
  });
});
