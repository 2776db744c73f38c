import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Mood = 'accepts' | 'refuses connections' | 'hangs' | 'answers 500' | 'answers 401';

/** A stand-in for Mailgun that speaks its HTTP, keeps every mail it accepts, and can have a bad day. */
export class Provider {
  mood: Mood = 'accepts';
  calls = 0;
  readonly accepted: FormData[] = [];
  readonly #server: Server = createServer((request, response) => {
    this.calls += 1;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (this.mood === 'refuses connections') return void request.socket.destroy();
      if (this.mood === 'hangs') return;
      response.setHeader('content-type', 'application/json');
      if (this.mood === 'answers 500')
        return void response.writeHead(500).end('{"message":"Internal Server Error"}');
      if (this.mood === 'answers 401') return void response.writeHead(401).end('{"message":"Forbidden"}');
      const body = new Response(Buffer.concat(chunks), {
        headers: { 'content-type': request.headers['content-type'] ?? '' },
      });
      void body.formData().then((form) => {
        this.accepted.push(form);
        response.writeHead(200).end('{"id":"<1@mail.test>","message":"Queued. Thank you."}');
      });
    });
  });

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
