import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { useHouseAndProvider } from '../../house.ts';
import { dana, logIn, maria, openClient, setAccess, typeBody } from '../../people.ts';

test.describe('A delivery that is tried again', () => {
  const { house, provider } = useHouseAndProvider({ mood: 'answers 400' });

  test('C157 goes, or says in its place why it can’t, and one press cures it there', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.phone, scheme: 'light' }), dana);
    await desk.goto('/messages/new');
    await desk.getByLabel('All active clients').check();
    await desk.getByLabel('Subject').fill('News');
    await typeBody(desk, 'Hello');
    await desk.getByRole('button', { name: 'Send to 5 clients' }).click();
    await desk.getByRole('button', { name: 'Not sent 5' }).click();
    const row = desk.getByRole('row').filter({ hasText: 'Maria Keller' });
    await row.getByRole('button', { name: 'Try again' }).waitFor();

    // In another tab, so that this page does not know it.
    const other = await desk.context().newPage();
    await openClient(other, 'Maria Keller');
    await setAccess(other, 'Closed');
    await other.getByText('Access is closed.').waitFor();
    await other.close();

    await provider.order({ mood: 'accepts' });
    await row.getByRole('button', { name: 'Try again' }).click();
    await desk.getByRole('alert').getByText('This client is deactivated. Reactivate them').waitFor();
    assert.equal(await desk.getByText('It goes out to Maria Keller again.').count(), 0);
    const cure = row.getByRole('button', { name: 'Reactivate and try again' });
    await cure.waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Try all of these 5 again' }).click();
    await desk.getByRole('button', { name: 'Yes, try again' }).click();
    await desk.getByText('It goes out to 4 clients again.').waitFor();
    await desk.getByText('1 stays as it is: This client is deactivated.').waitFor();

    await cure.press('Enter');
    await desk.getByText('It goes out to Maria Keller again.').waitFor();
    await provider.mailbox.next(maria.email, /News/);
  });
});
