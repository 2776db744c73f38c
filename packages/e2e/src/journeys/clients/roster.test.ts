import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { axeFindings } from '../../axe.ts';
import { type Look, widths } from '../../browser.ts';
import { useHouseAndProvider } from '../../house.ts';
import { bo, clientRow, dana, logIn, maria } from '../../people.ts';

const wide: Look = { width: widths.desktop, scheme: 'light' };
const many = 60;

/** As a person sees it: the rows, in their order, by the name in each. */
const namesIn = (desk: Page) => desk.getByRole('rowheader').getByRole('link').allInnerTexts();
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '');
const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY));

test.describe('The list of clients', () => {
  const { house, provider } = useHouseAndProvider({ nobodyHas: [bo.email] });

  /** Clients whom nobody has invited yet, by the API of a program. */
  async function addMany(desk: Page): Promise<void> {
    const rows = Array.from({ length: many }, (_, index) => ({
      firstName: 'Nora',
      lastName: `Zeller ${String(index).padStart(2, '0')}`,
      email: `nora.${String(index)}@client.test`,
    }));
    const { url } = house.server;
    const query =
      'mutation ($rows: [ClientRowInput!]!) { importClients(rows: $rows, invite: false) { __typename } }';
    const answer = await desk
      .context()
      .request.post(`${url}/graphql`, { headers: { origin: url }, data: { query, variables: { rows } } });
    assert.match(await answer.text(), /ClientRows/);
  }

  test('one press sends a login link, and for ten seconds it can be taken back', async () => {
    const desk = await logIn(await house.newProfile(wide), dana);
    const press = clientRow(desk, 'Maria Keller').getByRole('button', {
      name: 'Send login link Maria Keller',
    });
    await press.click();
    await desk.getByText(`Login link to Maria Keller, ${maria.email}`).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Undo' }).click();
    await desk.getByText('Stopped. Nothing went to Maria Keller.').waitFor();
    await press.click();
    await desk.getByText(`Login link to Maria Keller, ${maria.email}`).waitFor();
    await provider.mailbox.next(maria.email, /login link/i);
    const all = await provider.mailbox.letters();
    assert.equal(all.filter(({ to }) => to.includes(maria.email)).length, 1);
    await desk.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
  });

  test('who needs the coach is counted in the door, stands first, and is a list of its own', async () => {
    const desk = await logIn(await house.newProfile(wide), dana);
    await clientRow(desk, 'Lind').getByRole('button', { name: 'Send login link' }).click();
    const ways = desk.getByRole('navigation', { name: 'Pages', exact: true });
    const counted = ways.getByRole('link', { name: 'Clients 1 needs you' });
    for (let looks = 0; looks < 40 && !(await counted.isVisible()); looks += 1) {
      await desk.waitForTimeout(500);
      await desk.reload();
      await desk.getByRole('row').nth(1).waitFor();
    }
    await counted.waitFor();
    assert.equal((await namesIn(desk))[0]?.trim(), 'Lind');
    const tab = desk
      .getByRole('navigation', { name: 'Which clients' })
      .getByRole('link', { name: 'Need you 1' });
    await tab.click();
    await desk.waitForURL('**/clients?show=need-you');
    await desk.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    await clientRow(desk, 'Lind').getByText('Mail comes back').waitFor();
    await clientRow(desk, 'Lind').getByRole('button', { name: 'Correct address Lind' }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
  });

  test('Back brings tab, search, order, the rows shown and the scroll back', async () => {
    const desk = await logIn(await house.newProfile(wide), dana);
    await addMany(desk);
    await desk.goto('/clients?show=not-invited');
    await desk.getByLabel('Find by name or address').fill('zeller');
    await desk.waitForURL('**/clients?show=not-invited&q=zeller');
    await desk.getByRole('button', { name: 'Name', exact: true }).click();
    await desk.waitForURL('**/clients?show=not-invited&q=zeller&sort=name');
    await desk.getByRole('button', { name: 'Show the other 10' }).click();
    await clientRow(desk, 'Zeller 59').scrollIntoViewIfNeeded();
    const { length } = await namesIn(desk);
    assert.equal(length, many);
    const far = await scrolled(desk);
    assert.ok(far > 1_000, String(far));
    await clientRow(desk, 'Zeller 55').getByRole('rowheader').getByRole('link').click();
    await desk.getByRole('heading', { name: 'Nora Zeller 55', level: 1 }).waitFor();
    await desk.goBack();
    await clientRow(desk, 'Zeller 55').waitFor();
    await desk.waitForFunction((wanted) => Math.abs(scrollY - wanted) < 3, far);
    assert.equal((await namesIn(desk)).length, many);
    assert.equal(await desk.getByLabel('Find by name or address').inputValue(), 'zeller');
    assert.equal(await desk.locator('[aria-sort]').innerText(), 'Name');
    await desk.getByRole('link', { name: /^All/ }).click();
    await desk.waitForURL('**/clients?q=zeller&sort=name');
    await desk.goBack();
    await desk.waitForURL('**/clients?show=not-invited&q=zeller&sort=name');
    await desk.locator('[aria-current=true]').getByText('Not invited').waitFor();
  });

  for (const [look, most] of [
    [wide, 11],
    [{ width: widths.phone, scheme: 'light' }, 4],
  ] as const)
    test(`shows at least ${String(most)} clients on the first screen of ${String(look.width)} px`, async () => {
      const desk = await logIn(await house.newProfile(look), dana);
      await desk.getByRole('row').nth(13).waitFor({ state: 'attached' });
      const whole = await desk.evaluate(() => {
        const under = document.querySelector('nav[aria-label$="phone"]')?.getBoundingClientRect().top ?? 0;
        const bottom = under > 0 ? under : innerHeight;
        return [...document.querySelectorAll('tbody tr')].filter(
          (row) => row.getBoundingClientRect().bottom <= bottom,
        ).length;
      });
      assert.ok(whole >= most, String(whole));
      assert.deepEqual(await axeFindings(desk), []);
    });

  test('letters move, choose and go to the action, and none of them mails anybody', async () => {
    const desk = await logIn(await house.newProfile(wide), dana);
    await desk.goto('/clients?q=zeller');
    await clientRow(desk, 'Zeller 00').waitFor();
    const before = (await provider.mailbox.letters()).length;
    await desk.keyboard.press('j');
    assert.equal(await focused(desk), 'Nora Zeller 00');
    await desk.keyboard.press('j');
    assert.equal(await focused(desk), 'Nora Zeller 01');
    await desk.keyboard.press('x');
    await desk.getByText('1 chosen').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.keyboard.press('l');
    assert.equal(await focused(desk), 'Invite Nora Zeller 01');
    await desk.keyboard.press('k');
    assert.equal(await focused(desk), 'Nora Zeller 00');
    await desk.keyboard.press('Escape');
    assert.equal(await desk.getByText('1 chosen').count(), 0);
    await desk.keyboard.press('/');
    // In a field a letter is a letter.
    await desk.keyboard.type('jxlc?');
    assert.equal(await desk.getByLabel('Find by name or address').inputValue(), 'jxlc?');
    await desk.getByText('Nobody matches “jxlc?”.').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Clear the search' }).click();
    await desk.getByRole('row').nth(13).waitFor();
    await desk.getByRole('heading', { name: 'Clients', level: 1 }).focus();
    await desk.keyboard.press('?');
    await desk.getByRole('dialog', { name: 'Keys in lists' }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByLabel('Letters as keys').uncheck();
    await desk.keyboard.press('Escape');
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal(await focused(desk), 'Clients');
    await desk.keyboard.press('j');
    assert.equal(await focused(desk), 'Clients');
    await desk.reload();
    await desk.getByRole('row').nth(13).waitFor();
    await desk.keyboard.press('c');
    assert.equal(new URL(desk.url()).pathname, '/clients');
    assert.equal((await provider.mailbox.letters()).length, before);
  });

  test('several are chosen and written to, invited, and deactivated only after a question', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'dark' }), dana);
    await desk.goto('/clients?q=zeller&sort=name');
    const choose = (name: string) => desk.getByRole('checkbox', { name: `Choose Nora ${name}` });
    for (const name of ['Zeller 10', 'Zeller 11']) await choose(name).check();
    const bar = desk.getByRole('region', { name: 'What to do with those chosen' });
    const invite = bar.getByRole('button', { name: 'Invite' });
    await invite.click();
    await desk.getByText('2 invitations go out').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Undo' }).click();
    await desk.getByText('Stopped. None of the 2 invitations went out.').waitFor();
    for (const name of ['Zeller 10', 'Zeller 11']) await choose(name).check();
    await invite.click();
    await desk.getByText('2 invitations go out').waitFor();
    await provider.mailbox.next('nora.10@client.test', /invitation/);
    await provider.mailbox.next('nora.11@client.test', /invitation/);
    await clientRow(desk, 'Zeller 10').getByText('Invited, not in yet').waitFor();
    for (const name of ['Zeller 12', 'Zeller 13']) await choose(name).check();
    await bar.getByRole('button', { name: 'Deactivate …' }).click();
    const question = desk.getByRole('dialog', { name: 'Deactivate 2 clients?' });
    assert.deepEqual(await axeFindings(desk), []);
    await question.getByRole('button', { name: 'Leave as it is' }).click();
    await bar.getByRole('button', { name: 'Deactivate …' }).click();
    await question.getByText('May log in and look').click();
    await question.getByRole('button', { name: 'Deactivate all 2' }).click();
    await desk.getByText('2 clients are deactivated.').waitFor();
    await clientRow(desk, 'Zeller 13').getByText('Deactivated, may look').waitFor();
    for (const name of ['Zeller 14', 'Zeller 15']) await choose(name).check();
    await bar.getByRole('button', { name: 'Write' }).click();
    await desk.getByRole('heading', { name: 'New message' }).waitFor();
    const chosen = desk.getByRole('list', { name: 'Chosen recipients' });
    for (const name of ['Nora Zeller 14', 'Nora Zeller 15']) await chosen.getByText(name).waitFor();
  });

  test('on a phone the row opens its client, and several are chosen by a word of the menu', async () => {
    const phone = await logIn(await house.newProfile(), dana);
    await phone.goto('/clients?q=zeller&sort=name');
    await clientRow(phone, 'Zeller 20').click({ position: { x: 20, y: 50 } });
    await phone.getByRole('heading', { name: 'Nora Zeller 20', level: 1 }).waitFor();
    await phone.goBack();
    await phone.getByRole('button', { name: 'More for all clients' }).click();
    assert.deepEqual(await axeFindings(phone), []);
    await phone.getByRole('button', { name: 'Choose several' }).click();
    await phone.getByRole('checkbox', { name: 'Choose Nora Zeller 21' }).check();
    await phone.getByText('1 chosen').waitFor();
    assert.deepEqual(await axeFindings(phone), []);
    await phone.getByRole('button', { name: 'Choose nobody' }).click();
    assert.equal(await phone.getByRole('checkbox', { name: 'Choose Nora Zeller 21' }).count(), 0);
  });
});
