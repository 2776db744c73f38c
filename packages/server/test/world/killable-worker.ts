/**
 * A worker as a process of its own, to be killed at any moment: the built server's, with a clock that runs many times
 * as fast, so that claims run out within seconds. Started by `workers.ts` with its settings in WORKER.
 */
import type { Env } from '../../src/env.ts';

interface Orders {
  env: Env;
  /** Where the product's clock begins, and when that was. */
  from: string;
  realFrom: number;
  speed: number;
}

const { env, from, realFrom, speed } = JSON.parse(process.env['WORKER'] ?? '') as Orders;
const start = new Date(from).getTime();
const clock = { now: () => new Date(start + (Date.now() - realFrom) * speed) };
const built = (await import(
  new URL('../../dist/app.js', import.meta.url).href
)) as typeof import('../../src/app.ts');
const parts = { api: false, worker: true, migrate: false };
const app = await built.createApp({ env, clock, lookEveryMs: 200, parts });
process.once('SIGTERM', () => void app.stop().then(() => process.exit(0)));
process.stdout.write('at work\n');
