/** What no single rule of the linter sees: the compiler's settings, the lock file, the deployment, who speaks to whom. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import ts from 'typescript';
import { root } from './run.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

const sources = (glob: string) =>
  globSync(glob, { cwd: root, exclude: (path) => /node_modules|dist/.test(path) }).map((path) => ({
    path,
    text: read(path),
  }));

/** The files whose text shows this. */
const where = (files: { path: string; text: string }[], sign: RegExp) =>
  files.filter(({ text }) => sign.test(text)).map(({ path }) => path);

suite('The code', () => {
  test('P039 is compiled strictly everywhere, and no part of it is let off', () => {
    const projects = globSync(['scripts/tsconfig.json', 'packages/*/tsconfig.json'], { cwd: root });
    assert.ok(projects.length >= 5, projects.join());
    for (const project of projects) {
      const path = join(root, project);
      const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as { config: object };
      const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(path, '..'));
      assert.equal(options.strict, true, project);
      assert.equal(options.noUncheckedIndexedAccess, true, project);
      assert.equal(options.exactOptionalPropertyTypes, true, project);
      // Part of `strict`: each could be taken out of it again.
      for (const part of ['noImplicitAny', 'strictNullChecks', 'strictFunctionTypes', 'noImplicitThis'])
        assert.notEqual(options[part], false, `${project}: ${part}`);
    }
    const unchecked = where(sources('packages/*/src/**/*.{ts,svelte}'), /@ts-(nocheck|ignore|expect-error)/);
    assert.deepEqual(unchecked, []);
  });

  test('mends what others made wrong only in the versions that were looked at', () => {
    const patches = read('packages/server/src/platform/database/pool-patches.ts');
    const named = [...patches.matchAll(/\* (pg|Kysely) (\d+\.\d+\.\d+), github\.com\/\S+\/issues\/\d+/g)];
    assert.equal(named.length, 2);
    const lock = read('pnpm-lock.yaml');
    for (const [, name = '', version = ''] of named)
      assert.match(
        lock,
        new RegExp(
          `'@mikro-orm/postgresql@[^\n]*\\n    dependencies:[^]{0,400}?${name.toLowerCase()}: ${version}\\b`,
        ),
        name,
      );
  });

  test('of the texts that the server imports is all in its image', () => {
    const { exports } = JSON.parse(read('packages/texts/package.json')) as {
      exports: Record<string, string>;
    };
    const image = read('Dockerfile');
    const imported = sources('packages/server/src/**/*.ts')
      .filter(({ path }) => !path.endsWith('.test.ts'))
      .flatMap(({ text }) =>
        [...text.matchAll(/'@latchstring\/texts(\/[a-z-]+)'/g)].map(([, part = '']) => part),
      );
    assert.ok(new Set(imported).size >= 5, imported.join());
    for (const part of new Set(imported)) {
      const file = exports[`.${part}`]?.replace(/^\.\//, '').replace(/^generated\/.*/, 'generated') ?? part;
      assert.ok(image.includes(`/app/packages/texts/${file} `), `the image lacks packages/texts/${file}`);
    }
  });

  test('P043 of the server speaks to the outside in the mail room alone', () => {
    const server = sources('packages/server/src/**/*.ts').filter(({ path }) => !path.endsWith('.test.ts'));
    assert.ok(server.length > 200);
    // What the job queue calls so takes jobs out of the database.
    const speaks =
      /(?<!boss\.)\bfetch\(|\bnew (WebSocket|EventSource)\b|from '(axios|undici|got)'|^import (?!type\b).*from 'node:(http2?|https|tls|dgram|dns)'/m;
    assert.deepEqual(where(server, speaks), ['packages/server/src/platform/mail/mailgun.ts']);
    assert.deepEqual(where(server, /from 'mailgun\.js'/), ['packages/server/src/platform/mail/mailgun.ts']);
  });

  test('P044 of the server writes its log in one place, to standard output', () => {
    const server = sources('packages/server/src/**/*.ts');
    assert.deepEqual(where(server, /from 'pino'/), ['packages/server/src/platform/log.ts']);
    const log = read('packages/server/src/platform/log.ts');
    assert.doesNotMatch(log, /transport|multistream/);
    assert.equal(log.match(/destination\(/g)?.length, 1);
    assert.match(log, /const TOGETHER = \{ dest: 1,[^}]*\};[^]*pino\.destination\(TOGETHER\)/);
  });

  test('P042 of the server sends no file under a name that people gave', () => {
    const server = sources('packages/server/src/**/*.ts');
    assert.deepEqual(where(server, /content-disposition|\.download\(/i), []);
    assert.deepEqual(where(server, /\.sendFile\(/), []);
  });

  test('P041 of the app takes no messages from other windows and opens none', () => {
    const app = sources('packages/web/src/**/*.{ts,svelte}');
    assert.ok(app.length > 100);
    const signs =
      /postMessage\(|addEventListener\(\s*['"]message['"]|\bonmessage\b|window\.open\(|BroadcastChannel/;
    // A page and the worker that it started hear each other and nobody else.
    const [page, worker] = ['open-workbook.ts', 'workbook.worker.ts'].map(
      (name) => `packages/web/src/features/clients/import/file/${name}`,
    );
    assert.deepEqual(where(app, signs), [page, worker]);
    assert.deepEqual(where(app, /\bnew (Shared)?Worker\(/), [page]);
    assert.deepEqual(where(app, /from ['"][^'"]*\.worker['"]/), []);
    const spoken = read(page ?? '').matchAll(/(\S*?)\b(addEventListener|postMessage)\(|\bonmessage\b/g);
    assert.deepEqual([...new Set([...spoken].map(([, to]) => to))], ['worker.']);
  });
});

suite('What comes from others', () => {
  test('P046 stands in the lock file with its version and its hash, from the registry and nowhere else', () => {
    // A package from elsewhere would name its tarball, its directory or its commit there.
    const resolutions = read('pnpm-lock.yaml').match(/^ {4}resolution:.*$/gm) ?? [];
    assert.ok(resolutions.length > 500, String(resolutions.length));
    const odd = resolutions.filter((line) => !/^ {4}resolution: \{integrity: sha512-[\w+/]+=*\}$/.test(line));
    assert.deepEqual(odd, []);
  });

  test('holds no self-contained tokens, OAuth, XML or WebSockets among what the server runs with', () => {
    const { dependencies } = JSON.parse(read('packages/server/package.json')) as { dependencies: object };
    const names = Object.keys(dependencies);
    assert.ok(names.length > 20);
    const signs =
      /jsonwebtoken|^jose$|jwt|oauth|openid|passport|saml|ldap|xml2js|xmldom|xpath|^ws$|socket\.io|memcache|sharp|multer/i;
    assert.deepEqual(
      names.filter((name) => signs.test(name)),
      [],
    );
  });
});

suite('The deployment', () => {
  const files = [
    'docker-compose.yml',
    'Dockerfile',
    'deploy/Caddyfile',
    '.env.example',
    '.ci/run',
    'package.json',
  ];

  test('P047 switches off no verifying of certificates and no strictness', () => {
    for (const path of files)
      assert.doesNotMatch(
        read(path),
        /NODE_TLS_REJECT_UNAUTHORIZED|insecure-http-parser|tls_insecure_skip_verify|sslmode=(disable|no-verify)|--inspect/,
        path,
      );
  });

  test('P038 has no password or key of its own: each has to be given', () => {
    const compose = read('docker-compose.yml');
    for (const name of ['POSTGRES_PASSWORD', 'MAILGUN_KEY'])
      assert.match(compose, new RegExp(`\\$\\{${name}:\\?`), name);
    // `${NAME:-value}` would be a default.
    assert.deepEqual(compose.match(/\$\{\w*(PASSWORD|KEY|SECRET)\w*:-[^}]+\}/g), null);
  });

  test('P040 keeps statements and rows out of the log of the database', () => {
    const compose = read('docker-compose.yml');
    for (const setting of ['log_min_error_statement=panic', 'log_error_verbosity=terse'])
      assert.match(compose, new RegExp(`command: \\[postgres, .*-c, ${setting}\\b`), setting);
    assert.doesNotMatch(compose, /log_statement|log_min_duration|log_parameter/);
  });

  test('P045 runs the server as nobody, on a read-only disk, with no privileges, apart from the database', () => {
    const compose = read('docker-compose.yml');
    assert.match(read('Dockerfile'), /^USER node$/m);
    for (const line of ['read_only: true', 'cap_drop: [ALL]', "security_opt: ['no-new-privileges:true']"])
      assert.ok((compose.match(new RegExp(line.replace(/[[\]]/g, '\\$&'), 'g')) ?? []).length >= 3, line);
    // Nobody outside reaches the database.
    assert.match(compose, /^ {2}data:\n {4}internal: true$/m);
  });
});
