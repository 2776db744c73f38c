import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { bodyOf, dana, logIn, typeBody } from '../../people.ts';

test.describe('The composer by keyboard', () => {
  const house = useHouse();

  test('C164 Enter in a field never sends; arrow keys and Enter choose recipients; the button sends, once', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'light' }), dana);
    const sends: string[] = [];
    desk.on('request', (request) => {
      const asked = request.postData() ?? '';
      if (asked.includes('"idempotencyKey"')) sends.push(asked);
    });
    await desk.goto('/messages/new');
    await bodyOf(desk).waitFor();
    const search = desk.getByLabel('Add a client');

    await search.fill('patel');
    await desk.getByText('1 client. Take them with Enter.').waitFor();
    await search.press('Enter');
    await desk.getByRole('button', { name: 'Remove Sam Patel' }).waitFor();
    assert.equal(await search.inputValue(), '');

    await search.fill('ruiz');
    await desk.getByText('2 clients. Choose with the arrow keys and Enter.').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    // Two are found: Enter alone can't know whom.
    await search.press('Enter');
    const [first, second] = await desk.getByRole('list', { name: 'Clients found' }).getByRole('button').all();
    await desk.keyboard.press('ArrowDown');
    assert.equal(await first?.evaluate((button) => button === document.activeElement), true);
    await desk.keyboard.press('ArrowUp');
    assert.equal(await search.evaluate((input) => input === document.activeElement), true);
    await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('ArrowDown');
    const name = (await second?.locator('strong').innerText())?.replace('Add ', '') ?? '';
    await desk.keyboard.press('Enter');
    await desk.getByRole('button', { name: `Remove ${name}` }).waitFor();
    assert.equal(await search.evaluate((input) => input === document.activeElement), true);

    await desk.getByLabel('Subject').fill('News');
    await typeBody(desk, 'Hello');
    await search.press('Enter');
    await desk.getByLabel('Subject').press('Enter');
    await desk.getByLabel('Copy to me').press('Enter');
    await desk.getByLabel('All active clients').press('Enter');
    await desk.getByLabel('Send later').press('Enter');
    await desk.getByLabel('Send later').check();
    await desk.getByLabel('Day and time').press('Enter');
    await desk.getByLabel('Send later').uncheck();
    await desk.getByText(/Draft saved/).waitFor();
    assert.deepEqual(sends, []);
    assert.equal(new URL(desk.url()).pathname, '/messages/new');

    await desk.getByRole('button', { name: 'Send to 2 clients' }).press('Enter');
    await desk.getByText('Until then you can stop it.').waitFor();
    assert.equal(sends.length, 1);
  });
});
