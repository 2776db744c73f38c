import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChangeUsernameDocument } from '@latchstring/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCoach } from '../../src/features/accounts/create-coach.ts';
import { securityLetterQueue } from '../../src/features/accounts/security-letter-job.ts';
import { sendSecurityLetter } from '../../src/features/letters/security-letters.ts';
import { createMailbox } from '../../src/platform/mail/mailbox.ts';
import { createMailer } from '../../src/platform/mail/mail.ts';
import { loggedInBrowser, me, redeem } from '../world/acts.ts';
import { buildServer, ofNode, startHouse } from '../world/own-process.ts';
import { aClient } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

// The jobs wait here, so that something can happen before they run.
const world = useWorld({ worker: false });

describe('admin create-coach', () => {
  const good = {
    practice: 'Westwind Coaching',
    'first-name': 'Ada',
    'last-name': 'Byron',
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

describe('the command line', () => {
  let dataDir: string;
  beforeAll(async () => {
    buildServer();
    dataDir = await mkdtemp(join(tmpdir(), 'latchstring-operator-'));
  }, 120_000);
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  const settings = () => ({ DATA_DIR: dataDir, DEMO_DATA: '0', MAIL_FROM: 'no-reply@mail.test' });

  /** What `admin` prints, and the code it ends with. */
  function admin(...words: string[]): Promise<{ code: number; printed: string }> {
    const main = join(import.meta.dirname, '../../dist/admin.js');
    const env = { ...ofNode, ...settings() };
    return new Promise((resolve) => {
      execFile(process.execPath, [main, ...words], { env }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, printed: out + err }),
      );
    });
  }

  it("switches a practice's fresh starts off, and says what is wrong with the words it is given", async () => {
    const practice = ['--practice', 'Westwind Coaching'];
    const coach = ['--first-name', 'Ada', '--last-name', 'Byron', '--email', 'ada@westwind.example.com'];
    const made = await admin('create-coach', ...practice, ...coach);
    const token = /\/login\/link#([\w-]{22})$/m.exec(made.printed)?.[1] ?? '';
    expect(made.code).toBe(0);
    const set = (state: string, name = practice) => admin('set-practice', ...name, '--fresh-starts', state);
    expect(await set('perhaps')).toMatchObject({
      code: 2,
      printed: expect.stringContaining('--fresh-starts is on or off.') as string,
    });
    expect(await set('off', ['--practice', 'Nobody'])).toMatchObject({
      code: 2,
      printed: expect.stringContaining('there is no practice called "Nobody"') as string,
    });
    expect(await set('off')).toEqual({ code: 0, printed: 'Done.\n' });
    const house = await startHouse(settings());
    const browser = house.browser();
    expect((await redeem(browser, token)).__typename).toBe('LoggedIn');
    expect((await me(browser))?.practice).toMatchObject({ freshStartsAllowed: false });
    await house.end();
  }, 120_000);
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
  const post = createMailer(mailbox, 'no-reply@localhost');
  for (const { data } of jobs)
    await sendSecurityLetter({ ...world.app.open(), post }, data, { firstTry: false });
  const texts = (await mailbox.letters()).map(({ text }) => text.replaceAll(/\s+/g, ' '));
  for (const name of ['first.new.name', 'second.new.name'])
    expect(texts.filter((text) => text.includes(`you log in as ${name}`))).toHaveLength(1);
});
