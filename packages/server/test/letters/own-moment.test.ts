import { ChangeUsernameDocument } from '@latchstring/operations';
import { expect, it } from 'vitest';
import { securityLetterQueue } from '../../src/features/accounts/security-letter-job.ts';
import { sendSecurityLetter } from '../../src/features/letters/security-letters.ts';
import { createMailbox } from '../../src/platform/mail/mailbox.ts';
import { createMailer } from '../../src/platform/mail/mail.ts';
import { loggedInBrowser } from '../world/acts.ts';
import { aClient } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

// The jobs wait here, so that something can happen before they run.
const world = useWorld({ worker: false });

it('the letter about a new username names the one of that moment, whatever happened since', async () => {
  const client = await aClient(world);
  const browser = await loggedInBrowser(world, client);
  for (const username of ['first.new.name', 'second.new.name'])
    await browser.run(ChangeUsernameDocument, { username });
  const jobs = await world.rows<{ data: Parameters<typeof sendSecurityLetter>[1] }>(
    `select data from pgboss.job where name = ? order by created_on, id`,
    [securityLetterQueue.name],
  );
  const mailbox = createMailbox(`${world.env.dataDir}/letters`, world.clock);
  const post = createMailer(mailbox, 'no-reply@localhost');
  for (const { data } of jobs)
    await sendSecurityLetter({ ...world.app.open(), post }, data, { firstTry: false });
  const texts = (await mailbox.letters()).map(({ text }) => text.replaceAll(/\s+/g, ' '));
  for (const name of ['first.new.name', 'second.new.name'])
    expect(texts.filter((text) => text.includes(`you log in as ${name}`))).toHaveLength(1);
});
