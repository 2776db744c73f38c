import type { Command } from 'commander';
import { Refusal, withdrawAllChanges } from '../features/accounts/index.ts';
import { endAllAccess } from '../features/login/index.ts';
import { doubtDeliveries } from '../features/messages/index.ts';
import { product } from '../features.ts';
import { holdMail, settlePlace, whyUnsettled } from '../platform/database/restoration.ts';
import { holdJobs, releaseJobs } from '../platform/jobs/held-jobs.ts';
import type { Mechanisms } from '../request-context.ts';
import type { How, Outcome, Perform } from './outcome.ts';

interface Options extends How {
  nothingLost?: boolean;
  unseen?: boolean;
  releaseMail?: boolean;
}

export function addRestoreCommands(program: Command, perform: Perform): void {
  program
    .command('restored')
    .description(
      'after a backup came back: ends whatever was handed out (links, codes, sessions, API tokens, changes that wait), has the provider asked about each queued mail, and holds the others. Nothing is served before',
    )
    .option('--nothing-lost', 'the database only moved, and nobody used it meanwhile: ends and holds nothing')
    .option('--unseen', 'it came back in a way that does not show, such as a snapshot of its disk')
    .option(
      '--release-mail',
      'lets go what is held since: letters, invites, messages whose time came meanwhile',
    )
    .action((options: Options) => perform((context) => restored(context, options), options));
}

async function restored(context: Mechanisms, options: Options): Promise<Outcome> {
  const { em } = context;
  const isSeen = (await whyUnsettled(em)) !== null;
  if (!isSeen && options.releaseMail) return release(context);
  if (!isSeen && !options.unseen)
    throw new Refusal(
      'this database shows no sign of a backup that came back. If it did all the same, say --unseen: everybody has to log in again then.',
    );
  await settlePlace(em);
  if (options.nothingLost) return { words: 'Done. Nothing was ended and nothing is held.\n', facts: {} };
  const facts = await settle(context);
  if (!options.releaseMail) return { words: `${wordsOf(facts)}${HELD}`, facts };
  await release(context);
  return { words: wordsOf(facts), facts };
}

async function settle(context: Mechanisms) {
  const { em, clock } = context;
  // Before anything is queued that tells of this.
  const jobs = await holdJobs(
    em,
    product.jobs.map(({ queue }) => queue),
  );
  await holdMail(em, clock.now());
  const mails = await doubtDeliveries(context);
  const access = await endAllAccess(context);
  const changes = await withdrawAllChanges(context);
  return { ...access, changes, mails: { ...mails, waiting: jobs } };
}

async function release({ em }: Mechanisms): Promise<Outcome> {
  await holdMail(em, null);
  const jobs = await releaseJobs(em);
  return { words: `Released: ${jobs} letters, and messages whose time has come.\n`, facts: { jobs } };
}

const HELD =
  'Letters of before, and messages whose time came since the backup, wait: `admin restored --release-mail` lets them go.\n';

function wordsOf({
  sessions,
  accountsWithTokens,
  changes,
  mails,
}: Awaited<ReturnType<typeof settle>>): string {
  return [
    'Every login link, invite and code is dead.',
    `Sessions ended: ${sessions}. Accounts whose API tokens ended: ${accountsWithTokens}. Changes withdrawn, and told: ${changes}.`,
    `Queued mails of which the provider is asked first: ${mails.asked}. Too old to ask about, held for their coach: ${mails.held}. Letters that wait: ${mails.waiting}.`,
    '',
  ].join('\n');
}
