import { createApp, isLocalOnly, type App } from './app.ts';
import { coaches, clients } from './demo/demo-practice.ts';
import { readEnv, type Env } from './env.ts';
import { createLog } from './platform/log.ts';
import { runProcess } from './run-process.ts';

/** API, worker and app in one process; with --api without the worker, for many of each over one PostgreSQL. */
await runProcess(async () => {
  const env = readEnv();
  const alone = !process.argv.includes('--api');
  const log = createLog(env.logLevel);
  const app = await createApp({
    env,
    log,
    parts: { api: true, worker: alone, migrate: alone && !env.production },
  });
  await app.http?.listen({ port: env.port, host: isLocalOnly(env) ? '127.0.0.1' : '0.0.0.0' });
  greet(env, app);
  return app;
});

/** Says where everything is, in words, once. */
function greet(env: Env, { http }: App): void {
  const address = http?.addresses()[0];
  const url =
    env.production || typeof address !== 'object' ? env.publicUrl : `http://localhost:${address.port}`;
  const lines = [`Latchstring is at ${url}`];
  if (env.mail.kind === 'mailbox')
    lines.push(`Letters are kept at   ${url}/dev/mailbox`, `Try the API at        ${url}/dev/graphiql`);
  if (env.demoData) {
    lines.push('', 'Demo logins (username / password):');
    for (const { username, password, firstName, lastName } of [...coaches, ...clients])
      if (password)
        lines.push(`  ${username.padEnd(12)} ${password.padEnd(24)} ${firstName} ${lastName}`.trimEnd());
  }
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}
