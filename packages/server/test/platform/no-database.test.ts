import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildServer, ofNode } from '../world/own-process.ts';
import { anEmptyDatabase } from '../world/template.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'latchstring-no-database-'));

/** The first eight bytes of a client that wants TLS (PostgreSQL, "Message Formats", SSLRequest). */
const SSL_REQUEST = '0000000804d2162f';

/** A database that knows neither TLS nor any password, and has a fault of its own for a stranger: as PostgreSQL says it. */
const refusing = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.on('data', (part: Buffer) => {
    if (part.toString('hex') === SSL_REQUEST) return socket.write('N');
    const code = part.includes('stranger') ? 'XX000' : '28P01';
    const words = `SFATAL\0VFATAL\0C${code}\0Mpassword authentication failed for user "latchstring"\0\0`;
    const head = Buffer.from('E\0\0\0\0');
    head.writeInt32BE(words.length + 4, 1);
    return socket.end(Buffer.concat([head, Buffer.from(words)]));
  });
});
let port = 0;
beforeAll(async () => {
  buildServer();
  await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
  ({ port } = refusing.address() as AddressInfo);
}, 120_000);
afterAll(() => {
  refusing.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What a process prints that can not begin, and the code it ends with. */
function begin(process_: string, DATABASE_URL: string): Promise<{ code: unknown; printed: string }> {
  const [file = '', ...args] = process_.split(' ');
  const env = { ...ofNode, PORT: '0', DATA_DIR: dataDir, DATABASE_URL, NODE_ENV: '' };
  const program = join(import.meta.dirname, '../../dist', file);
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env, timeout: 60_000 }, (error, out, err) =>
      resolve({ code: error?.code, printed: out + err }),
    );
  });
}

const SECRET = 'hush-hush';
const oneSentence = (words: string) => ({
  code: 1,
  printed: expect.stringMatching(new RegExp(`^[^\\n]*${words}[^\\n]*\\.\\n$`)) as string,
});

const ADMIN = 'admin.js set-practice --practice Northwind --fresh-starts off';

describe('C169 what keeps a process from its database is one sentence with the cure, without the address', () => {
  it.each(['main.js', 'main.js --api', 'worker.js', 'migrate.js', ADMIN])(
    'a wrong password: %s',
    async (process_) => {
      const told = await begin(process_, `postgres://latchstring:${SECRET}@127.0.0.1:${port}/latchstring`);
      expect(told).toEqual(oneSentence('refuses the user or the password'));
      expect(told.printed).not.toMatch(/hush|postgres:\/\//);
    },
  );

  it('no TLS where it is asked for', async () => {
    const url = `postgres://latchstring:${SECRET}@127.0.0.1:${port}/latchstring?sslmode=verify-full`;
    const told = await begin('migrate.js', url);
    expect(told).toEqual(oneSentence('speaks no TLS'));
    expect(told.printed).not.toMatch(/hush|postgres:\/\//);
  });

  it('a host that nobody knows, or that does not answer', async () => {
    const of = (host: string) => begin('worker.js', `postgres://latchstring:${SECRET}@${host}/latchstring`);
    expect(await of('database.invalid')).toEqual(oneSentence('Nobody knows the host'));
    expect(await of('127.0.0.1:1')).toEqual(oneSentence('Nobody listens at the host and port'));
  });

  it('a fault that nobody foresaw is told by where it arose, without what it carries', async () => {
    const told = await begin('worker.js', `postgres://stranger:${SECRET}@127.0.0.1:${port}/latchstring`);
    expect(told).toEqual({ code: 1, printed: expect.stringMatching(/\n +at .*server-secret/) as string });
    expect(told.printed).not.toMatch(/hush|postgres:\/\//);
  });

  it.runIf(inject('postgres'))(
    'a database that is not migrated, or not there',
    async () => {
      const empty = await anEmptyDatabase(inject('postgres') ?? '');
      try {
        for (const process_ of ['main.js --api', 'worker.js'])
          expect(await begin(process_, empty.url)).toEqual(oneSentence('is not migrated: run .*migrate'));
      } finally {
        await empty.drop();
      }
      expect(await begin('migrate.js', empty.url)).toEqual(oneSentence('has no database of the name'));
    },
    60_000,
  );
});
