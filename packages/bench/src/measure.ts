/** One round: so many seconds of requests to one contender, and what its process used meanwhile. */
import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';
import { cpuMs } from './house.ts';
import type { Plan } from './plans.ts';

export interface Server {
  pid: number;
  origin: string;
}

export interface Round {
  requestsPerSecond: number;
  cpuMsPerRequest: number;
  requests: number;
  /** Other answers than the right one, and none at all. */
  errors: number;
}

/** No contender redeems more of them in a second. */
const MOST_LINKS_PER_SECOND = 2_500;
let asked = 0;

function usedBy({ pid }: Server): number {
  const ms = cpuMs(pid);
  if (ms === null)
    throw new Error(`The server with the process id ${pid} has ended: what it said stands above.`);
  return ms;
}

/** What the last round left behind is worked off before the next one is measured. */
async function idle(server: Server): Promise<void> {
  for (let before = -1, now = usedBy(server); now - before > 10; now = usedBy(server)) {
    before = now;
    await pause(80);
  }
}

export async function measureRound(
  server: Server,
  plan: Plan,
  { seconds, connections }: { seconds: number; connections: number },
): Promise<Round> {
  plan.prepare?.(asked, seconds * MOST_LINKS_PER_SECOND);
  await idle(server);
  const before = usedBy(server);
  const result = await autocannon({
    url: server.origin,
    connections,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, ...plan.ask(asked++) }) }],
    verifyBody: (body) => String(body).includes(plan.expects),
  });
  const used = usedBy(server) - before;
  const requests = result['2xx'] + result.non2xx;
  return {
    requestsPerSecond: requests / result.duration,
    cpuMsPerRequest: used / Math.max(1, requests),
    requests,
    errors: result.non2xx + result.errors + result.mismatches + (requests === 0 ? 1 : 0),
  };
}
