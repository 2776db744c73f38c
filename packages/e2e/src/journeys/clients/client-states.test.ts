import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { askedOperation } from '../../asked-operation.ts';
import { axeFindings } from '../../axe.ts';
import { block } from '../../block.ts';
import { type Look, widths } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { linkOf } from '../../mailbox.ts';
import { clientRow, dana, fillLogin, logIn, maria, openClient, setAccess } from '../../people.ts';

const wide: Look = { width: widths.desktop, scheme: 'light' };
const dark: Look = { width: widths.phone, scheme: 'dark' };
const unreachable = 'We can’t reach the server.';

/** The answers to this operation don't come until what comes back is called; `fails`: they never do. */
async function hold(page: Page, operation: string, how: 'hangs' | 'fails'): Promise<() => Promise<void>> {
  const waiting: (() => Promise<void>)[] = [];
  await page.route('**/graphql', (route) => {
    if (askedOperation(route.request()) !== operation) return route.fallback();
    if (how === 'fails') return route.abort();
    waiting.push(() => route.continue());
    return undefined;
  });
  return async () => {
    await page.unroute('**/graphql');
    await Promise.all(waiting.map((go) => go().catch(() => undefined)));
  };
}

test.describe('States of the list of clients and of a client’s page', () => {
  const house = useHouse();
  const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' });

  for (const look of [wide, dark])
    test(`the list waits, fails, and is tried again in its place: ${String(look.width)} px`, async () => {
      const desk = await logIn(await house.newProfile(look), dana);
      await desk.getByRole('row').nth(5).waitFor();
      const letGo = await hold(desk, 'ClientRows', 'hangs');
      await desk.reload();
      await desk.getByText('Fetching your clients …').waitFor({ state: 'attached' });
      assert.deepEqual(await axeFindings(desk), []);
      await letGo();
      await desk.getByRole('row').nth(5).waitFor();
      // What is known stays, with the hour that it is from.
      const mend = await hold(desk, 'ClientRows', 'fails');
      await desk.goto('/clients?show=need-you');
      await desk.getByText('Your clients could not be fetched.').waitFor();
      await desk.getByText(unreachable).waitFor();
      assert.deepEqual(await axeFindings(desk), []);
      await mend();
      await tryAgain(desk).click();
      await desk.getByText('Your clients could not be fetched.').waitFor({ state: 'detached' });
      // Nobody has needed anything in this house yet.
      await desk.getByText('Nobody needs you').waitFor();
      assert.deepEqual(await axeFindings(desk), []);
      await desk.getByRole('link', { name: /^See all \d+$/ }).click();
      await desk.getByRole('row').nth(5).waitFor();
      await desk.getByLabel('Find by name or address').fill('nobody of that name');
      await desk.getByText('Nobody matches “nobody of that name”.').waitFor();
      assert.deepEqual(await axeFindings(desk), []);
      await desk.getByRole('button', { name: 'Clear the search' }).click();
      await desk.getByRole('row').nth(5).waitFor();
    });

  for (const look of [wide, dark])
    test(`a client’s page waits, fails, and is tried again in its place: ${String(look.width)} px`, async () => {
      const desk = await logIn(await house.newProfile(look), dana);
      await openClient(desk, 'Maria Keller');
      const letGo = await hold(desk, 'Client', 'hangs');
      await desk.reload();
      await desk.getByText('Fetching this client …').waitFor();
      assert.deepEqual(await axeFindings(desk), []);
      await letGo();
      await desk.getByRole('heading', { name: 'Maria Keller', level: 1 }).waitFor();
      const mend = await hold(desk, 'Client', 'fails');
      await desk.reload();
      await desk.getByText(unreachable).waitFor();
      assert.deepEqual(await axeFindings(desk), []);
      await mend();
      await tryAgain(desk).click();
      await desk.getByRole('heading', { name: 'Maria Keller', level: 1 }).waitFor();
      await desk.goto('/clients/00000000-0000-4000-8000-000000000000');
      await desk.getByRole('heading', { name: 'This client isn’t here' }).waitFor();
      assert.deepEqual(await axeFindings(desk), []);
    });

  test('C141 the network is away in the first second after a login: the list says so, and comes by one press', async () => {
    const profile = await house.newProfile(wide);
    const desk = await profile.newPage();
    await desk.goto('/login');
    // The login itself arrives; nothing that follows it does.
    let isAway = false;
    await desk.route('**/*', (route) => {
      if (isAway) return route.abort('internetdisconnected');
      isAway = askedOperation(route.request()) === 'Login';
      return route.fallback();
    });
    await fillLogin(desk, dana.username, dana.password);
    await tryAgain(desk).first().waitFor({ timeout: 60_000 });
    assert.deepEqual(await axeFindings(desk), []);
    isAway = false;
    const row = desk.getByRole('row').nth(5);
    // One press for each part that is missing; what looks again by itself needs none.
    for (let looks = 0; looks < 20 && !(await row.isVisible()); looks += 1) {
      await tryAgain(desk)
        .first()
        .click({ timeout: 1_000 })
        .catch(() => undefined);
    }
    await desk.getByRole('heading', { name: 'Clients', level: 1 }).waitFor();
    await row.waitFor();
  });

  test('C141 the network is away while a link is sent: the page says so, and the next press sends one link', async () => {
    const profile = await house.newProfile(wide);
    const desk = await logIn(profile, dana);
    const before = (await house.mailbox.letters()).filter(({ to }) => to.includes(maria.email)).length;
    const press = clientRow(desk, 'Maria Keller').getByRole('button', { name: 'Send login link' });
    await press.waitFor();
    await profile.setOffline(true);
    await press.click();
    await desk.getByText(unreachable).first().waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await profile.setOffline(false);
    // As it is where the answer alone was lost: what arrived is not done twice.
    await desk.route('**/graphql', async (route) => {
      if (askedOperation(route.request()) !== 'SendLoginLink') return route.fallback();
      await route.fetch();
      return route.abort();
    });
    const lost = desk.waitForEvent('requestfailed');
    await press.click();
    await lost;
    await desk.getByText(unreachable).first().waitFor();
    await desk.unroute('**/graphql');
    await press.click();
    await desk.getByText(`Login link to Maria Keller, ${maria.email}`).waitFor();
    const letter = await house.mailbox.next(maria.email, /login link/i);
    const letters = (await house.mailbox.letters()).filter(({ to }) => to.includes(maria.email));
    assert.equal(letters.length, before + 1);
    const phone = await (await house.newProfile()).newPage();
    await phone.goto(linkOf(letter));
    await phone.getByRole('button', { name: /log in/i }).click();
    await phone.getByRole('heading', { name: 'My Account' }).waitFor();
  });

  test('a client who may only look gets a login link, and by it looks and no more', async () => {
    const desk = await logIn(await house.newProfile(wide), dana);
    await openClient(desk, 'Ana Ruiz');
    await setAccess(desk, 'May look');
    await desk.getByText('They may log in and look.').waitFor();
    await desk.getByRole('button', { name: 'Send login link' }).click();
    await desk.getByText('Login link to Ana Ruiz').waitFor();
    const letter = await house.mailbox.next('ruiz.family@example.com', /login link/i);
    const phone = await (await house.newProfile()).newPage();
    await phone.goto(linkOf(letter));
    await phone.getByRole('button', { name: /log in/i }).click();
    await phone.getByRole('heading', { name: 'My Account' }).waitFor();
    await phone.getByText('has deactivated this account and lets you look').waitFor();
    assert.deepEqual(await axeFindings(phone), []);
  });

  test('C181 an answer that gets lost: the page looks by itself whether it was done', async () => {
    const desk = await logIn(await house.newProfile(wide), dana);
    await openClient(desk, 'Ana Ruiz');
    await desk.route('**/graphql', async (route) => {
      if (askedOperation(route.request()) !== 'SetClientAccess') return route.fallback();
      await route.fetch();
      return route.abort();
    });
    await setAccess(desk, 'Closed');
    await desk.getByText(unreachable).first().waitFor();
    // Well before the page would look anyway.
    await desk.getByText('Ana is deactivated, so no login works').waitFor({ timeout: 15_000 });
  });

  test('an invitation from the page can be taken back for ten seconds, and is one when it goes', async () => {
    const desk = await logIn(await house.newProfile(dark), dana);
    const noor = 'noor+coaching@example.com';
    await openClient(desk, 'Noor Haddad');
    await desk.getByRole('button', { name: 'Mail an invitation' }).click();
    await desk.getByText('An invitation goes to Noor Haddad').waitFor();
    assert.equal(await desk.getByRole('button', { name: 'Mail an invitation' }).count(), 0);
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Undo' }).click();
    await desk.getByText('Stopped. Nothing went to Noor Haddad.').waitFor();
    await desk.getByRole('button', { name: 'Mail an invitation' }).click();
    const letter = await house.mailbox.next(noor, /invitation/);
    assert.equal((await house.mailbox.letters()).filter(({ to }) => to.includes(noor)).length, 1);
    const phone = await (await house.newProfile()).newPage();
    await phone.goto(/^http\S+\/welcome#[\w-]{22}$/m.exec(letter.text)?.[0] ?? '');
    await phone.getByRole('heading', { name: 'Welcome, Noor H. at Northwind Coaching' }).waitFor();
  });

  test('C141 the coach’s frame is fetched by coaches alone, and tried again where it can’t be', async () => {
    const client = await (await house.newProfile()).newPage();
    const fetched: string[] = [];
    client.on('request', (request) => fetched.push(request.url()));
    await client.goto('/login');
    await fillLogin(client, 'bo.l', 'seven slow trams');
    await client.getByRole('heading', { name: 'My Account' }).waitFor();
    await client.waitForLoadState('networkidle');
    assert.ok(fetched.some((url) => url.includes('/assets/SignedInPage-')));
    assert.ok(!fetched.some((url) => url.includes('/assets/CoachFrame-')));
    const desk = await logIn(await house.newProfile(wide), dana);
    for (const [path, heading] of [
      ['/account', 'My Account'],
      ['/clients', 'Clients'],
    ] as const) {
      const lift = await block(desk, '**/assets/CoachFrame-*.js', 'fails');
      await desk.goto(path);
      await tryAgain(desk).waitFor();
      assert.deepEqual(await axeFindings(desk), []);
      await lift();
      await tryAgain(desk).click();
      await desk.getByRole('heading', { name: heading, level: 1 }).waitFor();
      await desk.getByRole('navigation', { name: 'Pages', exact: true }).waitFor();
    }
  });

  test('whoever has no client yet is told how to begin', async () => {
    const desk = await logIn(await house.newProfile(wide), dana);
    // No answer may be under way that the reload takes away.
    await desk.getByRole('row').nth(5).waitFor();
    // The demo has no such coach.
    await desk.route('**/graphql', async (route) => {
      const operation = askedOperation(route.request());
      if (operation !== 'ClientCounts' && operation !== 'ClientRows') return route.fallback();
      const response = await route.fetch();
      const { data } = (await response.json()) as { data: { clientCounts?: object; clients?: object } };
      const none = { all: 0, needYou: 0, neverLoggedIn: 0, notInvited: 0, deactivated: 0 };
      Object.assign(data.clientCounts ?? {}, none);
      Object.assign(data.clients ?? {}, { nodes: [], totalCount: 0 });
      return route.fulfill({ response, json: { data } });
    });
    await desk.reload();
    await desk.getByText('Hang the string out for your first client').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('link', { name: /One client/ }).click();
    await desk.getByRole('heading', { name: 'Add a client', level: 1 }).waitFor();
    await desk.unrouteAll({ behavior: 'ignoreErrors' });
  });
});
