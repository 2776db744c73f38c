import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const AT = 'http://127.0.0.1/v3/mail.test/events';
const PAGING = { first: `${AT}/a`, previous: `${AT}/b`, next: `${AT}/c`, last: `${AT}/d` };

export type Mood =
  | 'accepts'
  | 'refuses connections'
  | 'hangs'
  | 'hangs after accepting'
  | 'answers 500'
  | 'answers 429'
  | 'answers 400'
  | 'answers 401';

/** A stand-in for Mailgun that speaks its HTTP, keeps every mail it accepts, and can have a bad day. */
export class Provider {
  /** For each mail, in turn; a function decides by what came before. */
  mood: Mood | (() => Mood) = 'accepts';
  delayMs = 0;
  calls = 0;
  readonly accepted: FormData[] = [];
  readonly #server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      if (request.method === 'GET') this.#answerEvents(request, response);
      else void this.#answerMail(request, response, Buffer.concat(chunks));
    });
  });

  async #answerMail(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> {
    this.calls += 1;
    const mood = typeof this.mood === 'function' ? this.mood() : this.mood;
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    if (mood === 'refuses connections') return void request.socket.destroy();
    if (mood === 'hangs') return;
    const status = Number(/^answers (\d+)/.exec(mood)?.[1] ?? 0);
    if (status)
      return void response.writeHead(status, { 'retry-after': '120' }).end('{"message":"not today"}');
    const type = request.headers['content-type'] ?? '';
    this.accepted.push(
      await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData(),
    );
    if (mood === 'hangs after accepting') return;
    response.writeHead(200).end('{"id":"<1@mail.test>","message":"Queued. Thank you."}');
  }

  /** The log that is asked about a Message-ID. */
  #answerEvents(request: IncomingMessage, response: ServerResponse): void {
    const id = new URL(request.url ?? '/', 'http://x').searchParams.get('message-id');
    const items = this.accepted
      .filter((form) => form.get('h:Message-ID') === `<${id}>`)
      .map(() => ({ event: 'accepted' }));
    response.writeHead(200).end(JSON.stringify({ items, paging: PAGING }));
  }

  /** Mails taken for this address. */
  to(address: string): FormData[] {
    return this.accepted.filter((form) => form.get('to') === address);
  }

  open(): Promise<string> {
    return new Promise((resolve) =>
      this.#server.listen(0, '127.0.0.1', () =>
        resolve(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`),
      ),
    );
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
