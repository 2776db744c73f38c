import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMailgun } from '../../src/platform/mail/mailgun.ts';
import { MailRefused, MailUncertain, type MailTransport } from '../../src/platform/mail/mail.ts';

const LINK = 'https://login.example.com/login/link#AAAAAAAAAAAAAAAAAAAAAA';
const mail = {
  id: 'one',
  to: 'maria@client.test',
  from: '"Northwind" <no-reply@mail.test>',
  subject: 'Your way in',
  text: LINK,
  html: `<p>${LINK}</p>`,
  headers: { 'Message-ID': '<one@mail.test>' },
};

/** Each redirect there is, and where it points: to another host, and to another place at the same one. */
let status = 307;
let target = '';
const heardElsewhere: string[] = [];
const heardHere: string[] = [];

const elsewhere = createServer((request, response) => {
  heardElsewhere.push(`${request.method} ${request.url}`);
  request.resume();
  response.setHeader('content-type', 'application/json');
  response.end('{"id":"<1@mail.test>","message":"Queued. Thank you.","items":[]}');
});
const provider = createServer((request, response) => {
  heardHere.push(`${request.method} ${request.url}`);
  request.resume();
  request.on('end', () => response.writeHead(status, { location: target }).end());
});

const open = (server: Server) =>
  new Promise<string>((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  );

describe('a provider that answers with a redirect', () => {
  let carrier: MailTransport;
  let urls: { here: string; elsewhere: string };
  beforeAll(async () => {
    urls = { here: await open(provider), elsewhere: await open(elsewhere) };
    const clock = { now: () => new Date() };
    const domains = { domain: 'mail.test', fromDomain: 'mail.test' };
    carrier = createMailgun({ key: 'key', ...domains, url: urls.here, timeoutMs: 2_000, clock });
  });
  afterAll(() => {
    provider.close();
    elsewhere.close();
  });

  describe.each([301, 302, 303, 307, 308])('%i', (code) => {
    it.each(['elsewhere', 'here'] as const)(
      'P069 is not followed to what is %s, by no call',
      async (where) => {
        status = code;
        target = `${urls[where]}/v3/other.test/messages/messages`;
        heardElsewhere.length = 0;
        heardHere.length = 0;
        const carried = await carrier.carry(mail).then(
          () => null,
          (error: unknown) => error,
        );
        // Nothing was taken, and it is tried again: the next answer may be another one.
        expect(carried).toBeInstanceOf(Error);
        expect(carried).not.toBeInstanceOf(MailRefused);
        expect(carried).not.toBeInstanceOf(MailUncertain);
        expect(String(carried)).toContain(`answered ${code}`);
        await expect(carrier.lift('maria@client.test', 'BOUNCED')).rejects.toThrow(`answered ${code}`);
        await expect(carrier.hasTaken('one')).rejects.toThrow();
        expect(heardElsewhere).toEqual([]);
        expect(heardHere.filter((line) => line.includes('other.test'))).toEqual([]);
        expect(heardHere).toHaveLength(4);
      },
    );
  });
});
