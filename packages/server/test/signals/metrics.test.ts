import * as operations from '@latchstring/operations';
import {
  AddClientDocument,
  LoginDocument,
  RecoverUsernameDocument,
  RedeemLoginLinkDocument,
  RequestLoginLinkDocument,
  SetPasswordDocument,
} from '@latchstring/operations';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { JOB_OUTCOMES } from '../../src/platform/metrics/metrics.ts';
import { queues } from '../../src/work.ts';
import { apiToken, bearer, loggedInBrowser } from '../world/acts.ts';
import { figuresIn, readFigures } from '../world/figures.ts';
import { aClient, aCoach } from '../world/people.ts';
import { sendTo } from '../world/sending.ts';
import { useWorld } from '../world/world.ts';

const root = join(import.meta.dirname, '../../../..');
const world = useWorld({ env: { metrics: { host: '127.0.0.1', port: 0 } } });
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const ask = async (path: string, method = 'GET') => {
  const answer = await fetch(`http://127.0.0.1:${world.app.metricsPort}${path}`, { method });
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
};

/** Of each metric that is exposed, the labels of its lines. */
function labelsIn(text: string): { metric: string; labels: Record<string, string> }[] {
  return Object.keys(figuresIn(text)).map((line) => {
    const [, metric = '', inside = ''] = /^(\w+)(?:\{(.*)\})?$/s.exec(line) ?? [];
    const labels = [...inside.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(
      ([, name = '', value = '']) => [name, value] as const,
    );
    return { metric, labels: Object.fromEntries(labels) };
  });
}

const typed = 'wilhelmina.zsigmondy';
const secrets = [typed, 'Zsigmondy', 'Zephyrwind', 'stranger@nowhere.test'];

/** What every kind of person does, and what they should not. */
async function aBusyDay(): Promise<void> {
  const coach = await aCoach(world, { practiceName: 'Zephyrwind Coaching', lastName: 'Zsigmondy' });
  const client = await aClient(world, { username: typed, lastName: 'Zsigmondy', coachId: coach.id });
  secrets.push(client.email, coach.email, coach.username);
  await sendTo(world, 2);
  const app = world.browser({ trusted: true });
  await app.run(LoginDocument, { username: typed, password: 'wrong' });
  await app.run(LoginDocument, { username: typed, password: client.password });
  await app.run(RequestLoginLinkDocument, { username: typed });
  await app.run(RecoverUsernameDocument, { email: 'stranger@nowhere.test' });
  await app.run(RedeemLoginLinkDocument, { token: 'A'.repeat(22) });
  await world.browser({ trusted: true }).ask(SetPasswordDocument, { newPassword: 'x' });
  const asCoach = await loggedInBrowser(world, coach);
  const input = { firstName: 'Wilhelmina', lastName: 'Zsigmondy', email: 'z@zsigmondy.test', invite: true };
  await asCoach.ask(AddClientDocument, { input });
  const token = bearer(await apiToken(world, coach, ['CLIENTS_READ']));
  await app.post({ query: `query ${typed.replace('.', '_')} { __typename }` }, token);
  await app.post({ query: '{ no' });
  await app.post({ query: '{ __typename }', operationName: typed });
  await app.post({ documentId: typed });
  await app.post({ query: '{ __typename }' }, bearer(`lst_${typed}`));
  await app.post({ query: '{ __typename }' }, { origin: `https://${typed}.test` });
  await app.send('GET', `/graphql?${typed}`);
  await app.send('GET', `/${typed}`);
  await world.settle();
}

describe('the metrics', () => {
  beforeAll(aBusyDay, 60_000);

  it('C173 count requests by the operation of the app and how it ended', async () => {
    expect(await readFigures(world)).toMatchObject({
      'latchstring_requests_total{operation="Login",outcome="InvalidCredentials"}': 1,
      'latchstring_requests_total{operation="Login",outcome="LoggedIn"}': 1,
      'latchstring_requests_total{operation="SetPassword",outcome="UNAUTHENTICATED"}': 1,
      'latchstring_requests_total{operation="other",outcome="status_400"}': 1,
    });
  });

  it('C173 tell of hashes, event loop, connections, jobs, deliveries, mails, provider and process', async () => {
    const figures = await readFigures(world);
    for (const [name, least] of Object.entries({
      'latchstring_hashes{state="waiting"}': 0,
      nodejs_eventloop_lag_p99_seconds: 0,
      process_resident_memory_bytes: 1e6,
      'latchstring_database_connections{state="idle"}': world.env.databaseUrl ? 1 : 0,
      'latchstring_deliveries_waiting{age="under_1m"}': 0,
      'latchstring_mails_total{outcome="taken"}': 3,
      'latchstring_provider_seconds_count{call="carry"}': 3,
      'latchstring_job_tries_total{queue="deliver",outcome="done"}': 1,
      latchstring_database_answers: 1,
    }))
      expect(figures[name], name).toBeGreaterThanOrEqual(least);
  });

  it('C173 hold no name, practice or address in a label, nor anything else that was typed', async () => {
    const { text } = await ask('/metrics');
    for (const secret of secrets) expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
    const schema = buildSchema(read('schema/schema.graphql'));
    const names = Object.keys(operations).map((name) => name.replace(/Document$/, ''));
    const isOne: Record<string, (value: string) => boolean> = {
      operation: (value) => value === 'other' || names.includes(value),
      outcome: (value) =>
        /^([A-Z]+(_[A-Z]+)*|status_\d{3})$/.test(value) ||
        ['done', 'other', ...JOB_OUTCOMES].includes(value) ||
        /^(taken|refused_mail|refused_us|postponed|uncertain|unreached)$/.test(value) ||
        schema.getType(value) !== undefined,
      queue: (value) => queues.some(({ name }) => name === value),
      state: (value) => /^(working|silent|running|waiting|busy|idle)$/.test(value),
      age: (value) => /^(under_1m|1m_to_10m|10m_to_1h|over_1h)$/.test(value),
      call: (value) => /^(carry|ask|lift|suppress)$/.test(value),
      le: (value) => value === '+Inf' || Number(value) > 0,
      // Of Node's own.
      kind: (value) => /^[a-z]+$/.test(value),
      space: (value) => /^[a-z_]+$/.test(value),
      type: (value) => /^[A-Za-z]+$/.test(value),
      version: (value) => value === process.version,
      major: (value) => /^\d+$/.test(value),
      minor: (value) => /^\d+$/.test(value),
      patch: (value) => /^\d+$/.test(value),
    };
    const all = labelsIn(text);
    expect(all.length).toBeGreaterThan(150);
    for (const { metric, labels } of all)
      for (const [name, value] of Object.entries(labels))
        expect(isOne[name]?.(value), `${metric}{${name}="${value}"}`).toBe(true);
  });

  it('C173 and the version stand on a port of their own, and nowhere on that of the app', async () => {
    const { version } = JSON.parse(read('packages/server/package.json')) as { version: string };
    expect(JSON.parse((await ask('/version')).text)).toEqual({ version });
    expect((await ask('/metrics')).type).toMatch(/^text\/plain; version=0\.0\.4/);
    expect((await ask('/')).status).toBe(404);
    expect((await ask('/metrics', 'POST')).status).toBe(404);
    for (const path of ['/metrics', '/version']) {
      const { statusCode, body } = await world.browser().send('GET', path);
      expect(`${statusCode} ${body}`).not.toMatch(/latchstring_|"version"/);
    }
  });
});

describe('deploy/', () => {
  const dashboard = read('deploy/grafana-dashboard.json');
  const alerts = read('deploy/alerts.yml');
  const namesIn = (text: string) => new Set(text.match(/\b(?:latchstring|nodejs|process)_[a-z0-9_]+/g));

  it('C173 shows and rings for metrics that there are, and leaves out none of ours', async () => {
    const { text } = await ask('/metrics');
    const kinds = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)];
    const exposed = kinds.flatMap(([, name = '', kind]) =>
      kind === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => name + end) : [name],
    );
    const used = namesIn(dashboard + alerts);
    expect([...used].filter((name) => !exposed.includes(name))).toEqual([]);
    const shown = namesIn(dashboard);
    const ours = kinds.map(([, name = '']) => name).filter((name) => name.startsWith('latchstring_'));
    expect(ours.filter((name) => ![...shown].some((one) => one.startsWith(name)))).toEqual([]);
  });

  it('C173 rings for whatever /readyz/mail tells of, and for a letter that is given up', () => {
    const { panels } = JSON.parse(dashboard) as { panels: { title: string }[] };
    expect(panels.length).toBeGreaterThan(8);
    for (const name of [
      'latchstring_worked_seconds_ago',
      'latchstring_workers',
      'latchstring_provider_refuses',
      'latchstring_jobs_given_up',
      'latchstring_deliveries_oldest_seconds',
    ])
      expect(namesIn(alerts)).toContain(name);
  });
});
