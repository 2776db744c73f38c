import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DataDirLocked, lockDataDir } from './lock-data-dir.ts';

const since = new Date('2026-11-25T09:00:00Z');

it('of five that start at once over a dead holder one gets the database, and the others are told who has it', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'latchstring-lock-'));
  mkdirSync(join(dir, 'database.lock'));
  // No process has so high a number.
  const dead = { pid: 2 ** 22 + 1, host: hostname(), since: since.toISOString() };
  writeFileSync(join(dir, 'holder.json'), JSON.stringify(dead));
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => lockDataDir(dir, since)));
  const won = results.filter((result) => result.status === 'fulfilled');
  const lost = results.filter((result) => result.status === 'rejected');
  expect(won).toHaveLength(1);
  for (const { reason } of lost) {
    expect(reason).toBeInstanceOf(DataDirLocked);
    expect(String(reason)).toContain(`process ${process.pid}`);
  }
  await won[0]?.value();
  const release = await lockDataDir(dir, since);
  await release();
});
