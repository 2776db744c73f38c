/** docs/security.md names a test or a rule for each thing it claims, and states the product's numbers: both are held to. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { defaultSettings } from '../packages/server/src/settings.ts';
import { root } from './run.ts';

const document = readFileSync(join(root, 'docs/security.md'), 'utf8');
const rows = document.split('\n').filter((line) => /^\| (?!-|Requirement|Setting)/.test(line));
const cells = (row: string) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The text of every file that goes by this name. */
function textsOf(name: string): string[] {
  const isHidden = name.startsWith('.');
  const pattern = isHidden ? name : `{*,{.ci,scripts,deploy,docs,packages/**}/*}`;
  const paths = globSync(pattern, {
    cwd: root,
    exclude: (path) => /node_modules|dist|screenshots/.test(path),
  });
  return paths
    .filter((path) => basename(path) === name)
    .map((path) => readFileSync(join(root, path), 'utf8'));
}

const plain = (text: string) => text.replaceAll(/\\'|’/g, "'").replaceAll(/\s+/g, ' ');

/** `file.test.ts: words of the title`, in backticks. */
function proofsIn(text: string): { file: string; words: string }[] {
  return [
    ...text.matchAll(/`(\.?[\w.-]+\.(?:ts|js|json|yml|svelte|md)|Caddyfile|Dockerfile): ([^`]+)`/g),
  ].map(([, file = '', words = '']) => ({ file, words }));
}

test('each proof that docs/security.md names exists', () => {
  const proofs = proofsIn(document);
  assert.ok(proofs.length > 100, `only ${String(proofs.length)} proofs were read`);
  const known = new Map<string, string[]>();
  const missing = proofs.filter(({ file, words }) => {
    const texts = known.get(file) ?? textsOf(file).map(plain);
    known.set(file, texts);
    return !texts.some((text) => text.includes(plain(words)));
  });
  assert.deepEqual(missing, []);
});

test('each requirement has a proof, or an exception with its reason', () => {
  const requirements = rows.filter(
    (row) => /^\d|^[A-Z]/.test(cells(row)[0] ?? '') && cells(row).length === 4,
  );
  assert.ok(requirements.length > 80, `only ${String(requirements.length)} requirements were read`);
  const bare = requirements.filter((row) => {
    const last = cells(row).at(-1) ?? '';
    return proofsIn(last).length === 0 && !/^(Exception|Deployment|Design): ./.test(last);
  });
  assert.deepEqual(bare, []);
});

const UNIT_MS: Record<string, number> = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 };

function settingAt(path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], defaultSettings);
}

/** What a cell says: `10 in 15 min` is a limit, `72 h` a time, `12` a number. */
function stated(cell: string): unknown {
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

test('the numbers in docs/security.md are those of the settings', () => {
  const settings = rows.map(cells).filter(([name = '']) => /^`[\w.]+`$/.test(name));
  assert.ok(settings.length > 20, `only ${String(settings.length)} settings were read`);
  for (const [name = '', value = ''] of settings) {
    const path = name.replaceAll('`', '');
    assert.deepEqual(stated(value), settingAt(path), path);
  }
});
