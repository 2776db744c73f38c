/**
 * docs/security.md names a test for each thing it claims, leaves out no requirement without a word, and states the
 * product's numbers, ways in and lines of the log: it is held to all of them.
 */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { buildSchema, getNamedType, isUnionType } from 'graphql';
import ts from 'typescript';
import { defaultSettings } from '../packages/server/src/settings/settings.ts';
import { asvsLevels } from './asvs-levels.ts';
import { readCases } from './cases.ts';
import { proofsIn } from './proofs.ts';
import { root } from './run.ts';

const document = readFileSync(join(root, 'docs/security.md'), 'utf8');
const rows = document.split('\n').filter((line) => /^\| (?!-|Requirement|Setting)/.test(line));
const cells = (row: string) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const known = new Map(readCases().map((each) => [each.id, each]));

test('each proof that docs/security.md names is known, and carried by a test', () => {
  const proofs = proofsIn(document);
  assert.ok(proofs.length > 130, `only ${String(proofs.length)} proofs were read`);
  assert.deepEqual(
    proofs.filter((id) => known.get(id)?.mark === 'open' || !known.has(id)),
    [],
  );
  // Files move; an id stays.
  assert.doesNotMatch(document.split('\n## Measured\n')[0] ?? '', /\.test\.ts: /);
});

test('each promise in docs/cases.md is built upon in docs/security.md', () => {
  const named = new Set(proofsIn(document));
  assert.deepEqual(
    [...known.keys()].filter((id) => id.startsWith('P') && !named.has(id)),
    [],
  );
});

test('what only the fortress runs is marked as that', () => {
  const marked = [...document.matchAll(/`(\w+)` \(fortress\)/g)].map(([, id = '']) => id);
  const long = [...known.values()].filter(({ mark }) => mark === 'fortress').map(({ id }) => id);
  assert.deepEqual([...new Set(marked)].sort(), long.sort());
  for (const id of long) assert.doesNotMatch(document, new RegExp(`\`${id}\`(?! \\(fortress\\))`));
});

const requirements = rows
  .map(cells)
  .filter(([name = '', ...rest]) => rest.length === 3 && /^(\d+\.\d+\.\d+ L\d|NIST \d|RFC \d)/.test(name));

test('each requirement has a test for its proof, or says why it has none', () => {
  assert.ok(requirements.length > 200, `only ${String(requirements.length)} requirements were read`);
  const bare = requirements.filter(
    ([, , , last = '']) => proofsIn(last).length === 0 && !/^(Exception|Deployment|Design): ./.test(last),
  );
  assert.deepEqual(bare, []);
});

/** The text under a heading, to the next one of its level. */
function section(heading: string): string {
  const [, text = ''] = document.split(`\n## ${heading}\n`);
  assert.notEqual(text, '', `There is no section "${heading}"`);
  return text.split('\n## ')[0] ?? '';
}

const ids = [...asvsLevels.keys()];

/** `1.2.6 to 1.2.8`, `4.4` and `V9` as the requirements that they stand for. */
function namedIn(text: string): string[] {
  return text.split(',').flatMap((part) => {
    const [first = '', last] = part.trim().replace(/^V/, '').split(' to ');
    if (last !== undefined) return ids.slice(ids.indexOf(first), ids.indexOf(last) + 1);
    return ids.filter((id) => id === first || id.startsWith(`${first}.`));
  });
}

const listed = section('ASVS 5.0, requirement by requirement').split('\n### ')[0] ?? '';
const leftOut = listed
  .split('\n')
  .filter((line) => /^\| [V\d]/.test(line))
  .flatMap((line) => {
    const [which = '', why = ''] = cells(line);
    assert.ok(why.length > 2, `${which} is left out without a reason`);
    return namedIn(which);
  });
/** Of the bold words that each exception begins with. */
const excepted = [...section('Exceptions').matchAll(/^- \*\*([\s\S]*?)\*\*/gm)]
  .flatMap(([, words = '']) =>
    [...words.replaceAll(/NIST [\d.]+/g, '').matchAll(/\d+\.\d+\.\d+/g)].map(([id]) => id),
  )
  .filter((id) => asvsLevels.has(id));
const claimed = requirements.map(([name = '']) => name.split(' ')).filter(([id = '']) => /^\d/.test(id)) as [
  id: string,
  level: string,
][];

suite('OWASP ASVS 5.0', () => {
  test('has 70 requirements of level 1, 183 of level 2, 92 of level 3', () => {
    const levels = [...asvsLevels.values()];
    const counts = ['L1', 'L2', 'L3'].map((level) => levels.filter((each) => each === level).length);
    assert.deepEqual(counts, [70, 183, 92]);
  });

  test('each requirement of level 1 and 2 has a row, an exception, or is left out with a reason', () => {
    const told = new Set([...claimed.map(([id]) => id), ...excepted, ...leftOut]);
    const missing = ids.filter((id) => asvsLevels.get(id) !== 'L3' && !told.has(id));
    assert.deepEqual(missing, []);
  });

  test('none has two rows, another level than its own, or is left out and claimed at once', () => {
    const seen = claimed.map(([id]) => id);
    assert.deepEqual(
      seen.filter((id, i) => seen.indexOf(id) !== i),
      [],
    );
    assert.deepEqual(
      claimed.filter(([id, level]) => asvsLevels.get(id) !== level),
      [],
    );
    assert.deepEqual(
      leftOut.filter((id, i) => seen.includes(id) || excepted.includes(id) || leftOut.indexOf(id) !== i),
      [],
    );
  });

  test('rows stand in the order of the standard', () => {
    const order = claimed.map(([id]) => ids.indexOf(id));
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
  });
});

test('P095 the ways in are those of the schema', () => {
  const schema = buildSchema(readFileSync(join(root, 'schema/schema.graphql'), 'utf8'));
  const logsIn = Object.values(schema.getMutationType()?.getFields() ?? {}).filter((field) => {
    const answer = getNamedType(field.type);
    return isUnionType(answer) && answer.getTypes().some(({ name }) => name === 'LoggedIn');
  });
  const named = [...section('Ways in').matchAll(/^\| [^|]*: `(\w+)`/gm)].map(([, name = '']) => name);
  assert.ok(named.length > 4);
  assert.deepEqual(named.sort(), logsIn.map(({ name }) => name).sort());
});

/** What the server's code writes into its log, by the words at the end of each call. */
function loggedWords(): string[] {
  const files = globSync('packages/server/src/**/*.ts', { cwd: root }).filter(
    (path) => !/\.test\.ts$/.test(path),
  );
  return files.flatMap((path) => {
    const words: string[] = [];
    const visit = (node: ts.Node): void => {
      node.forEachChild(visit);
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
      const { expression, name } = node.expression;
      if (!/\blog$/.test(expression.getText()) || !/^(trace|debug|info|warn|error|fatal)$/.test(name.text))
        return;
      const last = node.arguments.at(-1);
      words.push(last && ts.isStringLiteral(last) ? last.text : `${path}: ${node.getText()}`);
    };
    const text = readFileSync(join(root, path), 'utf8');
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
    return words;
  });
}

test('P093 every line that the server logs stands in the inventory', () => {
  const inventory = [...section('What is logged').matchAll(/^\| `([^`]+)`/gm)].map(([, words = '']) => words);
  const logged = [...new Set(loggedWords())];
  assert.ok(logged.length > 10);
  assert.deepEqual(inventory.sort(), logged.sort());
});

const UNIT_MS: Record<string, number> = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 };

function settingAt(path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], defaultSettings);
}

/** What a cell says: `10 in 15 min` is a limit, `5 at once, then 1 in 1 h` one that refills, `72 h` a time, `12` a number. */
function stated(cell: string): unknown {
  const bucket = /^([\d,]+) at once, then 1 (in .+)$/.exec(cell);
  if (bucket) return { ...(stated(`${bucket[1] ?? ''} ${bucket[2] ?? ''}`) as object), refill: 'ONE_BY_ONE' };
  const limit = /^([\d,]+) in (\d+) (\w+)/.exec(cell);
  if (limit)
    return {
      points: Number(limit[1]?.replaceAll(',', '')),
      seconds: (Number(limit[2]) * (UNIT_MS[limit[3] ?? ''] ?? 0)) / 1_000,
    };
  const time = /^(\d+) (s|min|h|d)\b/.exec(cell);
  if (time) return Number(time[1]) * (UNIT_MS[time[2] ?? ''] ?? 0);
  return Number(/^[\d,]+/.exec(cell)?.[0].replaceAll(',', ''));
}

test('P094 the numbers in docs/security.md are those of the settings', () => {
  const settings = section('Numbers')
    .split('\n')
    .map(cells)
    .filter(([name = '']) => /^`[\w.]+`$/.test(name));
  assert.ok(settings.length > 20, `only ${String(settings.length)} settings were read`);
  for (const [name = '', value = ''] of settings) {
    const path = name.replaceAll('`', '');
    assert.deepEqual(stated(value), settingAt(path), path);
  }
});
