import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { useHouseAndProvider } from '../../house.ts';
import { dana, logIn, maria, setAccess, typeBody } from '../../people.ts';

test.describe('A delivery that is tried again', () => {
  const { house, provider } = useHouseAndProvider({ mood: 'answers 400' });

  test('C157 goes, or says in its place why it can’t, and one press cures it there', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.phone, scheme: 'light' }), dana);
    await desk.goto('/messages/new');
    await desk.getByLabel('All active clients').check();
    await desk.getByLabel('Subject').fill('News');
    await typeBody(desk, 'Hello');
    await desk.getByRole('button', { name: 'Send to 5 clients' }).click();
    await desk.getByText('5 not sent').waitFor();
    const message = desk.url();

    await desk.getByRole('link', { name: 'Maria Keller' }).click();
    await setAccess(desk, 'Closed');
    await desk.getByText('Access is closed.').waitFor();

    await provider.order({ mood: 'accepts' });
    await desk.goto(message);
    await desk.getByLabel('Which of them').selectOption('Not sent (5)');
    await desk.getByRole('button', { name: 'Try all of these 5 again' }).click();
    await desk.getByRole('button', { name: 'Yes, try again' }).click();
    await desk.getByText('It goes out to 4 clients again.').waitFor();
    await desk.getByText('1 stays as it is: This client is deactivated.').waitFor();

    const row = desk.getByRole('listitem').filter({ hasText: 'Maria Keller' });
    await row.getByRole('button', { name: 'Try again' }).click();
    await row.getByRole('alert').getByText('This client is deactivated. Reactivate them').waitFor();
    assert.equal(await desk.getByText('It goes out to Maria Keller again.').count(), 0);
    assert.deepEqual(await axeFindings(desk), []);
    await row.getByRole('button', { name: 'Reactivate and try again' }).press('Enter');
    await desk.getByText('It goes out to Maria Keller again.').waitFor();
    await provider.mailbox.next(maria.email, /News/);
  });
});
