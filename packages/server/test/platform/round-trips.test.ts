import {
  LoginDocument,
  LogoutDocument,
  MeDocument,
  RecoverUsernameDocument,
  RedeemLoginLinkDocument,
  RenewLoginLinkDocument,
  RequestEmailChangeDocument,
  RequestLoginLinkDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { randomToken } from '../../src/platform/random-token.ts';
import { askForLink, loggedInBrowser } from '../world/acts.ts';
import { aClient } from '../world/people.ts';
import { statementsDuring } from '../world/statements.ts';
import { useWorld } from '../world/world.ts';

/** Its jobs stay where they are, so that nothing else talks to the database. */
const world = useWorld({ worker: false });
const working = useWorld();

describe('what everybody does takes few round trips to the database', () => {
  it.each([
    ['requestLoginLink', () => world.browser().run(RequestLoginLinkDocument, { username: 'blue.heron' })],
    ['recoverUsername', () => world.browser().run(RecoverUsernameDocument, { email: 'heron@client.test' })],
    ['renewLoginLink', () => world.browser().run(RenewLoginLinkDocument, { token: randomToken(16) })],
  ])('P130 %s counts the try and queues its job in one statement', async (_name, ask) => {
    await ask();
    const statements = await statementsDuring(world, ask);
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatch(/rate_limit.*pgboss/i);
  });

  it('P130 a refused try is counted, and queues nothing', async () => {
    const browser = world.browser();
    const ask = () => browser.run(RequestLoginLinkDocument, { username: 'grey.heron' });
    const before = await jobs();
    const answers: string[] = [];
    for (let i = 0; i < 12; i += 1) answers.push((await ask()).requestLoginLink.__typename);
    expect(answers.filter((answer) => answer === 'RecoveryRequested')).toHaveLength(10);
    expect(answers.slice(10)).toEqual(['TooManyAttempts', 'TooManyAttempts']);
    expect((await jobs()) - before).toBe(10);
  });

  async function jobs(): Promise<number> {
    const [row] = await world.rows<{ n: number }>(`select count(*)::int as n from pgboss.job`);
    return row?.n ?? 0;
  }

  it('P130 me is one statement, and one more while a change of the address waits', async () => {
    const person = await aClient(working);
    const browser = await loggedInBrowser(working, person);
    await working.settle();
    const statements = await statementsDuring(working, () => browser.run(MeDocument, {}));
    expect(statements.filter(isOfRequest)).toHaveLength(1);
    const changed = { email: 'moved@client.test', currentPassword: person.password };
    await browser.run(RequestEmailChangeDocument, changed);
    const query = '{ me { pendingEmail isPendingEmailFromCoach pendingEmailUntil freshStartAt } }';
    const { data } = await browser.post<{ me: { pendingEmail: string } }>({ query });
    expect(data?.me).toMatchObject({ pendingEmail: 'moved@client.test', isPendingEmailFromCoach: false });
  });

  it('P130 a login by password and one by link stay within their round trips', async () => {
    const person = await aClient(working);
    const login = { username: person.username, password: person.password };
    const browser = working.browser();
    const byPassword = () => untilCommitted(() => browser.run(LoginDocument, login));
    expect((await byPassword()).length).toBeLessThanOrEqual(5);
    // One more tells where tries of a browser that has a cookie are counted.
    await browser.run(LogoutDocument, {});
    expect((await byPassword()).length).toBeLessThanOrEqual(6);
    const byLink = async () => {
      await browser.run(LogoutDocument, {});
      const token = (await askForLink(working, person, browser)).token();
      return untilCommitted(() => browser.run(RedeemLoginLinkDocument, { token }));
    };
    expect((await byLink()).length).toBeLessThanOrEqual(6);
  });
});

/** What a login sends: after its commit nothing is left to ask. The worker's own looking comes beside it. */
async function untilCommitted(act: () => Promise<unknown>): Promise<string[]> {
  await working.settle();
  const statements = (await statementsDuring(working, act)).filter(isOfRequest);
  const opened = statements.findIndex((statement) => statement.includes('insert into session'));
  expect(opened).toBeGreaterThan(0);
  expect(statements.filter((statement) => statement.includes('from session s'))).toEqual([]);
  const committed = statements.findIndex((statement, i) => i > opened && /^commit/i.test(statement));
  return statements.slice(0, committed === -1 ? undefined : committed + 1);
}

const isOfRequest = (statement: string) =>
  !/pgboss/i.test(statement) || /insert into pgboss/i.test(statement);
