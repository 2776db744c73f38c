import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { BrowserContext, Page } from 'playwright-core';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { bodyOf, dana, logIn, openClient, typeBody } from '../../people.ts';

test.describe('The composer without a connection', () => {
  const house = useHouse();

  async function openDesk(profile?: BrowserContext): Promise<Page> {
    const wide = { width: widths.desktop, scheme: 'light' } as const;
    const desk = await logIn(profile ?? (await house.newProfile(wide)), dana);
    await desk.goto('/messages/new');
    await bodyOf(desk).waitFor();
    return desk;
  }

  /** From now on what is asked with these words in it gets no answer. Gives the way back. */
  async function lose(desk: Page, words: string): Promise<() => Promise<void>> {
    await desk.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes(words)) await route.abort();
      else await route.fallback();
    });
    return () => desk.unroute('**/graphql');
  }

  test('a search for recipients that gets no answer says so, and is tried again', async () => {
    const desk = await openDesk();
    const answerAgain = await lose(desk, '"search":"patel"');
    await desk.getByLabel('Add a client').fill('patel');
    await desk.getByRole('alert').getByText('Your clients could not be searched. We can’t reach').waitFor();
    assert.equal(await desk.getByText('Nobody matches.').count(), 0);
    assert.deepEqual(await axeFindings(desk), []);
    await answerAgain();
    await desk.getByRole('button', { name: 'Try again' }).press('Enter');
    await desk.getByRole('button', { name: 'Add Sam Patel' }).waitFor();
    assert.equal(await desk.getByText('could not be searched').count(), 0);
  });

  test('a search that takes long says that it looks', async () => {
    const desk = await openDesk();
    let answer: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await desk.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('"search":"ruiz"')) await held;
      await route.continue();
    });
    await desk.getByLabel('Add a client').fill('ruiz');
    await desk.getByRole('status').getByText('Looking …').waitFor();
    answer?.();
    await desk.getByRole('button', { name: 'Add Ana Ruiz' }).waitFor();
    assert.equal(await desk.getByText('Looking …').count(), 0);
  });

  test('a search after the login has run out leads to the login page', async () => {
    const profile = await house.newProfile();
    const desk = await openDesk(profile);
    await profile.clearCookies();
    await desk.getByLabel('Add a client').fill('ruiz');
    await desk.getByText('Your session has ended').waitFor();
  });

  test('a pre-flight that gets no answer says so, and names no problem that may be mended by now', async () => {
    const desk = await openDesk();
    await desk.getByLabel('Subject').fill('News');
    await typeBody(desk, 'Your way in: [loginlnk]');
    await desk.getByText('[loginlnk] is no magic tag.').waitFor();
    const answerAgain = await lose(desk, '"previews":1');
    await typeBody(desk, 'Your way in: [loginLink]');
    const fault = desk.getByRole('status').filter({ hasText: 'This message could not be checked' });
    await fault.waitFor();
    assert.equal(await desk.getByText('is no magic tag').count(), 0);
    assert.deepEqual(await axeFindings(desk), []);
    await answerAgain();
    await fault.getByRole('button', { name: 'Check again' }).press('Enter');
    await fault.waitFor({ state: 'detached' });
  });

  test('a client who is gone meanwhile is said where recipients are chosen', async () => {
    const desk = await openDesk();
    await desk.getByLabel('Add a client').fill('haddad');
    await desk.getByRole('button', { name: 'Add Noor Haddad' }).click();
    await desk.getByRole('button', { name: 'Remove Noor Haddad' }).waitFor();
    const other = await desk.context().newPage();
    await openClient(other, 'Noor Haddad');
    await other.getByText('Start over, or delete').click();
    await other.getByRole('button', { name: /^Delete/ }).click();
    await other.getByRole('button', { name: /^Yes, delete/ }).click();
    await other.getByRole('heading', { name: 'Clients' }).waitFor();
    await desk.getByLabel('Subject').fill('Hello');
    const search = desk.getByLabel('Add a client');
    await desk.locator('input[name="recipient"][aria-invalid="true"]').waitFor();
    const describedBy = (await search.getAttribute('aria-describedby'))?.split(' ')[0];
    assert.match(await desk.locator(`[id="${describedBy ?? ''}"]`).innerText(), /no clients of yours/);
    assert.deepEqual(await axeFindings(desk), []);
  });
});
