/**
 * Proves that the fences bite: each rule of .dependency-cruiser.js and each fence of ESLint is shown a file that
 * breaks it and must name it, and shown a file that keeps it and must be quiet.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { before, suite, test } from 'node:test';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import config from '../.dependency-cruiser.js';
import { fenceRules } from './eslint-fences.js';

const root = dirname(import.meta.dirname);

type Files = Record<string, string>;

/** Writes a small house that borrows the installed packages of the real one. */
function houseOf(files: Files): string {
  const house = realpathSync(mkdtempSync(join(tmpdir(), 'latchstring-fences-')));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(house, dirname(path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  for (const name of ['server', 'web', 'operations', 'message-language', 'texts', 'e2e']) {
    mkdirSync(join(house, 'packages', name), { recursive: true });
    symlinkSync(join(root, 'packages', name, 'node_modules'), join(house, 'packages', name, 'node_modules'));
  }
  return house;
}

/** The rules that a house breaks, each as `rule: from`. */
async function broken(files: Files): Promise<string[]> {
  const house = houseOf(files);
  try {
    const { enhancedResolveOptions, ...options } = config.options;
    const settings = {
      ...options,
      baseDir: house,
      validate: true,
      ruleSet: { forbidden: config.forbidden },
    } as ICruiseOptions;
    const result = await cruise(['packages'], settings, enhancedResolveOptions);
    const { violations } = (result.output as ICruiseResult).summary;
    return [...new Set(violations.map(({ rule, from }) => `${rule.name}: ${from}`))].sort();
  } finally {
    rmSync(house, { recursive: true });
  }
}

const s = 'packages/server/src';
const w = 'packages/web/src';
const m = 'packages/message-language/src';
const nothing = 'export {};\n';
const svelte = (line: string) => `<script lang="ts">\n  ${line}\n</script>\n\n<p>Hello</p>\n`;

/** Rule → the file that breaks it, what it says, and what else must be there. */
const trespasses: [rule: string, path: string, text: string, others?: Files][] = [
  [
    'server-knows-no-other-package',
    `${s}/app.ts`,
    `import '../../web/src/main.ts';`,
    { [`${w}/main.ts`]: nothing },
  ],
  ['server-knows-no-other-package', `${s}/app.ts`, `import '@latchstring/web';`],
  [
    'web-knows-no-other-package',
    `${w}/main.ts`,
    `import '../../server/src/app.ts';`,
    { [`${s}/app.ts`]: nothing },
  ],
  [
    'web-knows-no-other-package',
    `${w}/App.svelte`,
    svelte(`import '../../server/src/app.ts';`),
    { [`${s}/app.ts`]: nothing },
  ],
  [
    'web-knows-no-other-package',
    `${w}/main.ts`,
    `import type { App } from '../../server/src/app.ts';`,
    { [`${s}/app.ts`]: 'export type App = 1;' },
  ],
  [
    'operations-knows-no-other-package',
    'packages/operations/src/index.ts',
    `import '../../web/src/main.ts';`,
    { [`${w}/main.ts`]: nothing },
  ],
  [
    'message-language-knows-no-other-package',
    `${m}/index.ts`,
    `import '../../server/src/app.ts';`,
    { [`${s}/app.ts`]: nothing },
  ],
  ['message-language-knows-no-other-package', `${m}/index.ts`, `import '@latchstring/operations';`],
  [
    'texts-knows-no-other-package',
    'packages/texts/compile.ts',
    `import '../web/src/main.ts';`,
    { [`${w}/main.ts`]: nothing },
  ],
  [
    'message-language-runs-anywhere',
    `${m}/index.ts`,
    `import { domainToUnicode } from 'node:url'; export { domainToUnicode };`,
  ],
  [
    'e2e-knows-no-other-package',
    'packages/e2e/src/a.test.ts',
    `import '../../server/src/app.ts';`,
    { [`${s}/app.ts`]: nothing },
  ],
  [
    'platform-knows-no-feature',
    `${s}/platform/log.ts`,
    `import '../features/login/index.ts';`,
    { [`${s}/features/login/index.ts`]: nothing },
  ],
  [
    'feature-by-its-index',
    `${s}/app.ts`,
    `import './features/login/session.ts';`,
    { [`${s}/features/login/session.ts`]: nothing },
  ],
  [
    'feature-by-its-index-from-a-feature',
    `${s}/features/login/log-in.ts`,
    `import '../accounts/account.ts';`,
    { [`${s}/features/accounts/account.ts`]: nothing },
  ],
  [
    'feature-put-together-in-features',
    `${s}/app.ts`,
    `import './features/login/feature.ts';`,
    { [`${s}/features/login/feature.ts`]: nothing },
  ],
  [
    'room-by-its-index',
    `${s}/features/login/links/mint.ts`,
    `import '../sessions/session.ts';`,
    { [`${s}/features/login/sessions/session.ts`]: nothing },
  ],
  [
    'room-by-its-index-from-its-feature',
    `${s}/features/login/end-every-way-in.ts`,
    `import './sessions/session.ts';`,
    { [`${s}/features/login/sessions/session.ts`]: nothing },
  ],
  [
    'feature-edges-of-accounts',
    `${s}/features/accounts/index.ts`,
    `import '../login/index.ts';`,
    { [`${s}/features/login/index.ts`]: nothing },
  ],
  [
    'feature-edges-of-letters',
    `${s}/features/letters/index.ts`,
    `import '../login/index.ts';`,
    { [`${s}/features/login/index.ts`]: nothing },
  ],
  [
    'feature-edges-of-login',
    `${s}/features/login/index.ts`,
    `import '../access-changes/index.ts';`,
    { [`${s}/features/access-changes/index.ts`]: nothing },
  ],
  [
    'feature-edges-of-access-changes',
    `${s}/features/access-changes/index.ts`,
    `import '../clients/index.ts';`,
    { [`${s}/features/clients/index.ts`]: nothing },
  ],
  [
    'feature-edges-of-clients',
    `${s}/features/clients/index.ts`,
    `import '../messages/index.ts';`,
    { [`${s}/features/messages/index.ts`]: nothing },
  ],
  [
    'feature-edges-of-messages',
    `${s}/features/messages/index.ts`,
    `import '../my-account/index.ts';`,
    { [`${s}/features/my-account/index.ts`]: nothing },
  ],
  [
    'feature-edges-of-my-account',
    `${s}/features/my-account/index.ts`,
    `import '../clients/index.ts';`,
    { [`${s}/features/clients/index.ts`]: nothing },
  ],
  [
    'feature-edges-of-unlisted',
    `${s}/features/horoscopes/index.ts`,
    `import '../accounts/index.ts';`,
    { [`${s}/features/accounts/index.ts`]: nothing },
  ],
  [
    'resolver-without-orm',
    `${s}/features/login/login.resolver.ts`,
    `import { EntityManager } from '@mikro-orm/core'; export { EntityManager };`,
  ],
  [
    'resolver-without-orm',
    `${s}/features/login/login.types.ts`,
    `import type { EntityManager } from '@mikro-orm/postgresql'; export type { EntityManager };`,
  ],
  [
    'resolver-without-orm',
    `${s}/features/login/login.types.ts`,
    `import './session.entity.ts';`,
    { [`${s}/features/login/session.entity.ts`]: nothing },
  ],
  [
    'entity-without-graphql',
    `${s}/features/login/session.entity.ts`,
    `import { ObjectType } from 'type-graphql'; export { ObjectType };`,
  ],
  [
    'ui-knows-only-itself',
    `${w}/ui/Button.svelte`,
    svelte(`import '../graphql/run.ts';`),
    { [`${w}/graphql/run.ts`]: nothing },
  ],
  [
    'web-parts-know-no-feature',
    `${w}/session/viewer.ts`,
    `import '../features/login/index.ts';`,
    { [`${w}/features/login/index.ts`]: nothing },
  ],
  [
    'web-edges-of-accounts',
    `${w}/features/accounts/A.svelte`,
    svelte(`import '../login/BCard.svelte';`),
    { [`${w}/features/login/BCard.svelte`]: svelte('') },
  ],
  [
    'web-edges-of-login',
    `${w}/features/login/A.svelte`,
    svelte(`import '../my-account/BCard.svelte';`),
    { [`${w}/features/my-account/BCard.svelte`]: svelte('') },
  ],
  [
    'web-edges-of-access-changes',
    `${w}/features/access-changes/A.svelte`,
    svelte(`import '../clients/BCard.svelte';`),
    { [`${w}/features/clients/BCard.svelte`]: svelte('') },
  ],
  [
    'web-edges-of-clients',
    `${w}/features/clients/A.svelte`,
    svelte(`import '../messages/BCard.svelte';`),
    { [`${w}/features/messages/BCard.svelte`]: svelte('') },
  ],
  [
    'web-edges-of-messages',
    `${w}/features/messages/A.svelte`,
    svelte(`import '../clients/BCard.svelte';`),
    { [`${w}/features/clients/BCard.svelte`]: svelte('') },
  ],
  [
    'web-edges-of-mailbox',
    `${w}/features/mailbox/A.svelte`,
    svelte(`import '../messages/BCard.svelte';`),
    { [`${w}/features/messages/BCard.svelte`]: svelte('') },
  ],
  [
    'web-edges-of-my-account',
    `${w}/features/my-account/A.svelte`,
    svelte(`import '../clients/BCard.svelte';`),
    { [`${w}/features/clients/BCard.svelte`]: svelte('') },
  ],
  [
    'web-edges-of-unlisted',
    `${w}/features/horoscopes/A.svelte`,
    svelte(`import '../login/index.ts';`),
    { [`${w}/features/login/index.ts`]: nothing },
  ],
  [
    'web-feature-by-its-pages-or-index',
    `${w}/main.ts`,
    `import './features/login/links/token.ts';`,
    { [`${w}/features/login/links/token.ts`]: nothing },
  ],
  [
    'web-feature-by-its-pages-or-index-from-a-feature',
    `${w}/features/my-account/AccountPage.svelte`,
    svelte(`import '../login/links/token.ts';`),
    { [`${w}/features/login/links/token.ts`]: nothing },
  ],
  [
    'mailgun-only-in-mail',
    `${s}/features/login/letter.ts`,
    `import Mailgun from 'mailgun.js'; export { Mailgun };`,
  ],
  [
    'argon2-only-in-passwords',
    `${s}/features/login/log-in.ts`,
    `import { hash } from 'argon2'; export { hash };`,
  ],
  [
    'webauthn-only-in-passkeys',
    `${s}/features/login/passkeys/prove-passkey.ts`,
    `import { verifyAuthenticationResponse } from '@simplewebauthn/server'; export { verifyAuthenticationResponse };`,
  ],
  [
    'otpauth-only-in-totp',
    `${s}/features/login/second-step/prove-second-step.ts`,
    `import { TOTP } from 'otpauth'; export { TOTP };`,
  ],
  ['fastify-only-in-http', `${s}/app.ts`, `import fastify from 'fastify'; export { fastify };`],
  [
    'fastify-only-in-http',
    `${s}/features/login/cookie.ts`,
    `import cookie from '@fastify/cookie'; export { cookie };`,
  ],
  [
    'apollo-server-only-in-graphql',
    `${s}/app.ts`,
    `import { ApolloServer } from '@apollo/server'; export { ApolloServer };`,
  ],
  [
    'apollo-on-fastify-only-in-platform',
    `${s}/app.ts`,
    `import * as on from '@as-integrations/fastify'; export { on };`,
  ],
  [
    'prom-client-only-in-metrics',
    `${s}/signals/metrics-reader.ts`,
    `import { Gauge } from 'prom-client'; export { Gauge };`,
  ],
  [
    'pg-boss-only-in-jobs',
    `${s}/features/login/helper/queue.ts`,
    `import { PgBoss } from 'pg-boss'; export { PgBoss };`,
  ],
  [
    'apollo-client-only-in-web-graphql',
    `${w}/features/login/LoginPage.svelte`,
    svelte(`import { ApolloClient } from '@apollo/client';`),
  ],
  [
    'tiptap-only-in-rich-text',
    `${w}/features/login/LoginPage.svelte`,
    svelte(`import { Editor } from '@tiptap/core';`),
  ],
  ['no-cycles', `${s}/a.ts`, `import './b.ts';`, { [`${s}/b.ts`]: `import './a.ts';` }],
  ['no-cycles', `${w}/a.ts`, `import './B.svelte';`, { [`${w}/B.svelte`]: svelte(`import './a.ts';`) }],
  [
    'product-knows-no-tests',
    `${s}/app.ts`,
    `import '../test/people.ts';`,
    { 'packages/server/test/people.ts': nothing },
  ],
  ['product-knows-no-tests', `${w}/main.ts`, `import './main.test.ts';`, { [`${w}/main.test.ts`]: nothing }],
];

/** A house that keeps every rule, using each package at its home and each listed edge. */
const wellKept: Files = {
  [`${s}/main.ts`]: `import './app.ts';`,
  [`${s}/app.ts`]: `import './platform/http/http.ts'; import './features/my-account/index.ts'; import '@latchstring/message-language';`,
  [`${s}/platform/http/http.ts`]: `import fastify from 'fastify'; import cookie from '@fastify/cookie'; export { fastify, cookie };`,
  [`${s}/platform/graphql/graphql.ts`]: `import { ApolloServer } from '@apollo/server'; import * as on from '@as-integrations/fastify'; export { ApolloServer, on };`,
  [`${s}/platform/mail/mailgun.ts`]: `import Mailgun from 'mailgun.js'; export { Mailgun };`,
  [`${s}/platform/passwords/hash.ts`]: `import { hash } from 'argon2'; export { hash };`,
  [`${s}/platform/passkeys/passkeys.ts`]: `import { verifyAuthenticationResponse } from '@simplewebauthn/server'; export { verifyAuthenticationResponse };`,
  [`${s}/platform/totp/totp.ts`]: `import { TOTP } from 'otpauth'; export { TOTP };`,
  [`${s}/platform/metrics/metrics.ts`]: `import { Gauge } from 'prom-client'; export { Gauge };`,
  [`${s}/platform/jobs/jobs.ts`]: `import { PgBoss } from 'pg-boss'; export { PgBoss };`,
  [`${s}/features/accounts/account.entity.ts`]: `import { defineEntity } from '@mikro-orm/core'; export { defineEntity };`,
  [`${s}/features/accounts/index.ts`]: `import './account.entity.ts';`,
  [`${s}/features/login/index.ts`]: `import '../accounts/index.ts'; import './login.resolver.ts';`,
  [`${s}/features/login/login.resolver.ts`]: `import { Resolver } from 'type-graphql'; export { Resolver };`,
  [`${s}/features.ts`]: `import './features/login/feature.ts';`,
  [`${s}/features/login/feature.ts`]: `import './links/feature.ts';`,
  [`${s}/features/login/links/feature.ts`]: `import './mint.ts';`,
  [`${s}/features/login/links/mint.ts`]: `import '../sessions/index.ts';`,
  [`${s}/features/login/sessions/index.ts`]: nothing,
  [`${s}/features/letters/index.ts`]: `import '../accounts/index.ts';`,
  [`${s}/features/my-account/index.ts`]: `import '../accounts/index.ts'; import '../login/index.ts'; import '../letters/index.ts';`,
  'packages/server/test/login.test.ts': `import '../src/features/login/login.resolver.ts';`,
  [`${w}/main.ts`]: `import './routes.ts'; import './features/login/index.ts';`,
  [`${w}/features/login/index.ts`]: nothing,
  [`${w}/routes.ts`]: `export const page = () => import('./features/login/LoginPage.svelte');`,
  [`${w}/features/login/LoginPage.svelte`]: svelte(
    `import '../../ui/Button.svelte'; import '../../graphql/run.ts'; import '../../routes.ts'; import '../../../../message-language/src/index.ts';`,
  ),
  [`${w}/ui/Button.svelte`]: svelte(`export const type = 'button';`),
  [`${w}/graphql/run.ts`]: `import { ApolloClient } from '@apollo/client'; import '../../../operations/src/index.ts'; export { ApolloClient };`,
  'packages/operations/src/index.ts': nothing,
  [`${m}/index.ts`]: `import { Parser } from 'htmlparser2'; export { Parser };`,
};

/** The promises of docs/cases.md that a rule keeps: they stand in the titles of its trespasses. */
const promises: Record<string, string> = {
  'argon2-only-in-passwords': 'P019 ',
  eqeqeq: 'P020 ',
  'fence/approved-algorithms-only': 'P021 ',
  'fence/no-child-process': 'P022 ',
  'fence/no-spliced-sql': 'P023 ',
  'fence/randomness-only-in-random-token': 'P024 ',
  'fence/verified-tls-only': 'P025 ',
  'mailgun-only-in-mail': 'P026 ',
  'no-eval': 'P027 ',
  'product-knows-no-tests': 'P028 ',
  'resolver-without-orm': 'P029 ',
};
const promiseOf = (rule: string) => promises[rule] ?? '';

suite('Who may import whom', () => {
  for (const [rule, path, text, others] of trespasses) {
    test(`${promiseOf(rule)}${rule} stops ${path}: ${text.trim().split('\n')[1]?.trim() ?? text}`, async () => {
      const found = await broken({ [path]: `${text}\n`, ...others });
      assert.ok(found.includes(`${rule}: ${path}`), `reported instead: ${found.join(', ') || 'nothing'}`);
    });
  }

  test('a well-kept house is not bothered', async () => {
    assert.deepEqual(await broken(wellKept), []);
  });

  test('every rule is shown a trespass here', () => {
    const shown = new Set(trespasses.map(([rule]) => rule));
    const unproven = (config.forbidden as { name: string }[])
      .map(({ name }) => name)
      .filter((name) => !shown.has(name));
    assert.deepEqual(unproven, []);
  });
});

/** Fence → lines that it must stop. */
const lines: Record<string, string[]> = {
  'fence/environment-only-in-env': [
    'export const port = process.env.PORT;',
    `export const port = process['env'].PORT;`,
    'export const port = globalThis.process.env.PORT;',
    'const { env } = process; export { env };',
    `import { env } from 'node:process'; export { env };`,
  ],
  'fence/time-only-in-clock': [
    'export const at = Date.now();',
    'export const at = new Date();',
    'export const at = Date();',
  ],
  'fence/randomness-only-in-random-token': [
    'export const n = Math.random();',
    `import { randomBytes } from 'node:crypto'; export const n = randomBytes(16);`,
    `import crypto from 'node:crypto'; export const n = crypto.randomUUID();`,
    'export const n = globalThis.crypto.getRandomValues(new Uint8Array(16));',
  ],
  'fence/no-child-process': [
    `import { spawn } from 'node:child_process'; export { spawn };`,
    `export const load = () => import('child_process');`,
  ],
  'fence/no-spliced-sql': [
    'export const rows = (em, id) => em.execute(`select * from account where id = ${id}`);',
    'export const rows = (raw, id) => raw(`select ${id}`);',
    `export const rows = (em, id) => em.execute('select * from account where id = ' + id);`,
  ],
  'fence/no-sql-clock': ['export const rows = (sql) => sql`select * from session where ends_at > now()`;'],
  'fence/approved-algorithms-only': [
    `import { createHash } from 'node:crypto'; export const x = createHash('md5');`,
    `import { createHmac } from 'node:crypto'; export const x = (key) => createHmac('sha1', key);`,
    `import crypto from 'node:crypto'; export const x = (name) => crypto.createHash(name);`,
    `import { createCipheriv } from 'node:crypto'; export const x = (k, n) => createCipheriv('aes-256-cbc', k, n);`,
    `import { scryptSync } from 'node:crypto'; export const x = (p, s) => scryptSync(p, s, 32);`,
    `import { hash } from 'node:crypto'; export const x = hash('sha1', 'x');`,
  ],
  'fence/verified-tls-only': [
    'export const options = { rejectUnauthorized: false };',
    `export const options = { 'checkServerIdentity': () => undefined };`,
    `export const x = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };`,
    `export const x = (url) => url + '?sslmode=no-verify';`,
    'export const server = { insecureHTTPParser: true };',
  ],
  'no-eval': [`export const x = eval('1');`],
  'no-new-func': [`export const x = new Function('return 1');`],
  eqeqeq: ['export const x = (a, b) => a == b;'],
};

const harmless = [
  'export const at = (clock) => clock.now();',
  'export const at = new Date(0);',
  'export const rows = (em, id) => em.execute(`select * from account where id = ?`, [id]);',
  'export const rows = (sql, id) => sql`select * from account where id = ${id}`;',
  `import { createHash } from 'node:crypto'; export { createHash };`,
];

suite('What the server may say', () => {
  let eslint: ESLint;
  before(() => {
    // What the fences look for stands in the text alone; the compiler knows nothing of files that are not there.
    eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });
  });

  for (const [rule, texts] of Object.entries(lines)) {
    for (const text of texts) {
      test(`${promiseOf(rule)}${rule} stops ${text}`, async () => {
        assert.ok((await reported(text, `${s}/features/login/log-in.ts`)).includes(rule));
      });
    }
  }

  for (const text of harmless) {
    test(`nothing stops ${text}`, async () => {
      assert.deepEqual(await reported(text, `${s}/features/login/log-in.ts`), []);
    });
  }

  test('each exempt file is let through its own fence and no other', async () => {
    const text = 'export const all = [process.env.PORT, new Date(), Math.random()];';
    const [environment, time, randomness] = Object.keys(lines);
    assert.deepEqual(await reported(text, `${s}/env.ts`), [time, randomness]);
    assert.deepEqual(await reported(text, `${s}/platform/clock.ts`), [environment, randomness]);
    assert.deepEqual(await reported(text, `${s}/platform/random-token.ts`), [environment, time]);
  });

  test('P030 svelte/no-at-html-tags stops markup made from text', async () => {
    assert.ok((await reported('{@html "<b>x</b>"}', `${w}/App.svelte`)).includes('svelte/no-at-html-tags'));
  });

  const readings = [
    'export const isSubject = (problem) => /subject|asunto/i.test(problem.message);',
    'export const isSubject = ({ message }) => /subject/.exec(message) !== null;',
    `export const tags = (message) => [...message.matchAll(/\\[(\\w+)\\]/g)];`,
    `export const isTooLong = (problem) => problem.message.includes('too long');`,
    `export const isTooLong = (problem) => problem.message === 'The subject is too long.';`,
  ];
  for (const text of readings) {
    test(`C134 fence/facts-not-words stops ${text}`, async () => {
      assert.ok((await reported(text, `${w}/features/messages/cures.ts`)).includes('fence/facts-not-words'));
    });
  }

  test('C134 nothing stops the app from showing what the server says', async () => {
    const text = 'export const shown = (problem) => problem.message || problem.kind;';
    assert.deepEqual(await reported(text, `${w}/features/messages/cures.ts`), []);
    const inPage = svelte('export const is = (problem) => /x/.test(problem.message);');
    assert.ok((await reported(inPage, `${w}/App.svelte`)).includes('fence/facts-not-words'));
  });

  test('every fence is shown a trespass here', () => {
    assert.deepEqual(
      Object.keys(fenceRules('error')).filter((name) => !(name in lines)),
      [],
    );
  });

  async function reported(text: string, path: string): Promise<string[]> {
    const [result] = await eslint.lintText(`${text}\n`, { filePath: join(root, path) });
    return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
  }
});
