import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { Locator, Page, Route } from 'playwright-core';
import { askedOperation } from '../../asked-operation.ts';
import { axeFindings } from '../../axe.ts';
import { useHouse } from '../../house.ts';
import { linkOf } from '../../mailbox.ts';
import { bo, dana, logIn, maria } from '../../people.ts';

test.describe('States of My Account that come with time, or with a bad connection', () => {
  const house = useHouse();

  async function openCard(page: Page, title: string): Promise<Locator> {
    await page
      .getByRole('navigation', { name: 'More on this page' })
      .getByRole('link', { name: title, exact: true })
      .click();
    const heading = page.getByRole('heading', { name: title, level: 2 });
    await heading.waitFor();
    return page.locator('section', { has: heading });
  }

  type Facts = { data: { me: Record<string, unknown> } };

  /** An account without a password whose login is more than a quarter of an hour ago, as the server tells of it. */
  async function asIfLongAgo(page: Page, facts: Record<string, unknown>): Promise<void> {
    const fields: Record<string, string> = {
      ChangeUsername: 'changeUsername',
      RequestEmailChange: 'requestEmailChange',
      SetLoginLinkPolicy: 'setLoginLinkPolicy',
      CreateApiToken: 'createApiToken',
    };
    const refusal = {
      __typename: 'CurrentPasswordWrong',
      message: 'The current password is needed for this.',
    };
    await page.route('**/graphql', async (route) => {
      const operation = askedOperation(route.request()) ?? '';
      const field = fields[operation];
      if (field) return route.fulfill({ json: { data: { [field]: refusal } } });
      if (operation !== 'Me') return route.continue();
      const response = await route.fetch();
      const json = (await response.json()) as Facts;
      Object.assign(json.data.me, { hasPassword: false, maySetPasswordWithoutCurrent: false, ...facts });
      return route.fulfill({ response, json });
    });
    await page.reload();
    await page.getByRole('heading', { name: 'My Account' }).waitFor();
  }

  /** Each card that asks for the current password after a while, and what leads it there. */
  const asking: Record<string, (card: Locator) => Promise<void>> = {
    'Change your username': async (card) => {
      await card.getByLabel('New username').fill('maria.anew');
      await card.getByRole('button', { name: 'Change username' }).click();
    },
    'Email address': async (card) => {
      await card.getByLabel('New email address').fill('anew@client.test');
      await card.getByRole('button', { name: 'Change address' }).click();
    },
    'Login links': async (card) => {
      await card.getByText('A login link is enough', { exact: true }).click();
      await card.getByRole('button', { name: 'Save' }).click();
    },
    'API tokens': async (card) => {
      await card.getByRole('button', { name: 'Make a token' }).click();
      await card.getByLabel('What is it for?').fill('Monday reminders');
      await card.getByRole('checkbox').first().check();
      await card.getByRole('button', { name: 'Make a token' }).click();
    },
  };

  test('who has no password is offered a login link in each card that asks others for theirs', async () => {
    const page = await logIn(await house.newProfile(), maria);
    await asIfLongAgo(page, { loginLinkPolicy: 'PASSWORD_TOO' });
    for (const [title, ask] of Object.entries(asking)) {
      const card = await openCard(page, title);
      await ask(card);
      await card.getByText('A fresh login link opens this again.').waitFor();
      await card.getByRole('button', { name: 'Mail me a login link' }).waitFor();
      assert.equal(await card.getByLabel('Current password').count(), 0, title);
      assert.equal(await card.getByText('That is not your current password').count(), 0, title);
    }
    assert.deepEqual(await axeFindings(page), []);
    const card = await openCard(page, 'Email address');
    await card.getByRole('button', { name: 'Mail me a login link' }).click();
    await card.getByText(`A login link is on its way to ${maria.email}.`).waitFor();
    assert.match(linkOf(await house.mailbox.next(maria.email, /your login link/)), /\/login\/link#/);
  });

  test('who has neither password nor login links is sent to their passkey', async () => {
    const page = await logIn(await house.newProfile(), bo);
    await asIfLongAgo(page, { loginLinkPolicy: 'NEVER' });
    const card = await openCard(page, 'Change your username');
    await asking['Change your username']?.(card);
    await card.getByText('log in again with your passkey').waitFor();
    assert.equal(await card.getByRole('button').count(), 0);
    assert.deepEqual(await axeFindings(page), []);
  });

  /** What each card asks for itself, and a word that only its answer brings. */
  const lists: { title: string; operation: string; shows: RegExp }[] = [
    { title: 'Passkeys', operation: 'MySecondSteps', shows: /You have no passkey yet/ },
    { title: 'Second step', operation: 'MySecondSteps', shows: /Set up an authenticator app/ },
    { title: 'Email address', operation: 'MyPendingChanges', shows: /Mails to you go to/ },
    { title: 'Where you are logged in', operation: 'MySessions', shows: /This device/ },
    { title: 'Access diary', operation: 'MyAccessDiary', shows: /Logged in/ },
    { title: 'API tokens', operation: 'ApiTokens', shows: /You have no tokens/ },
  ];

  test('a card whose answer does not come says so, and tries again when asked', async () => {
    const page = await logIn(await house.newProfile(), dana);
    await page.goto('/account');
    const cut = (route: Route) =>
      lists.some(({ operation }) => operation === askedOperation(route.request()))
        ? route.abort()
        : route.continue();
    await page.route('**/graphql', cut);
    await page.reload();
    for (const { title } of lists) {
      const card = await openCard(page, title);
      await card.getByRole('alert').getByText('reach the server').waitFor();
      await card.getByRole('button', { name: 'Try again' }).waitFor();
    }
    assert.deepEqual(await axeFindings(page), []);
    await page.unroute('**/graphql', cut);
    for (const { title, shows } of lists) {
      const card = await openCard(page, title);
      // Two cards ask the same: the second may have its answer already.
      const again = card.getByRole('button', { name: 'Try again' });
      if (await again.isVisible()) await again.click({ timeout: 5_000 }).catch(() => undefined);
      await card.getByText(shows).first().waitFor();
      await card.getByRole('alert').waitFor({ state: 'detached' });
    }
  });

  test('a card whose answer takes its time says that it waits', async () => {
    const page = await logIn(await house.newProfile(), maria);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/graphql', async (route) => {
      if (lists.some(({ operation }) => operation === askedOperation(route.request()))) await released;
      await route.continue();
    });
    await page.reload();
    for (const { title } of lists) {
      const card = await openCard(page, title);
      await card.getByText('One moment …').waitFor();
    }
    assert.deepEqual(await axeFindings(page), []);
    release();
    for (const { title, shows } of lists) {
      const card = await openCard(page, title);
      await card.getByText(shows).first().waitFor();
      assert.equal(await card.getByText('One moment …').count(), 0);
    }
  });
});
