import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ofNode } from './own-process.ts';
import type { World } from './world.ts';

/**
 * A worker of this world in a process of its own, whose clock begins with the world's and runs so many times as fast as
 * the one on the wall.
 */
export async function startWorker(
  world: World,
  realFrom = performance.timeOrigin + performance.now(),
  speed = 30,
): Promise<ChildProcess> {
  const env = { ...world.env, metrics: null };
  const orders = { env, speed, from: world.clock.now().toISOString(), realFrom };
  const worker = spawn(process.execPath, [join(import.meta.dirname, 'killable-worker.ts')], {
    env: { ...ofNode, WORKER: JSON.stringify(orders) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(worker.stdout, 'data');
  return worker;
}
