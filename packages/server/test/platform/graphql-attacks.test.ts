import { LoginDocument, SiteDocument } from '@latchstring/operations';
import { trustedDocument } from '@latchstring/operations/trusted';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { print } from 'graphql';
import { serverAudits } from 'graphql-http';
import { beforeAll, describe, expect, it } from 'vitest';
import { apiToken, bearer } from '../world/acts.ts';
import { aCoach } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const development = useWorld();
const production = useWorld({ env: { production: true, publicUrl: 'https://login.example.com' } });

const here = { host: 'login.example.com' };
/** What the holder of a token sends along, whom production lets write documents. */
let token: Record<string, string> = {};
beforeAll(async () => {
  token = bearer(await apiToken(production, await aCoach(production), ['CLIENTS_READ', 'ACCOUNT_READ']));
});

const asStranger = (body: unknown, headers: Record<string, string> = {}) =>
  production.browser({ headers: here }).post(body, headers);
const ask = (body: unknown, headers: Record<string, string> = {}) =>
  asStranger(body, { ...token, ...headers });

/** The audits of GraphQL over HTTP that do not pass, by id. */
async function failingAudits(
  http: typeof development.http,
  auditor: Record<string, string> = {},
): Promise<Record<string, string[]>> {
  const url = `${await http.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  const fetchFn = (at: string, init: RequestInit = {}) =>
    fetch(at, { ...init, headers: { ...(init.headers as Record<string, string>), ...auditor } });
  const failing: Record<string, string[]> = { error: [], warn: [], notice: [] };
  for (const audit of serverAudits({ url, fetchFn })) {
    const { status } = await audit.fn();
    if (status !== 'ok') failing[status]?.push(audit.id);
  }
  return Object.fromEntries(Object.entries(failing).map(([status, ids]) => [status, ids.sort()]));
}

// Both wanted: a GET that needs no preflight runs nothing, and a request that is at fault is answered with 400, not 200.
const wanted = { notice: ['5A70', '6A70', 'D6D5'], warn: ['572B', '7B9B', 'FDE2'] };

describe('GraphQL over HTTP, by the audits of graphql-http', () => {
  it('every MUST passes in development', async () => {
    expect(await failingAudits(development.http)).toEqual({ error: [], ...wanted });
  });

  it('P033 every MUST passes in production for an auditor with an API token', async () => {
    expect(await failingAudits(production.http, token)).toEqual({ error: [], ...wanted });
  });
});

describe('in production a document of one’s own', () => {
  const document = '{ me { role } }';

  it('P035 is refused to whoever has no API token, logged in or not, before it is read', async () => {
    const coach = await aCoach(production);
    const browser = production.browser({ headers: here });
    await browser.run(LoginDocument, { username: coach.username, password: coach.password });
    for (const answer of [
      await asStranger({ query: document }),
      await asStranger({ query: '{ this is no' }),
      await asStranger({ query: document, extensions: { persistedQuery: { version: 1, sha256Hash: 'ab' } } }),
      await asStranger([{ query: document }]),
      await browser.post({ query: document }),
    ]) {
      expect(answer.response.statusCode).toBe(403);
      expect(answer.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN' });
    }
  });

  it('runs with a token, and not with a wrong one', async () => {
    expect((await ask({ query: document })).data).toEqual({ me: { role: 'COACH' } });
    const { response } = await asStranger({ query: document }, bearer('lst_nothing'));
    expect(response.statusCode).toBe(401);
  });

  it('can not take the place of one that the app has', async () => {
    const known = trustedDocument(SiteDocument).id;
    for (const body of [
      { documentId: known, query: '{ me { username } }' },
      { documentId: 'sha256:0000' },
      { documentId: [known] },
      { documentId: { toString: known } },
      { documentId: '__proto__' },
    ]) {
      const { errors, response } = await asStranger(body);
      expect(response.statusCode).toBe(400);
      expect(errors?.[0]?.extensions).toEqual({ code: 'DOCUMENT_UNKNOWN' });
    }
    expect((await asStranger({ documentId: known })).data).toHaveProperty('site');
  });
});

describe('P036 what graphql-cop looks for, in production', () => {
  const field = '{ __typename }';

  describe.each([
    ['by a stranger', asStranger, 403],
    ['with a token', ask, 400],
  ])('%s', (_who, send, status) => {
    it.each([
      ['alias overloading', `{ ${Array.from({ length: 101 }, (_, i) => `alias${i}:__typename`).join(' ')} }`],
      ['field duplication', `{ ${'__typename '.repeat(500)} }`],
      ['directive overloading', `{ __typename ${'@aa'.repeat(10)} }`],
      [
        'circular introspection',
        `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
      ],
    ])('%s is refused', async (_, query) => {
      const { data, response } = await send({ query });
      expect(data).toBeNull();
      expect(response.statusCode).toBe(status);
    });
  });

  it('C090 introspection is refused to strangers', async () => {
    const query = '{ __schema { types { name fields { name } } } }';
    expect((await asStranger({ query })).response.statusCode).toBe(403);
    expect((await ask({ query })).data).toHaveProperty('__schema.types');
  });

  it('a batch runs nothing', async () => {
    const { response } = await ask(Array.from({ length: 10 }, () => ({ query: field })));
    expect(response.statusCode).toBe(400);
    expect(response.body).not.toContain('__typename":');
  });

  it('a typing mistake gets no suggestion of a field', async () => {
    const { errors } = await ask({ query: '{ sit { nam } }' });
    expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
  });

  it('GET asks and changes nothing, and a form neither', async () => {
    const browser = production.browser({ headers: here });
    for (const query of [field, `mutation ${field}`]) {
      const url = `/graphql?query=${encodeURIComponent(query)}`;
      expect((await browser.send('GET', url)).statusCode).toBe(405);
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      const posted = await browser.send('POST', '/graphql', {
        payload: `query=${encodeURIComponent(query)}`,
        headers: form,
      });
      expect(posted.statusCode).toBe(415);
      expect(posted.body).not.toContain('"data"');
    }
  });

  it.each([
    '/',
    '/graphiql',
    '/playground',
    '/console',
    '/graphql',
    '/graphql/console',
    '/altair',
    '/voyager',
  ])('no explorer is served at %s', async (path) => {
    const { body } = await production
      .browser({ headers: here })
      .send('GET', path, { headers: { accept: 'text/html' } });
    expect(body).not.toMatch(/graphiql|playground|apollo sandbox|altair|voyager/i);
  });

  it('no tracing and no stack is given away', async () => {
    const traced = await ask(
      { query: field },
      { 'x-apollo-tracing': '1', 'apollo-federation-include-trace': 'ftv1' },
    );
    expect(JSON.parse(traced.response.body)).not.toHaveProperty('extensions');
    const broken = await ask({
      query: 'query ($first: Int!) { clients(first: $first) { totalCount } }',
      variables: { first: 'x' },
    });
    expect(broken.response.body).not.toMatch(/stacktrace|exception|\.ts:|node_modules/);
  });

  it('the words of a failing login are the same for any operation name', async () => {
    const variables = { username: 'nobody', password: 'nothing at all' };
    const plain = await ask({ query: print(LoginDocument), variables });
    const named = await ask({ query: print(LoginDocument).replace('Login', 'Admin'), variables });
    expect(named.response.body).toBe(plain.response.body);
  });
});

describe('the policy of the page', () => {
  it('P034 has no high finding for csp-evaluator', async () => {
    const { headers } = await production.browser({ headers: here }).send('GET', '/login');
    const policy = String(headers['content-security-policy']);
    const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
    const high = findings.filter(({ severity }) => severity <= Severity.MEDIUM);
    expect(high.map(({ description }) => description)).toEqual([]);
    expect(policy).toContain("script-src 'self'");
  });
});
