/**
 * A mail provider on loopback that takes every mail after DELAY_MS, as one far away would. A process of its own, so that
 * its work is not counted as the worker's. Tells whoever started it how many it has
 * taken since the last time that it was asked, and when.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const delayMs = Number(process.env['DELAY_MS'] ?? 50);
const readers = new Map<string, number>();
let first = 0;
let last = 0;
let inFlight = 0;
let most = 0;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  inFlight += 1;
  most = Math.max(most, inFlight);
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const to = /name="to"\r\n\r\n([^\r]+)/.exec(Buffer.concat(chunks).toString())?.[1] ?? '';
    last = Date.now();
    first ||= last;
    readers.set(to, (readers.get(to) ?? 0) + 1);
    setTimeout(() => {
      inFlight -= 1;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"id":"<1@mail.test>","message":"Queued. Thank you."}');
    }, delayMs);
  });
});

process.on('message', () => {
  const mails = [...readers.values()].reduce((sum, n) => sum + n, 0);
  process.send?.({ mails, readers: readers.size, first, last, most });
  readers.clear();
  first = last = most = 0;
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
