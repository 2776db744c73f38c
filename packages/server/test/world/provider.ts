import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ToldEvent } from './provider-event.ts';

const AT = 'http://127.0.0.1/v3/mail.test/events';
const PAGING = { first: `${AT}/a`, previous: `${AT}/b`, next: `${AT}/c`, last: `${AT}/d` };

export type Mood =
  | 'accepts'
  | 'refuses connections'
  | 'hangs'
  | 'hangs after accepting'
  | 'answers 500'
  | 'answers 500 after accepting'
  | 'answers 503 after accepting'
  | 'answers 400 after accepting'
  | 'answers 413'
  | 'answers 402'
  | 'answers 403'
  | 'answers 429'
  | 'answers 400'
  | 'answers 401';

/**
 * A stand-in for Mailgun that speaks its HTTP: messages, logs, events, suppression lists. It keeps every mail it
 * accepts, can have a bad day, and tells what becomes of each mail where somebody listens.
 */
export class Provider {
  /** For each mail, in turn; a function decides by what came before. */
  mood: Mood | ((form: FormData) => Mood) = 'accepts';
  /** Of all that it can be asked: a provider that is gone answers about its logs no more than it takes mails. */
  whole: 'is up' | 'answers 503' | 'hangs' = 'is up';
  delayMs = 0;
  /** In its answer to a mail that it does not take. */
  words = 'not today';
  /** Until this is over no mail is answered. */
  held: Promise<unknown> = Promise.resolve();
  /** Sent with "too many requests": seconds or a date; null: without one. */
  retryAfter: string | null = '120';
  /** How it answers when asked to take an address off a list. */
  listMood: 'accepts' | 'answers 500' | 'answers 403' = 'accepts';
  /** An old provider answers only about its events. */
  hasLogs = true;
  /** It gives each mail a Message-ID of its own. */
  hasOwnIds = false;
  /** It has taken mails that its logs and events do not show yet. */
  isLogLate = false;
  calls = 0;
  /** Called with each mail the moment it is here. */
  arrived: (form: FormData) => void = () => undefined;
  /** Every mail that was handed over, whatever the answer. */
  readonly seen: FormData[] = [];
  readonly accepted: FormData[] = [];
  /** Those of the accepted that were passed on to their mailboxes. */
  readonly delivered: { at: Date; form: FormData }[] = [];
  readonly lists = { bounces: new Set<string>(), complaints: new Set<string>() };
  /** Addresses that nobody has, and those of people who call every mail spam. */
  readonly nobodyHas = new Set<string>();
  readonly calledSpam = new Set<string>();
  /** Who listens to the events. */
  tell: (told: ToldEvent) => Promise<void> = () => Promise.resolve();
  /** For a program around it: what is none of Mailgun's. */
  other: (request: IncomingMessage, body: Buffer) => unknown = () => null;

  readonly #waiting = new Set<ServerResponse>();

  readonly #server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      void this.#answer(request, response, Buffer.concat(chunks));
    });
  });

  async #answer(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> {
    if (this.whole === 'hangs') return;
    if (this.whole === 'answers 503') return void response.writeHead(503).end('{"message":"maintenance"}');
    const url = new URL(request.url ?? '/', 'http://x');
    const path = url.pathname;
    const list = /\/(bounces|complaints)\/(.+)$/.exec(path);
    if (path.endsWith('/messages')) return this.#answerMail(request, response, body);
    if (path === '/v1/analytics/logs') return this.#answerLogs(response, body);
    if (path.endsWith('/events')) return this.#answerEvents(url, response);
    if (path.endsWith('/complaints')) return this.#answerComplaints(response, body);
    if (list) return this.#answerList(response, list[1] as 'bounces', decodeURIComponent(list[2] ?? ''));
    const other = this.other(request, body);
    response.writeHead(other === null ? 404 : 200).end(JSON.stringify(other ?? { message: 'Not found' }));
  }

  async #answerMail(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> {
    this.calls += 1;
    this.#waiting.add(response);
    // Answered, or given up by whoever called.
    response.once('close', () => this.#waiting.delete(response));
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(new Uint8Array(body), { headers }).formData();
    this.arrived(form);
    await this.held;
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    const mood = typeof this.mood === 'function' ? this.mood(form) : this.mood;
    this.seen.push(form);
    if (mood === 'refuses connections') return void request.socket.destroy();
    if (mood === 'hangs') return;
    const status = Number(/^answers (\d+)/.exec(mood)?.[1] ?? 0);
    if (status === 0 || mood.endsWith('after accepting')) await this.#accept(form);
    if (mood === 'hangs after accepting') return;
    const pause = status === 429 && this.retryAfter ? { 'retry-after': this.retryAfter } : {};
    if (status) return void response.writeHead(status, pause).end(JSON.stringify({ message: this.words }));
    response.writeHead(200).end('{"id":"<1@mail.test>","message":"Queued. Thank you."}');
  }

  async #accept(form: FormData): Promise<void> {
    this.accepted.push(form);
    await this.#passOn(form);
  }

  /** What becomes of a mail after it was accepted, as the real one tells it. */
  async #passOn(form: FormData): Promise<void> {
    const recipient = textOf(form, 'to').toLowerCase();
    const told = { recipient, messageId: idOf(form) };
    const { bounces, complaints } = this.lists;
    if (bounces.has(recipient) || complaints.has(recipient)) {
      const reason = bounces.has(recipient) ? 'suppress-bounce' : 'suppress-complaint';
      return this.tell({ ...told, event: 'failed', reason });
    }
    if (this.nobodyHas.has(recipient)) {
      bounces.add(recipient);
      return this.tell({ ...told, event: 'failed' });
    }
    this.delivered.push({ at: new Date(), form });
    await this.tell({ ...told, event: 'delivered' });
    if (!this.calledSpam.has(recipient)) return;
    complaints.add(recipient);
    await this.tell({ ...told, event: 'complained' });
  }

  get #logged(): FormData[] {
    return this.isLogLate ? [] : this.accepted;
  }

  #answerLogs(response: ServerResponse, body: Buffer): void {
    if (!this.hasLogs) return void response.writeHead(403).end('{"message":"Forbidden"}');
    const query = JSON.parse(body.toString()) as {
      filter: { AND: { attribute: string; values: { value: string }[] }[] };
    };
    const wanted = (attribute: string) =>
      query.filter.AND.filter((one) => one.attribute === attribute).flatMap(({ values }) =>
        values.map(({ value }) => value),
      );
    const now = new Date().toISOString();
    const items = this.#logged
      .filter(
        (form) =>
          wanted('message-id').includes(idOf(form)) || wanted('recipient').includes(textOf(form, 'to')),
      )
      .map((form) => ({
        event: 'accepted',
        '@timestamp': now,
        message: { headers: { 'message-id': this.#idOf(form) } },
        'user-variables': JSON.stringify({ 'latchstring-mail': textOf(form, 'v:latchstring-mail') }),
      }))
      .filter(
        ({ message }) =>
          wanted('recipient').length > 0 || wanted('message-id').includes(message.headers['message-id']),
      );
    response.writeHead(200).end(JSON.stringify({ start: now, end: now, items, pagination: {} }));
  }

  /** As its logs have it. */
  #idOf(form: FormData): string {
    return this.hasOwnIds ? `own.${idOf(form)}` : idOf(form);
  }

  #answerEvents(url: URL, response: ServerResponse): void {
    const wanted = url.searchParams.get('message-id');
    const items = this.#logged
      .filter((form) => this.#idOf(form) === wanted)
      .map(() => ({ event: 'accepted' }));
    response.writeHead(200).end(JSON.stringify({ items, paging: PAGING }));
  }

  #answerList(response: ServerResponse, list: 'bounces' | 'complaints', address: string): void {
    const status = Number(/^answers (\d+)/.exec(this.listMood)?.[1] ?? 0);
    if (status) return void response.writeHead(status).end('{"message":"not today"}');
    const was = this.lists[list].delete(address.toLowerCase());
    const message = was ? 'Bounced addresses for this domain have been removed' : 'Address not found';
    response.writeHead(was ? 200 : 404).end(JSON.stringify({ message, address }));
  }

  #answerComplaints(response: ServerResponse, body: Buffer): void {
    for (const { address } of JSON.parse(body.toString()) as { address: string }[])
      this.lists.complaints.add(address.toLowerCase());
    response
      .writeHead(200)
      .end('{"message":"1 complaint addresses have been added to the complaints table"}');
  }

  /** How many mails wait for an answer. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Mails taken for this address. */
  to(address: string): FormData[] {
    return this.accepted.filter((form) => form.get('to') === address);
  }

  open(port = 0): Promise<string> {
    return new Promise((resolve) =>
      this.#server.listen(port, '127.0.0.1', () =>
        resolve(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`),
      ),
    );
  }

  /** Whoever still waits for an answer gets none. */
  hangUp(): void {
    this.#server.closeAllConnections();
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

export function textOf(form: FormData | undefined, field: string): string {
  const value = form?.get(field);
  return typeof value === 'string' ? value : '';
}

function idOf(form: FormData): string {
  return textOf(form, 'h:Message-ID').replace(/^<|>$/g, '');
}
