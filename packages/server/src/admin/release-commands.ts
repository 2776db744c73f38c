import type { Command } from 'commander';
import { Refusal } from '../features/accounts/index.ts';
import { findReleases, forgetRelease } from '../platform/releases/keep-release.ts';
import type { Mechanisms } from '../request-context.ts';
import { table, type How, type Outcome, type Perform } from './outcome.ts';

type Named = { release: string } & How;

/** The releases of which the app is kept, so that tabs which stayed open go on. */
export function addReleaseCommands(program: Command, perform: Perform): void {
  program
    .command('list-releases')
    .description('the releases whose app is still served to tabs that stayed open, the newest first')
    .action((how: How) => perform(list, how));

  program
    .command('forget-release')
    .description(
      'for a release with a fault: serves its app to nobody any more; tabs with it load themselves anew',
    )
    .requiredOption('--release <id>', 'as list-releases names it')
    .action((options: Named) => perform((context) => forget(context, options), options));
}

async function list({ em }: Mechanisms): Promise<Outcome> {
  const releases = await findReleases(em);
  const rows = releases.map(({ release, keptAt, files }) => [
    release.slice(0, 12),
    keptAt.toISOString(),
    `${files} files`,
  ]);
  return { words: rows.length === 0 ? 'None is kept.\n' : table(rows), facts: releases };
}

async function forget({ em }: Mechanisms, { release }: Named): Promise<Outcome> {
  const found = (await findReleases(em)).filter((kept) => kept.release.startsWith(release));
  const [only] = found;
  if (!only || found.length > 1)
    throw new Refusal(`--release: ${found.length} releases are kept that begin so.`);
  await forgetRelease(em, only.release);
  return { words: 'Nobody gets it any more, within five seconds.\n', facts: { release: only.release } };
}
