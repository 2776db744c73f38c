import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { askedOperation } from '../../asked-operation.ts';
import { axeFindings } from '../../axe.ts';
import { useHouse } from '../../house.ts';
import { linkOf } from '../../mailbox.ts';
import { bo, dana, logIn, maria } from '../../people.ts';

test.describe('The login link page', () => {
  const house = useHouse();

  /** A link asked for by nobody's browser, so that every page waits for a click. */
  async function freshLink({ username, email }: { username: string; email: string }): Promise<string> {
    await mutate(`requestLoginLink(username: "${username}") { __typename }`);
    return linkOf(await house.mailbox.next(email, /your login link/));
  }

  async function mutate(field: string): Promise<string> {
    const answer = await fetch(`${house.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `mutation { ${field} }` }),
    });
    return answer.text();
  }

  const isUsable = async (link: string) =>
    (await mutate(`inspectLoginLink(token: "${link.split('#')[1] ?? ''}") { usable }`)).includes('true');

  const loginButton = (page: Page) => page.getByRole('button', { name: 'Log in', exact: true });
  const landed = (page: Page) => page.getByRole('heading', { name: 'My Account' }).waitFor();

  test('C043 C045 C103 a look of ten seconds spends nothing, asks nobody else, and keeps the token nowhere', async () => {
    const link = await freshLink(maria);
    const token = link.split('#')[1] ?? '';
    const profile = await house.newProfile();
    const page = await profile.newPage();
    const asked: { url: string; operation: string | undefined }[] = [];
    page.on('request', (request) => asked.push({ url: request.url(), operation: askedOperation(request) }));
    const answer = await page.goto(link);
    await loginButton(page).waitFor();
    await pause(10_000);
    assert.equal(await isUsable(link), true);
    const operations = asked.flatMap(({ operation }) => operation ?? []).sort();
    assert.deepEqual(operations, ['InspectLoginLink', 'Me', 'Site']);
    assert.deepEqual([...new Set(asked.map(({ url }) => new URL(url).origin))], [house.server.url]);
    assert.equal(page.url(), `${house.server.url}/login/link`);
    const kept = await page.evaluate(async () => ({
      local: JSON.stringify(localStorage),
      session: JSON.stringify(sessionStorage),
      databases: (await indexedDB.databases()).length,
    }));
    assert.deepEqual(kept, { local: '{}', session: '{}', databases: 0 });
    assert.equal(answer?.headers()['referrer-policy'], 'no-referrer');
    const same = await fetch(`${house.server.url}/login/link`).then((r) => r.text());
    assert.equal(await answer?.text(), same);
    assert.doesNotMatch(same, /maria|northwind/i);
    assert.match(same, /og:title/);
    assert.equal((await page.content()).includes(token), false);
    await profile.close();
  });

  test('C026 reload, double click, Back and click again end on My Account, with one session', async () => {
    const link = await freshLink(maria);
    const page = await (await house.newProfile()).newPage();
    await page.goto(link);
    await loginButton(page).waitFor();
    await page.reload();
    await loginButton(page).dblclick();
    await landed(page);
    await page.goBack();
    await pause(500);
    await page.goForward().catch(() => null);
    await page.goto(link);
    const again = loginButton(page).or(page.getByRole('heading', { name: 'My Account' }));
    await again
      .or(page.getByRole('button', { name: 'Go to My Account' }))
      .or(page.getByRole('link', { name: 'Go to My Account' }))
      .first()
      .waitFor();
    await page.goto('/account');
    await landed(page);
  });

  test('C026 a reload while the call runs lands logged in after the next click', async () => {
    const link = await freshLink(bo);
    const profile = await house.newProfile();
    const page = await profile.newPage();
    await page.goto(link);
    await loginButton(page).waitFor();
    const cookies = await profile.cookies();
    // The call reaches the server; neither its answer nor its cookies ever reach the page.
    await page.route('**/graphql', async (route) => {
      if (askedOperation(route.request()) !== 'RedeemLoginLink') return route.continue();
      await route.fetch();
      await profile.clearCookies();
      await profile.addCookies(cookies);
      return route.abort();
    });
    const cutOff = page.waitForEvent('requestfailed');
    await loginButton(page).click();
    await cutOff;
    assert.equal(await isUsable(link), false);
    await page.unroute('**/graphql');
    await page.reload();
    await loginButton(page)
      .or(page.getByRole('heading', { name: 'My Account' }))
      .first()
      .waitFor();
    if (await loginButton(page).isVisible()) await loginButton(page).click();
    await landed(page);
  });

  test('C032 where someone else is logged in the page names both; staying spends nothing, going on replaces', async () => {
    const link = await freshLink(bo);
    const page = await logIn(await house.newProfile(), maria);
    await page.goto(link);
    await page.getByText('Someone else is logged in here').waitFor();
    await page.getByText('Maria K.').first().waitFor();
    await page.getByText('at Northwind Coaching').first().waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.getByRole('button', { name: /^Stay logged in/ }).click();
    await landed(page);
    await page.getByText('maria.k', { exact: true }).first().waitFor();
    assert.equal(await isUsable(link), true);
    await page.goto(link);
    await page.getByRole('button', { name: /^Go on as/ }).click();
    await landed(page);
    await page.getByText('bo.l', { exact: true }).first().waitFor();
    assert.equal((await page.content()).includes('maria'), false);
  });

  test('where the coach of that client is logged in the link is not usable, and the page says why', async () => {
    const link = await freshLink(maria);
    const page = await logIn(await house.newProfile(), dana);
    await page.goto(link);
    await page.getByRole('heading', { name: 'This link belongs to one of your clients' }).waitFor();
    assert.equal(await loginButton(page).count(), 0);
    assert.deepEqual(await axeFindings(page), []);
    assert.equal(await isUsable(link), true);
  });

  test('C035 a used link says so, how long links live, and mails a fresh one without showing where', async () => {
    // Another address than the tests above: five letters an hour are the most.
    const kai = { username: 'kai.t', email: 'kai@example.com' };
    const link = await freshLink(kai);
    const first = await (await house.newProfile()).newPage();
    await first.goto(link);
    await loginButton(first).click();
    await landed(first);
    const page = await (await house.newProfile()).newPage();
    await page.goto(link);
    await page.getByRole('heading', { name: 'This login link has already been used' }).waitFor();
    await page.getByText('lives for 1 hour').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.getByRole('button', { name: 'Mail me a fresh link' }).click();
    await page.getByRole('heading', { name: 'Check your email' }).waitFor();
    assert.doesNotMatch(await page.content(), /kai/i);
    const fresh = linkOf(await house.mailbox.next(kai.email, /your login link/));
    await page.goto(fresh);
    await landed(page);
  });

  test('C047 C083 an incomplete link offers three ways on, and a pasted whole link opens', async () => {
    const link = await freshLink({ username: 'ines.v', email: 'ines@example.com' });
    const page = await (await house.newProfile()).newPage();
    for (const cut of ['/login/link', link.slice(0, -8)]) {
      await page.goto('about:blank');
      await page.goto(cut);
      await page.getByRole('heading', { name: 'This link arrived incomplete' }).waitFor();
      await page
        .getByRole('button', { name: 'Type the login code' })
        .or(page.getByRole('link', { name: 'Type the login code' }))
        .first()
        .waitFor();
      await page.getByText('Ask by username').waitFor();
      assert.deepEqual(await axeFindings(page), []);
    }
    await page.getByLabel('The link from the mail').fill(`Here it is: ${link}.`);
    await page.getByRole('button', { name: 'Open this link' }).click();
    await page.getByRole('heading', { name: 'Log in as Ines V. at Southwind Coaching?' }).waitFor();
    await page.goto('about:blank');
    await page.goto(`${link}).`);
    await page.getByRole('heading', { name: 'Log in as Ines V. at Southwind Coaching?' }).waitFor();
  });

  for (const [index, next] of [
    'https://evil.test',
    '//evil.test',
    '////evil.test',
    '/\\evil.test',
    // eslint-disable-next-line no-script-url -- the attack itself
    'javascript:alert(1)',
    '/%2f%2fevil.test',
  ].entries()) {
    test(`C041 after a login with ?next=${next} the browser is on a page of our own`, async () => {
      const people = [
        { username: 'ines.v', email: 'ines@example.com' },
        { username: 'iris.coach', email: 'iris@northwind.example.com' },
        { username: 'theo.coach', email: 'theo@southwind.example.com' },
      ];
      const link = await freshLink(people[index % 3] ?? maria);
      const page = await (await house.newProfile()).newPage();
      await page.goto(link.replace('#', `?next=${next}#`));
      await loginButton(page).click();
      await landed(page);
      assert.equal(new URL(page.url()).origin, house.server.url);
    });
  }
});
