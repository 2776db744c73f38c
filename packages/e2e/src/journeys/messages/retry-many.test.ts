import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { useHouseAndProvider } from '../../house.ts';
import { dana, logIn, maria, typeBody } from '../../people.ts';

test.describe('A message that the provider refused', () => {
  const { house, provider } = useHouseAndProvider({ mood: 'answers 400' });

  test('C075 goes out again to everybody who did not get it, by one button and the keyboard', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'light' }), dana);
    await desk.goto('/messages/new');
    await desk.getByLabel('All active clients').check();
    await desk.getByLabel('Subject').fill('News');
    await typeBody(desk, 'Hi [firstName|there], your way in: [loginLink]');
    await desk.getByRole('button', { name: 'Send to 5 clients' }).click();
    await desk.getByText(/^Sent to nobody yet/).waitFor();
    assert.equal(await desk.getByRole('button', { name: /^Try all/ }).count(), 0);
    const chips = desk.getByRole('group', { name: 'Show only' }).getByRole('button');
    await chips.nth(1).waitFor();
    assert.deepEqual(
      (await chips.allInnerTexts()).map((words) => words.replace('\n', ' ')),
      ['All 5', 'Not sent 5'],
    );
    await chips.filter({ hasText: 'Not sent' }).click();
    await desk.waitForURL('**?show=not-sent');
    await desk.getByRole('button', { name: 'Try all of these 5 again' }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);

    // Another tab takes away the button that the keyboard is on: it goes on with the next client.
    await provider.order({ mood: 'accepts' });
    const rows = desk.locator('tbody tr');
    const next = await rows.nth(1).getByRole('link').innerText();
    await rows.first().getByRole('button').focus();
    const other = await desk.context().newPage();
    await other.goto(desk.url());
    await other.locator('tbody').getByRole('button').first().press('Enter');
    await other.getByText(/^It goes out to .* again/).waitFor();
    await other.close();
    await desk.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await desk.getByRole('button', { name: 'Try all of these 4 again' }).waitFor();
    await desk.locator('a:focus', { hasText: next }).waitFor();

    // The connection breaks after two of them.
    let changes = 0;
    await desk.route('**/graphql', async (route) => {
      const isChange = route.request().headers()['latchstring-account'] !== undefined;
      if (isChange && (changes += 1) > 2) await route.abort();
      else await route.continue();
    });
    await desk.getByRole('button', { name: 'Try all of these 4 again' }).press('Enter');
    await desk.getByText('Send this message to all of these 4 clients again?').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Yes, try again' }).press('Enter');
    await desk.getByText(/^It goes out to 2 of them again, then this came up: We can’t reach/).waitFor();
    const rest = desk.getByRole('button', { name: 'Try all of these 2 again' });
    await rest.waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.unroute('**/graphql');

    await rest.press('Enter');
    await desk.getByRole('button', { name: 'Yes, try again' }).press('Enter');
    await desk.getByRole('status').getByText('It goes out to 2 clients again.').waitFor();
    await desk.getByText('Nobody now.').waitFor();
    await desk.locator('section button:focus', { hasText: 'All' }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await provider.mailbox.next(maria.email, /News/);
    await chips.filter({ hasText: 'All' }).click();
    await rows.getByText('Arrived').nth(4).waitFor();
    assert.equal((await provider.mailbox.letters()).length, 5);
  });
});
