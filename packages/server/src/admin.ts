import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { createApp } from './app.ts';
import { readEnv } from './env.ts';
import { createCoach } from './features/accounts/index.ts';
import { mintLoginLink } from './features/login-links/index.ts';
import { inTransaction } from './platform/database/in-transaction.ts';
import { createLog } from './platform/log.ts';
import { clockTime } from './platform/mail/clock-time.ts';
import { runProcess } from './run-process.ts';

const USAGE = `Usage: admin create-coach --practice "Northwind Coaching" --support-email hello@northwind.example.com \\
         --first-name Dana --last-name Okafor --email dana@northwind.example.com [--username dana.coach] [--time-zone Europe/Madrid]

Makes a coach, and the practice where there is none of that name yet, and prints a login link that works once.
Without --username a name is made at random; the coach sees it after the login and can change it.
`;

/** Commands of the person who runs this, on the machine it runs on. */
await runProcess(async () => {
  const { positionals, values } = readArguments();
  if (positionals[0] !== 'create-coach') return end(USAGE, positionals.length === 0 ? 0 : 2);
  const env = readEnv();
  const log = createLog('error');
  const app = await createApp({ env, log, parts: { api: false, worker: false, migrate: true } });
  const outcome = await inTransaction(app.open(), async (context) => {
    const made = await createCoach(context, values);
    if (made.faults) return made.faults.map((fault) => `  - ${fault}\n`).join('');
    const { accountId, credentialsVersion, timeZone } = made.coach;
    const link = await mintLoginLink(context, {
      accountId,
      credentialsVersion,
      issuer: 'ADMIN',
      askedByBrowserHash: null,
    });
    return { url: link.url, until: clockTime(link.expiresAt, timeZone, 'en') };
  });
  await app.stop();
  if (typeof outcome === 'string') return end(`The coach was not made:\n${outcome}\n${USAGE}`, 2);
  return end(
    `The coach is made. This link logs them in, once, until ${outcome.until}:\n\n${outcome.url}\n`,
    0,
  );
});

function readArguments() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        practice: text,
        'support-email': text,
        'first-name': text,
        'last-name': text,
        email: text,
        username: text,
        'time-zone': text,
      },
    });
  } catch (error) {
    return end(
      `${error instanceof Error ? error.message : 'These arguments can not be read.'}\n\n${USAGE}`,
      2,
    );
  }
}

function end(words: string, code: number): never {
  (code === 0 ? process.stdout : process.stderr).write(words);
  process.exit(code);
}
