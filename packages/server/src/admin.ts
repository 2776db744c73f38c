import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { deadLetters } from './admin/dead-letters.ts';
import { createApp } from './app.ts';
import { readEnv } from './env.ts';
import { removeSecondSteps, mintLoginLink } from './features/login/index.ts';
import { createCoach, setPractice } from './features/accounts/index.ts';
import { inTransaction } from './platform/database/in-transaction.ts';
import { createLog } from './platform/log.ts';
import { clockTime } from './platform/mail/clock-time.ts';
import type { Mechanisms } from './request-context.ts';
import { runProcess } from './run-process.ts';

const USAGE = `Usage: admin create-coach --practice "Northwind Coaching" --support-email hello@northwind.example.com \\
         --first-name Dana --last-name Okafor --email dana@northwind.example.com [--username dana.coach] [--time-zone Europe/Madrid]

Makes a coach, and the practice where there is none of that name yet, and prints a login link that works once.
Without --username a name is made at random; the coach sees it after the login and can change it.

       admin set-practice --practice "Northwind Coaching" --fresh-starts off

With fresh starts off, the practice's coaches can't ask for a client to start over with a new address.

       admin remove-second-step --username dana.coach

For somebody who has lost device, authenticator app and recovery codes: ends those, their passkeys and their sessions,
so that a password or a login link is enough again. Make sure first that it is them who asks.

       admin dead-letters [--again ID|all] [--drop ID|all]

Lists the jobs that failed for good: id, queue, age, class of the last fault. --again has them done once more, --drop
removes them; each may be given several times.
`;

type Values = ReturnType<typeof readArguments>['values'];
type Command = (context: Mechanisms, values: Values) => Promise<{ words: string; code: number }>;

const COMMANDS: Record<string, Command> = {
  'dead-letters': deadLetters,

  async 'create-coach'(context, values) {
    const made = await createCoach(context, values);
    if (made.faults) {
      const faults = made.faults.map((fault) => `  - ${fault}\n`).join('');
      return { words: `The coach was not made:\n${faults}\n${USAGE}`, code: 2 };
    }
    const { accountId, credentialsVersion, timeZone } = made.coach;
    const link = await mintLoginLink(context, {
      accountId,
      credentialsVersion,
      issuer: 'ADMIN',
      askedByBrowserHash: null,
    });
    const until = clockTime(link.expiresAt, timeZone, 'en');
    return {
      words: `The coach is made. This link logs them in, once, until ${until}:\n\n${link.url}\n`,
      code: 0,
    };
  },

  async 'set-practice'(context, values) {
    const fault = await setPractice(context, values);
    return fault
      ? { words: `Nothing was changed: ${fault}\n\n${USAGE}`, code: 2 }
      : { words: 'Done.\n', code: 0 };
  },

  async 'remove-second-step'(context, { username }) {
    if (!username) return { words: `--username is missing.\n\n${USAGE}`, code: 2 };
    if (!(await removeSecondSteps(context, { username })))
      return { words: `Nobody has the username ${username}.\n`, code: 2 };
    return {
      words: `Authenticator app, recovery codes, passkeys and sessions of ${username} have ended. A letter tells them.\n`,
      code: 0,
    };
  },
};

/** Commands of the person who runs this, on the machine it runs on. */
await runProcess(async () => {
  const { positionals, values } = readArguments();
  const command = COMMANDS[positionals[0] ?? ''];
  if (!command) return end(USAGE, positionals.length === 0 ? 0 : 2);
  const log = createLog('error');
  const parts = { api: false, worker: false, migrate: true };
  const app = await createApp({ env: readEnv(), log, parts });
  const { words, code } = await inTransaction(app.open(), (context) => command(context, values));
  await app.stop();
  return end(words, code);
});

function readArguments() {
  const text = { type: 'string' } as const;
  const texts = { type: 'string', multiple: true } as const;
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
        'fresh-starts': text,
        again: texts,
        drop: texts,
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
