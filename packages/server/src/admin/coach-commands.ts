import type { Command } from 'commander';
import { accessOf, createCoach, findCoach, listCoaches, Refusal } from '../features/accounts/index.ts';
import { mintLoginLink } from '../features/login/index.ts';
import { clockTime } from '../platform/mail/clock-time.ts';
import type { Mechanisms } from '../request-context.ts';
import { table, type Outcome, type Perform, type How } from './outcome.ts';

type Named = { username: string } & How;

export function addCoachCommands(program: Command, perform: Perform): void {
  program
    .command('create-coach')
    .description(
      'makes a coach, and the practice where there is none of that name, and prints a login link that works once',
    )
    .requiredOption('--practice <name>')
    .option(
      '--support-email <address>',
      'of a new practice: where its clients write; else the coach’s address',
    )
    .requiredOption('--first-name <name>')
    .requiredOption('--last-name <name>')
    .requiredOption('--email <address>')
    .option(
      '--username <name>',
      'else one is made at random, which the coach sees after the login and can change',
    )
    .option('--time-zone <zone>', 'such as Europe/Madrid; else that of this machine')
    .option('--another', 'a second account for somebody who has one at this address')
    .action((options: Parameters<typeof createCoach>[1] & How) =>
      perform((context) => create(context, options), options),
    );

  program
    .command('list-coaches')
    .description('every coach, with practice, username, address, last login and number of clients')
    .action((how: How) => perform(list, how));

  program
    .command('login-link')
    .description('prints a link that logs a coach in, once; a second step is asked all the same')
    .requiredOption('--username <name>')
    .action((options: Named) => perform((context) => linkFor(context, options), options));
}

async function create(context: Mechanisms, options: Parameters<typeof createCoach>[1]): Promise<Outcome> {
  const { timeZone, ...coach } = await createCoach(context, options);
  const link = await mintLoginLink(context, { ...coach, issuer: 'ADMIN' });
  return {
    words: `The coach is made. This link logs them in, once, until ${clockTime(link.expiresAt, timeZone, 'en')}:\n\n${link.url}\n`,
    facts: { username: coach.username, link },
  };
}

async function list(context: Mechanisms): Promise<Outcome> {
  const coaches = await listCoaches(context);
  const rows = coaches.map((one) => [
    one.practice,
    `${one.firstName} ${one.lastName}`,
    one.username,
    one.email,
    one.lastLoginAt?.toISOString().slice(0, 10) ?? 'never came',
    `${one.clients} clients`,
    one.status === 'ACTIVE' ? '' : 'deactivated',
  ]);
  return { words: table(rows), facts: coaches };
}

async function linkFor(context: Mechanisms, { username }: Named): Promise<Outcome> {
  const coach = await findCoach(context, username);
  const { entry, link: ways } = accessOf(coach);
  if (entry === 'NO')
    throw new Refusal(
      `${coach.username} is deactivated: admin reactivate-coach --username ${coach.username}.`,
    );
  if (ways === 'NO') throw new Refusal(`${coach.username} takes no login links.`);
  const { id: accountId, credentialsVersion } = coach;
  const link = await mintLoginLink(context, { accountId, credentialsVersion, issuer: 'ADMIN' });
  const until = clockTime(link.expiresAt, coach.timeZone ?? 'UTC', 'en');
  const words = `This link logs ${coach.firstName} ${coach.lastName} in, once, until ${until}:\n\n${link.url}\n`;
  return { words, facts: { username: coach.username, link } };
}
