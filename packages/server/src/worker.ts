import { createApp } from './app.ts';
import { readEnv } from './env.ts';
import { createLog } from './platform/log.ts';
import { runProcess } from './run-process.ts';

/** The same app without HTTP: does the jobs. */
await runProcess(async () => {
  const env = readEnv();
  const log = createLog(env.logLevel);
  const app = await createApp({ env, log, parts: { api: false, worker: true, migrate: false } });
  log.info('the worker is at work');
  return app;
});
