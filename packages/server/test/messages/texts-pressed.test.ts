import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { CheckMessageDocument, SaveDraftDocument } from '@latchstring/operations';
import { print, type DocumentNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { coachIn } from '../world/demo-coach.ts';
import { longTexts } from '../world/long-texts.ts';
import { isLong } from '../world/long-form.ts';
import { buildServer, startHouse, type House } from '../world/own-process.ts';
import { copyTemplate } from '../world/template.ts';

/** A measurement, for a machine that does nothing else; the embedded database would be measured with it. */
const isMeasured = isLong && inject('postgres') !== null;

const own = (name: string) => join(import.meta.dirname, '../world', name);

/** Asks /healthz for so long, from a process of its own: milliseconds. */
async function watchHealth(
  url: string,
  seconds: number,
): Promise<{ p50: number; p99: number; count: number }> {
  const args = [own('health-watcher.ts'), url, String(seconds)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as { p50: number; p99: number; count: number };
}

describe.runIf(isMeasured)('a coach who has long texts read as fast as they may', () => {
  let house: House;
  let drop = () => Promise.resolve();
  beforeAll(async () => {
    buildServer();
    const database = await copyTemplate(inject('runDir'), inject('postgres'));
    drop = database.drop;
    house = await startHouse({
      DATA_DIR: database.dataDir,
      DEMO_DATA: '1',
      LOG_LEVEL: 'warn',
      ...(database.databaseUrl ? { DATABASE_URL: database.databaseUrl } : {}),
    });
  }, 120_000);
  afterAll(async () => {
    await house.end('SIGKILL');
    await drop();
  });

  it('P107 keeps nobody waiting: /healthz answers within 50 ms (p99)', async () => {
    const browser = await coachIn(house);
    const bodies = Object.values(longTexts).flatMap((body) =>
      (['TEXT', 'HTML'] as const).flatMap((bodyFormat) => {
        const recipients = { clientIds: [], allActive: true };
        const input = { subject: 'News', body, bodyFormat, copyToMe: false, recipients };
        return [CheckMessageDocument, CheckMessageDocument, SaveDraftDocument].map((document) =>
          JSON.stringify({ query: print(document as DocumentNode), variables: { input, previews: 3 } }),
        );
      }),
    );
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'content-type': 'application/json', cookie, origin: house.url };
    /** How many were answered in so many seconds. */
    const press = async (seconds: number) => {
      const presser = spawn(process.execPath, [own('text-presser.ts')]);
      presser.stdin.end(JSON.stringify({ url: house.url, headers, bodies, seconds }));
      return Number(await text(presser.stdout));
    };
    const idle = await watchHealth(house.url, 5);
    // What reads them is compiled first.
    await press(4);
    const answered = press(12);
    const busy = await watchHealth(house.url, 10);
    expect(await answered).toBeGreaterThan(20);
    const told = `/healthz idle p99 ${idle.p99.toFixed(1)} ms, busy p50 ${busy.p50.toFixed(1)} p99 ${busy.p99.toFixed(1)} ms of ${String(busy.count)}, ${String(await answered)} read`;
    console.error(told);
    expect(busy.p99, told).toBeLessThan(50);
  }, 120_000);
});
