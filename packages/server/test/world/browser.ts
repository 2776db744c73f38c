import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { trustedDocument } from '@latchstring/operations/trusted';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { print, type GraphQLFormattedError } from 'graphql';

export interface Answer<Data> {
  data: Data | null;
  errors?: GraphQLFormattedError[];
  response: LightMyRequestResponse;
}

/** Where a browser stands and how it presents itself. */
export interface BrowserTraits {
  address?: string;
  userAgent?: string;
  /** The public origin's scheme and host, as a browser would send them. */
  headers?: Record<string, string>;
  /** Names its documents by their hash, as the built app does. */
  trusted?: boolean;
}

/** A browser profile: its own cookies, its own address. Talks GraphQL over the server's own HTTP. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #http: FastifyInstance;
  readonly #traits: BrowserTraits;

  constructor(http: FastifyInstance, traits: BrowserTraits = {}) {
    this.#http = http;
    this.#traits = traits;
  }

  /** Runs a document and gives its data; top-level errors fail the test. */
  async run<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    const { data, errors } = await this.ask(document, variables);
    if (errors || data === null) throw new Error(`Unexpected errors: ${JSON.stringify(errors)}`);
    return data;
  }

  /** Runs a document and gives everything that came back. */
  ask<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    headers: Record<string, string> = {},
  ): Promise<Answer<Data>> {
    const sent = this.#traits.trusted
      ? { documentId: trustedDocument(document).id }
      : { query: print(document) };
    return this.post<Data>({ ...sent, variables }, headers);
  }

  async post<Data = Record<string, unknown>>(
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Data>> {
    const response = await this.send('POST', '/graphql', {
      payload: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
    const json = JSON.parse(response.body) as { data?: Data | null; errors?: GraphQLFormattedError[] };
    return { data: json.data ?? null, ...(json.errors ? { errors: json.errors } : {}), response };
  }

  async send(
    method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' | 'PATCH',
    url: string,
    { payload, headers = {} }: { payload?: string; headers?: Record<string, string> } = {},
  ): Promise<LightMyRequestResponse> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.#http.inject({
      method,
      url,
      remoteAddress: this.#traits.address ?? '192.0.2.1',
      headers: {
        host: 'localhost:4000',
        'user-agent': this.#traits.userAgent ?? FIREFOX,
        ...(cookie ? { cookie } : {}),
        ...this.#traits.headers,
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value, maxAge } of response.cookies)
      if (value === '' || maxAge === 0) this.cookies.delete(name);
      else this.cookies.set(name, value);
    return response;
  }
}

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';
