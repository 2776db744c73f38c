import {
  LoginDocument,
  RecoverUsernameDocument,
  RedeemLoginCodeDocument,
  RedeemLoginLinkDocument,
  RequestLoginLinkDocument,
  SetPasswordDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { askForLink, browserByLink, logIn, loggedInBrowser, redeem } from '../world/acts.ts';
import { aClient } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();

const lines = () => world.logLines.join('').split('\n').filter(Boolean);
const entries = () => lines().map((line) => JSON.parse(line) as Record<string, unknown>);

/** Makes every write of a session fail, with a text that names what must not be shown. */
async function refuseSessions(): Promise<() => Promise<void>> {
  await world.rows(`create function refuse_session() returns trigger language plpgsql as
    'begin raise exception ''no session for %'', new.token_hash; end'`);
  await world.rows(
    'create trigger refuse before insert on session for each row execute function refuse_session()',
  );
  return async () => {
    await world.rows('drop trigger refuse on session');
    await world.rows('drop function refuse_session');
  };
}

describe('the log', () => {
  it('C117 holds no password, token, code, cookie, name or address, whatever happens', async () => {
    const client = await aClient(world, { firstName: 'Wilhelmina', lastName: 'Zsigmondy' });
    const newPassword = 'violet anchors under ice';
    const typed = ['not-my-password-7', 'nobody.here.at.all', 'stranger@nowhere.test'];
    const secrets = [client.password, newPassword, client.username, client.email, ...typed];
    const keep = (text: string) => (secrets.push(text), text);

    const letter = await askForLink(world, client);
    keep(letter.token());
    keep(letter.code());
    await logIn(world.browser(), client.username, typed[0] ?? '');
    await logIn(world.browser(), typed[1] ?? '', client.password);
    await world.browser().run(RequestLoginLinkDocument, { username: typed[1] ?? '' });
    await world.browser().run(RecoverUsernameDocument, { email: typed[2] ?? '' });
    await world.browser().run(RecoverUsernameDocument, { email: client.email });
    await world.browser().run(RedeemLoginCodeDocument, { username: client.username, code: keep('7K3M9TQ4') });

    const restore = await refuseSessions();
    const broken = await world.browser().ask(RedeemLoginLinkDocument, { token: letter.token() });
    expect(broken.errors?.[0]?.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
    const byPassword = { username: client.username, password: client.password };
    const again = await world.browser().ask(LoginDocument, byPassword);
    expect(again.errors?.[0]?.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
    await restore();

    const browser = world.browser();
    expect((await redeem(browser, letter.token())).__typename).toBe('LoggedIn');
    await redeem(world.browser(), letter.token());
    await browser.run(SetPasswordDocument, { newPassword });
    for (const value of browser.cookies.values()) keep(value);
    await browserByLink(world, client);
    // Variables of the wrong type, and a body that is none.
    await browser.post({
      query: 'mutation ($p: String!) { login(username: $p, password: $p) { __typename } }',
      variables: { p: { deep: keep('a-secret-in-the-wrong-place') } },
    });
    await browser.send('POST', '/graphql', {
      payload: `{"query": "${keep('half-a-secret-body')}`,
      headers: { 'content-type': 'application/json' },
    });
    await browser.send('GET', `/login/link?token=${keep('secret-in-the-query')}`);
    await world.settle();

    expect(lines().length).toBeGreaterThan(20);
    const log = lines().join('\n');
    for (const secret of [...secrets, 'Wilhelmina', 'Zsigmondy'])
      expect(log.toLowerCase(), secret).not.toContain(secret.toLowerCase());
  });

  it('C117 an odd username forges no line of its own', async () => {
    const before = lines().length;
    const odd = 'x\n{"level":30,"msg":"forged"}\r\n\u001b[31mred';
    await logIn(world.browser(), odd, 'whatever it is 1');
    await world.settle();
    for (const line of lines().slice(before)) {
      const { msg } = JSON.parse(line) as { msg: string };
      expect(msg).not.toBe('forged');
      expect(line).not.toContain('\u001b');
    }
  });

  it('P061 tells how each change ended, so that an attack can be counted', async () => {
    const client = await aClient(world);
    const before = entries().length;
    await loggedInBrowser(world, client);
    await logIn(world.browser(), client.username, 'wrong');
    const stranger = await world.browser().ask(SetPasswordDocument, { newPassword: 'x' });
    expect(stranger.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    const fresh = entries().slice(before);
    const outcomes = fresh.filter(({ msg }) => msg === 'outcome');
    expect(outcomes.map(({ mutation, outcome }) => `${String(mutation)} ${String(outcome)}`)).toEqual([
      'login LoggedIn',
      'login InvalidCredentials',
    ]);
    expect(fresh.filter(({ msg }) => msg === 'refused')).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
    // Each of them can be joined with the line of its request.
    const requests = fresh.filter(({ msg }) => msg === 'request').map(({ request }) => request);
    expect(requests).toEqual(expect.arrayContaining(outcomes.map(({ request }) => request)));
  });
});
