import type { Command } from 'commander';
import { findCoach, Refusal, setCoachStatus } from '../features/accounts/index.ts';
import {
  endApiTokens,
  endLinks,
  endSessions,
  removeSecondSteps,
  removeUnreadableSecondSteps,
} from '../features/login/index.ts';
import { stopMessagesOf } from '../features/messages/index.ts';
import type { Mechanisms } from '../request-context.ts';
import type { How, Outcome, Perform } from './outcome.ts';

type Named = { username: string } & How;

/** What opens a coach's account, and what doesn't any more. */
export function addAccessCommands(program: Command, perform: Perform): void {
  program
    .command('deactivate-coach')
    .description('ends sessions, links and API tokens of a coach; what was to go by itself is held')
    .requiredOption('--username <name>')
    .action((options: Named) => perform((context) => deactivate(context, options), options));

  program
    .command('reactivate-coach')
    .description('lets a coach in again; nothing else comes back')
    .requiredOption('--username <name>')
    .action((options: Named) => perform((context) => reactivate(context, options), options));

  program
    .command('remove-second-step')
    .description(
      'for somebody who has lost device, app and recovery codes: ends those, passkeys and sessions. Make sure first that it is them who asks',
    )
    .option('--username <name>')
    .option(
      '--unreadable',
      'for everybody whose authenticator app can not be read, since its SEALING_KEY is lost',
    )
    .action((options: Partial<Named> & { unreadable?: boolean }) =>
      perform((context) => removeSteps(context, options), options),
    );
}

async function deactivate(context: Mechanisms, { username }: Named): Promise<Outcome> {
  const coach = await findCoach(context, username);
  if (!(await setCoachStatus(context, coach, 'INACTIVE')))
    throw new Refusal(`${coach.username} is deactivated already.`);
  await endLinks(context, coach.id, { by: 'DEACTIVATION' });
  await endSessions(context, coach.id, 'ALL');
  await endApiTokens(context, { accountId: coach.id, actor: 'SYSTEM' });
  const stopped = await stopMessagesOf(context, coach.id);
  return {
    words: `${coach.username} can not log in any more. Scheduled messages stopped: ${stopped.messages}; mails held: ${stopped.deliveries}. The clients stay.\n`,
    facts: { username: coach.username, stopped },
  };
}

async function reactivate(context: Mechanisms, { username }: Named): Promise<Outcome> {
  const coach = await findCoach(context, username);
  if (!(await setCoachStatus(context, coach, 'ACTIVE')))
    throw new Refusal(`${coach.username} is not deactivated.`);
  return { words: `${coach.username} may log in again.\n`, facts: { username: coach.username } };
}

async function removeSteps(
  context: Mechanisms,
  { username, unreadable }: { username?: string; unreadable?: boolean },
): Promise<Outcome> {
  if (unreadable) {
    const accounts = await removeUnreadableSecondSteps(context);
    return { words: `Ended for ${accounts}; a letter tells each.\n`, facts: { accounts } };
  }
  if (!username) throw new Refusal('--username is missing, or --unreadable.');
  if (!(await removeSecondSteps(context, { username })))
    throw new Refusal(`--username: nobody has the username ${username}.`);
  return {
    words: `Authenticator app, recovery codes, passkeys and sessions of ${username} have ended. A letter tells them.\n`,
    facts: { accounts: 1 },
  };
}
