import { Option, type Command } from 'commander';
import { listPractices, renamePractice, setPractice } from '../features/accounts/index.ts';
import { table, type Perform, type How } from './outcome.ts';

export function addPracticeCommands(program: Command, perform: Perform): void {
  program
    .command('list-practices')
    .description('every practice, with how many coaches and clients it has')
    .action((how: How) =>
      perform(async (context) => {
        const practices = await listPractices(context);
        const rows = practices.map((one) => [
          one.name,
          one.supportEmail,
          `${one.coaches} coaches`,
          `${one.clients} clients`,
          one.freshStarts ? '' : 'no fresh starts',
        ]);
        return { words: table(rows), facts: practices };
      }, how),
    );

  program
    .command('rename-practice')
    .description('gives a practice another name; letters carry it from then on')
    .requiredOption('--practice <name>', 'its present name')
    .requiredOption('--to <name>', 'its new name')
    .action((options: { practice: string; to: string } & How) =>
      perform(async (context) => {
        const facts = await renamePractice(context, options);
        return { words: `${facts.was} is called ${facts.name} now.\n`, facts };
      }, options),
    );

  program
    .command('set-practice')
    .description('changes how a practice works')
    .requiredOption('--practice <name>')
    .addOption(
      new Option(
        '--fresh-starts <on|off>',
        'off: its coaches can not ask for a client to start over with a new address',
      ).choices(['on', 'off']),
    )
    .option('--support-email <address>', 'where its clients write')
    .action((options: Parameters<typeof setPractice>[1] & How) =>
      perform(async (context) => ({ words: 'Done.\n', facts: await setPractice(context, options) }), options),
    );
}
