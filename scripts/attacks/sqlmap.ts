/**
 * Runs sqlmap over every text argument of every operation, as a coach and as nobody, against the built server with a
 * PostgreSQL database of its own. A leaky server of the same kind comes first: sqlmap has to find that one.
 * `node scripts/attacks/sqlmap.ts [operation]...` attacks only these. SQLMAP_LEVEL and SQLMAP_RISK default to 2,
 * SQLMAP_SECONDS for each operation to 120.
 * Exits with 1 where anything was found, with 77 and a word where sqlmap or psql is not installed.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, getNamedType, isInputObjectType, isLeafType, isListType, isNonNullType } from 'graphql';
import type { GraphQLArgument, GraphQLField, GraphQLInputField, GraphQLInputType } from 'graphql';
import { root, run } from '../run.ts';
import { NOT_RUN } from '../verdicts.ts';

const SERVER = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const { SQLMAP_LEVEL = '2', SQLMAP_RISK = '2', SQLMAP_SECONDS = '120' } = process.env;
const coach = { username: 'dana.coach', password: 'northwind harbour lamp' };
const folder = await mkdtemp(join(tmpdir(), 'latchstring-sqlmap-'));
const database = `latchstring_sqlmap_${String(process.pid)}`;

const psql = (url: string, sql: string) =>
  run('psql', ['-X', '-At', '-v', 'ON_ERROR_STOP=1', url, '-c', sql]);

/** The same server, with another database on it. */
function databaseUrl(): string {
  const url = new URL(SERVER);
  url.pathname = `/${database}`;
  return url.href;
}

interface Verdict {
  found: boolean;
  requests: number;
  faults: number;
  /** Its time was not up. */
  done: boolean;
}

/** Attacks what is marked in this body with *. */
async function attack(
  name: string,
  target: { url: string; body: string; cookie?: string },
): Promise<Verdict> {
  const { url, body, cookie } = target;
  const output = join(folder, name);
  const args = [
    ...['-u', url, '--method', 'POST', '--data', body, '--headers', 'Content-Type: application/json'],
    ...(cookie ? ['--cookie', cookie] : []),
    ...['--batch', '--flush-session', '--disable-coloring', '--dbms', 'PostgreSQL', '--output-dir', output],
    ...[
      '--level',
      SQLMAP_LEVEL,
      '--risk',
      SQLMAP_RISK,
      '--threads',
      '4',
      '--timeout',
      '20',
      '--retries',
      '1',
    ],
    ...['--param-exclude', 'session|browser', '--time-sec', '3', '-t', join(folder, `${name}.traffic`)],
  ];
  const { output: said, code } = await run('timeout', [SQLMAP_SECONDS, 'sqlmap', ...args]);
  const traffic = readFileSync(join(folder, `${name}.traffic`), 'utf8');
  const requests = traffic.match(/^HTTP request \[#/gm)?.length ?? 0;
  if (requests === 0) throw new Error(`${name}: sqlmap sent nothing\n${said}`);
  const faults = traffic.match(/INTERNAL_SERVER_ERROR|^HTTP response .* \(5\d\d /gm)?.length ?? 0;
  return {
    found: /identified the following injection point/.test(said),
    requests,
    faults,
    done: code !== 124,
  };
}

/** What a leaky server would do: the value stands in the statement. */
async function control(): Promise<void> {
  const leaky = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += String(part)));
    request.on('end', () => void answer(text).then((body) => response.end(body)));
  });
  const answer = async (text: string) => {
    const { variables } = JSON.parse(text) as { variables: { username: string } };
    const sql = `select count(*) from account where username = '${variables.username}'`;
    const { output } = await psql(databaseUrl(), sql);
    return JSON.stringify({ data: { found: output.trim() } });
  };
  await new Promise<void>((resolve) => leaky.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((leaky.address() as AddressInfo).port)}/graphql`;
  const body = JSON.stringify({ query: '{ leaky }', variables: { username: `${coach.username}*` } });
  const { found } = await attack('control', { url, body });
  leaky.close();
  if (!found)
    throw new Error('sqlmap did not find the leak that was made for it: its silence would say nothing');
  console.log('✔ P100 the leak that was made for it is found');
}

type Field = GraphQLField<unknown, unknown>;

/** What a careful caller would send; each text gets the mark behind it. */
const USUAL: Record<string, string> = {
  ...{ email: 'somebody.new@client.test', username: coach.username, timeZone: 'Europe/Madrid', locale: 'en' },
  ...{ localTime: '2030-01-01T09:00', token: 'AAAAAAAAAAAAAAAAAAAAAA', code: '7K3M-9TQ4', search: 'mar' },
  after: Buffer.from('["a","00000000-0000-4000-8000-000000000000"]').toString('base64url'),
};

function valueOf(
  input: GraphQLArgument | GraphQLInputField,
  given: GraphQLInputType,
  clientId: string,
): unknown {
  if (isNonNullType(given)) return valueOf(input, given.ofType, clientId);
  if (isListType(given)) return [valueOf(input, given.ofType, clientId)];
  if (isInputObjectType(given))
    return Object.fromEntries(
      Object.values(given.getFields()).map((field) => [field.name, valueOf(field, field.type, clientId)]),
    );
  if ('getValues' in given) return given.getValues()[0]?.name;
  if (given.name === 'Boolean') return false;
  if (given.name === 'Int') return 1;
  if (given.name === 'DateTime') return '2030-01-01T09:00:00.000Z*';
  return `${given.name === 'ID' ? clientId : (USUAL[input.name] ?? 'word')}*`;
}

function bodyFor(operation: 'query' | 'mutation', field: Field, clientId: string): string {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  const query = `${operation} (${declared}) { ${field.name}(${passed})${selection} }`;
  const variables = Object.fromEntries(field.args.map((arg) => [arg.name, valueOf(arg, arg.type, clientId)]));
  return JSON.stringify({ query, variables });
}

async function logIn(url: string): Promise<{ cookie: string; clientId: string }> {
  const ask = async (query: string, headers: Record<string, string> = {}, variables = {}) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
  const login =
    'mutation ($username: String!, $password: String!) { login(username: $username, password: $password) { __typename } }';
  const answer = await ask(login, {}, coach);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  if (!(await answer.text()).includes('LoggedIn')) throw new Error('The demo coach could not log in');
  const clients = await ask('{ clients(first: 1) { nodes { id } } }', { cookie });
  const { data } = (await clients.json()) as { data: { clients: { nodes: { id: string }[] } } };
  return { cookie, clientId: data.clients.nodes[0]?.id ?? '' };
}

/** The built server in its demo form; counts of tries are forgotten every half second, so that each one gets through. */
async function startServer(): Promise<{ url: string; stop: () => void }> {
  const env = {
    ...process.env,
    ...{ DATABASE_URL: databaseUrl(), DEMO_DATA: '1', MAIL: 'mailbox', DATA_DIR: join(folder, 'data') },
    ...{ PORT: '0', LOG_LEVEL: 'error', NODE_ENV: '' },
  };
  const child = spawn(process.execPath, [join(root, 'packages/server/dist/main.js')], { env });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (part: Buffer) => {
      said += String(part);
      const found = /Latchstring is at (\S+)/.exec(said)?.[1];
      if (found) resolve(`${found}/graphql`);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', () => reject(new Error(`The server did not start:\n${said}`)));
  });
  const forgetting = setInterval(() => void psql(databaseUrl(), 'delete from rate_limit'), 500);
  return {
    url,
    stop() {
      clearInterval(forgetting);
      child.kill();
    },
  };
}

// Some of the attacks change the coach's own username or take a client away.
const REMEMBER =
  'create table as_it_was as select id, username, username_key, password_hash, status, delete_at from account';
const RESTORE = `update account a set username = w.username, username_key = w.username_key, status = w.status,
  password_hash = w.password_hash, delete_at = w.delete_at from as_it_was w where w.id = a.id`;

/** Every operation that takes text, by everybody who may call it. */
async function attackAll(url: string, wanted: string[]): Promise<number> {
  const schema = buildSchema(readFileSync(join(root, 'schema/schema.graphql'), 'utf8'));
  const operations = [
    ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ['query', field] as const),
    ...Object.values(schema.getMutationType()?.getFields() ?? {}).map(
      (field) => ['mutation', field] as const,
    ),
  ].filter(([, field]) => wanted.length === 0 || wanted.includes(field.name));
  let bad = 0;
  let [sent, attacked] = [0, 0];
  for (const [operation, field] of operations) {
    await psql(databaseUrl(), RESTORE);
    const { cookie, clientId } = await logIn(url);
    const body = bodyFor(operation, field, clientId);
    if (!body.includes('*')) continue;
    const { found, requests, faults, done } = await attack(field.name, { url, body, cookie });
    attacked += 1;
    sent += requests;
    if (found || faults > 0) bad += 1;
    const verdict = found ? 'INJECTABLE' : faults > 0 ? `${String(faults)} faults` : 'nothing found';
    console.log(
      `${found || faults > 0 ? '✖' : '✔'} ${field.name}: ${verdict} in ${String(requests)} requests${done ? '' : ', and then its time was up'}`,
    );
  }
  console.log(`${String(sent)} requests at ${String(attacked)} operations.`);
  return bad;
}

async function main(): Promise<number> {
  for (const program of ['sqlmap', 'psql'])
    if ((await run(program, ['--version'])).code === 127) {
      console.log(
        `${program} is not installed: nothing was attacked. Debian: apt-get install sqlmap postgresql-client`,
      );
      await rm(folder, { recursive: true, force: true });
      return NOT_RUN;
    }
  const made = await psql(SERVER, `create database ${database}`);
  if (made.code !== 0) throw new Error(`No database: ${made.output}`);
  let stop: () => void = () => undefined;
  try {
    const server = await startServer();
    ({ stop } = server);
    await psql(databaseUrl(), REMEMBER);
    await control();
    return (await attackAll(server.url, process.argv.slice(2))) === 0 ? 0 : 1;
  } finally {
    stop();
    await psql(SERVER, `drop database ${database} with (force)`);
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
