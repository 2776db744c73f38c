/**
 * Has texts read as fast as they may, four at a time, from a process of its own: what asks must not be measured with what
 * answers. `node text-presser.ts` reads { url, headers, bodies, seconds } from stdin and prints how many were answered.
 */
import { text } from 'node:stream/consumers';

interface Pressed {
  url: string;
  headers: Record<string, string>;
  bodies: string[];
  seconds: number;
}

const { url, headers, bodies, seconds } = JSON.parse(await text(process.stdin)) as Pressed;
const end = performance.now() + seconds * 1_000;
let next = 0;
let answered = 0;

async function press(): Promise<void> {
  while (performance.now() < end) {
    const body = bodies[next % bodies.length] ?? '';
    next += 1;
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    await response.arrayBuffer();
    if (response.status === 200) answered += 1;
  }
}

await Promise.all([press(), press(), press(), press()]);
process.stdout.write(String(answered));
