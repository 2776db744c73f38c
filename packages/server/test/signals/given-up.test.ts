import { ChangeUsernameDocument, RequestLoginLinkDocument } from '@latchstring/operations';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../src/features/accounts/index.ts';
import { loggedInBrowser } from '../world/acts.ts';
import { admin } from '../world/admin.ts';
import { readFigures } from '../world/figures.ts';
import { aClient, type Person } from '../world/people.ts';
import { Provider } from '../world/provider.ts';
import { promptRetries, useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, timeoutMs: 2_000 } as const;
const metrics = { host: '127.0.0.1', port: 0 };
const world = useWorld({ ...promptRetries, env: { mail, mailFrom: 'no-reply@mail.test', metrics } });
afterAll(() => provider.close());
beforeEach(() => {
  world.logLines.length = 0;
  provider.mood = 'accepts';
});

const lines = (words: string) =>
  world.logLines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ msg }) => msg === words);

const deadLetters = (...choice: string[]) => admin(world, 'dead-letters', ...choice);

/** The letter that their username has changed is refused for what it is. */
async function aLetterGivenUp(): Promise<Person> {
  provider.mood = 'answers 413';
  const client = await aClient(world);
  const username = `${client.username}.new`;
  await (await loggedInBrowser(world, client)).run(ChangeUsernameDocument, { username });
  await expect.poll(() => lines('a job was given up').length, { timeout: 20_000 }).toBeGreaterThan(0);
  await world.settle();
  return client;
}

const ROW = /^([0-9a-f-]{36})\s+security-letter\s+\d+ min\s+MailRefused\n$/;

describe('a letter that is given up', () => {
  it('C173 is told of in the log and the metrics, listed without what it carries, and made anew', async () => {
    const client = await aLetterGivenUp();
    expect(lines('a job was given up')).toMatchObject([
      { level: 50, queue: 'security-letter', fault: 'MailRefused' },
    ]);
    expect(await readFigures(world)).toMatchObject({
      'latchstring_jobs_given_up{queue="security-letter"}': 1,
      'latchstring_job_tries_total{queue="security-letter",outcome="given_up"}': 1,
    });
    const { words } = await deadLetters();
    expect(words).toMatch(ROW);
    const id = ROW.exec(words)?.[1] ?? '';
    await expect(deadLetters('--again', '5f0c0b4a-0000-4000-8000-000000000000')).rejects.toThrow(Refusal);
    provider.mood = 'accepts';
    // Within ten minutes of the first, letters of one kind wait for each other.
    world.clock.advance(11 * 60_000);
    expect(await deadLetters('--again', id)).toMatchObject({ words: 'Made anew: 1. Dropped: 0.\n' });
    await world.settle();
    expect(provider.to(client.email)).toHaveLength(1);
    expect(await deadLetters()).toMatchObject({ words: 'There are no dead letters.\n' });
    expect((await readFigures(world))['latchstring_jobs_given_up{queue="security-letter"}']).toBeUndefined();
  });

  it('C173 is dropped where the operator wants that', async () => {
    const client = await aLetterGivenUp();
    expect(await deadLetters('--drop', 'all')).toMatchObject({ words: 'Made anew: 0. Dropped: 1.\n' });
    provider.mood = 'accepts';
    await world.settle();
    expect(provider.to(client.email)).toHaveLength(0);
    expect((await deadLetters()).words).toBe('There are no dead letters.\n');
  });
});

describe('a job that carries what somebody typed', () => {
  const left = () =>
    world.rows<{ name: string }>(
      `select name from pgboss.job where name in ('help-letter', 'link-by-username', 'given-up')`,
    );

  async function askedFor(): Promise<Person> {
    const client = await aClient(world);
    await world.browser().run(RequestLoginLinkDocument, { username: client.username });
    return client;
  }

  it('C173 is never kept: refused for what it is, it is gone, counted and told of', async () => {
    provider.mood = 'answers 413';
    const client = await askedFor();
    await expect.poll(() => lines('a job was dropped').length, { timeout: 20_000 }).toBe(1);
    await world.settle();
    expect(await left()).toEqual([]);
    expect(lines('a job was dropped')).toMatchObject([{ queue: 'help-letter', fault: 'MailRefused' }]);
    expect(await readFigures(world)).toMatchObject({
      'latchstring_job_tries_total{queue="help-letter",outcome="dropped"}': 1,
    });
    expect(provider.to(client.email)).toHaveLength(0);
  });

  it('C173 is dropped after the life of its link, and tried until then', async () => {
    provider.mood = 'answers 401';
    const client = await askedFor();
    const age = (interval: string) =>
      world.rows(
        `update pgboss.job set created_on = created_on - ?::interval, start_after = created_on
                   where name = 'help-letter' and state = 'retry'`,
        [interval],
      );
    const tries = () => lines('a job failed').length;
    await expect.poll(tries, { timeout: 20_000 }).toBeGreaterThan(0);
    await age('58 minutes');
    const before = tries();
    await expect.poll(tries, { timeout: 20_000 }).toBeGreaterThan(before);
    expect(lines('a job was dropped')).toEqual([]);
    await expect
      .poll(async () => (await age('3 minutes'), lines('a job was dropped')), { timeout: 20_000 })
      .toMatchObject([{ queue: 'help-letter', fault: 'TooOld' }]);
    provider.mood = 'accepts';
    await world.settle();
    expect(await left()).toEqual([]);
    expect(provider.to(client.email)).toHaveLength(0);
  });
});
