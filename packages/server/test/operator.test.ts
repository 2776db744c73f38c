import { ChangeUsernameDocument } from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { createCoach, securityLetterQueue, sendSecurityLetter } from '../src/features/accounts/index.ts';
import { createMailbox } from '../src/platform/mail/mailbox.ts';
import { createPost } from '../src/platform/mail/mail.ts';
import { loggedInBrowser } from './world/acts.ts';
import { aClient } from './world/people.ts';
import { useWorld } from './world/world.ts';

// The jobs wait here, so that something can happen before they run.
const world = useWorld({ worker: false });

describe('admin create-coach', () => {
  const good = {
    ...{ practice: 'Westwind Coaching', 'first-name': 'Ada', 'last-name': 'Byron' },
    email: 'ada@westwind.example.com',
  };

  it.each([
    [{ practice: 'x'.repeat(121) }, '--practice: Use at most 120 characters.'],
    [{ 'first-name': 'x'.repeat(101) }, '--first-name: Use at most 100 characters.'],
    [{ 'last-name': 'A\r\nBcc: x@evil.test' }, '--last-name: A name is one line of text.'],
    [{ practice: 'West\nwind' }, '--practice: A name is one line of text.'],
    [{ email: `${'x'.repeat(320)}@example.com` }, '--email'],
  ])('refuses %j and makes nobody', async (wrong, words) => {
    const { faults } = await createCoach(world.app.open(), { ...good, ...wrong });
    expect(faults?.join(' ')).toContain(words);
    expect(await world.rows(`select 1 from account where role = 'COACH' and first_name = 'Ada'`)).toEqual([]);
  });

  it('takes what is right', async () => {
    expect((await createCoach(world.app.open(), good)).faults).toBeNull();
  });
});

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
  const post = createPost(mailbox, 'no-reply@localhost');
  for (const { data } of jobs) await sendSecurityLetter({ ...world.app.open(), post }, data);
  const texts = (await mailbox.letters()).map(({ text }) => text.replaceAll(/\s+/g, ' '));
  for (const name of ['first.new.name', 'second.new.name'])
    expect(texts.filter((text) => text.includes(`you log in as ${name}`))).toHaveLength(1);
});
