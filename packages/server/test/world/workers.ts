import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ofNode } from './own-process.ts';
import type { World } from './world.ts';

/** How much faster its clock runs than the one on the wall. */
export const WORKER_SPEED = 30;

/** A worker of this world in a process of its own, whose clock begins with the world's and runs thirty times as fast. */
export async function startWorker(
  world: World,
  realFrom = performance.timeOrigin + performance.now(),
  from = world.clock.now(),
): Promise<ChildProcess> {
  const env = { ...world.env, metrics: null };
  const orders = { env, speed: WORKER_SPEED, from: from.toISOString(), realFrom };
  const worker = spawn(process.execPath, [join(import.meta.dirname, 'killable-worker.ts')], {
    env: { ...ofNode, WORKER: JSON.stringify(orders) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(worker.stdout, 'data');
  return worker;
}
