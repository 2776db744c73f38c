import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { product } from '../../src/features.ts';
import { createJobs } from '../../src/platform/jobs/jobs.ts';
import { connectDatabase } from '../../src/platform/database/connect.ts';
import { createMetrics } from '../../src/platform/metrics/metrics.ts';
import { createLog } from '../../src/platform/log.ts';

/** The first eight bytes of a client that wants TLS (PostgreSQL, "Message Formats", SSLRequest). */
const SSL_REQUEST = '0000000804d2162f';

/** A database that knows no TLS, and keeps whatever it is told all the same. */
const heard: string[] = [];
const open = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.on('data', (part: Buffer) => {
    heard.push(part.toString('hex'));
    if (part.toString('hex') === SSL_REQUEST) socket.write('N');
    else socket.destroy();
  });
});

describe.each(['require', 'verify-full'])('a DATABASE_URL with sslmode=%s', (mode) => {
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => open.listen(0, '127.0.0.1', resolve));
    const { port } = open.address() as AddressInfo;
    url = `postgres://latchstring:the-password@127.0.0.1:${port}/latchstring?sslmode=${mode}`;
  });
  afterAll(() => new Promise((resolve) => open.close(resolve)));

  it('P007 asks for TLS first, and says nothing to a database that has none', async () => {
    heard.length = 0;
    const database = await connectDatabase({
      url,
      dataDir: 'memory',
      entities: product.entities,
      patienceMs: 2_000,
    });
    await expect(database.orm.em.fork().execute('select 1')).rejects.toThrow(/SSL/);
    await database.close();
    expect(heard.length).toBeGreaterThan(0);
    expect(new Set(heard)).toEqual(new Set([SSL_REQUEST]));
  });

  it('the same holds for the connections of the jobs', async () => {
    heard.length = 0;
    const database = await connectDatabase({
      url,
      dataDir: 'memory',
      entities: product.entities,
      patienceMs: 2_000,
    });
    const log = createLog('silent');
    const metrics = createMetrics({ ofProcess: false });
    await expect(
      createJobs({ database, log, metrics, queues: [], migrate: true, pollEveryMs: 1_000 }),
    ).rejects.toThrow(/SSL/);
    await database.close();
    expect(new Set(heard)).toEqual(new Set([SSL_REQUEST]));
  });
});
