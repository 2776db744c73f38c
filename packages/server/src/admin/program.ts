import { Command } from 'commander';
import { addAccessCommands } from './access-commands.ts';
import { addCoachCommands } from './coach-commands.ts';
import { addDeadLetterCommand } from './dead-letters.ts';
import type { Perform } from './outcome.ts';
import { addPracticeCommands } from './practice-commands.ts';
import { addReleaseCommands } from './release-commands.ts';
import { addRestoreCommands } from './restore-commands.ts';

/** The command line of the person who runs this, on the machine it runs on. */
export function createProgram(perform: Perform): Command {
  const program = new Command('admin')
    .description(
      'Commands of the person who runs this. Each says more with --help, and its result as JSON with --json.',
    )
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 no database or wrong settings, 2 refused, and nothing was changed.',
    );
  addCoachCommands(program, perform);
  addAccessCommands(program, perform);
  addPracticeCommands(program, perform);
  addRestoreCommands(program, perform);
  addDeadLetterCommand(program, perform);
  addReleaseCommands(program, perform);
  for (const command of program.commands) command.option('--json', 'print what was done as JSON');
  return program;
}
