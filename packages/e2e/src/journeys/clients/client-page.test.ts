import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { linkOf } from '../../mailbox.ts';
import { bo, dana, logIn, maria, openClient, setAccess } from '../../people.ts';

const wide = { width: widths.desktop, scheme: 'light' } as const;
const phone = { width: widths.phone, scheme: 'dark' } as const;

test.describe('A client’s page', () => {
  const house = useHouse();

  test('one press sends a login link, one press takes it back, and the link of the other one logs in', async () => {
    const desk = await logIn(await house.newProfile(wide), dana);
    await openClient(desk, 'Maria Keller');
    await desk.getByRole('button', { name: 'Send login link' }).click();
    await desk.getByText(`Login link to Maria Keller, ${maria.email}`).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.keyboard.press('z');
    await desk.getByText('Stopped. Nothing went to Maria Keller.').waitFor();
    await desk.getByRole('button', { name: 'Send login link' }).click();
    await desk.getByRole('button', { name: 'Undo' }).click();
    await desk.getByText('Stopped. Nothing went to Maria Keller.').waitFor();
    await desk.getByRole('button', { name: 'Send login link' }).click();
    const letter = await house.mailbox.next(maria.email, /login link/i);
    const letters = await house.mailbox.letters();
    assert.equal(letters.filter(({ to }) => to.includes(maria.email)).length, 1);
    const tab = await (await house.newProfile()).newPage();
    await tab.goto(linkOf(letter));
    await tab.getByRole('button', { name: /log in/i }).click();
    await tab.getByRole('heading', { name: 'My Account' }).waitFor();
    // The coach reads what became of it, and never the link.
    await desk.reload();
    const sent = desk.getByRole('list', { name: 'What was sent, and what became of it' });
    await sent.getByText('Login link used').waitFor();
    assert.equal((await desk.content()).includes('/login/link#'), false);
  });

  test('access is one of three, each reachable from each, and nothing happens by an arrow key alone', async () => {
    const desk = await logIn(await house.newProfile(phone), dana);
    await openClient(desk, 'Ana Ruiz');
    await desk.getByRole('radio', { name: 'Active' }).focus();
    await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('ArrowDown');
    await desk.getByText('They are logged out at once.').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Leave as it is' }).click();
    await desk.getByRole('radio', { name: 'Active', checked: true }).waitFor();
    await desk.getByText('They are logged out at once.').waitFor({ state: 'detached' });
    const steps = [
      ['Closed', 'Access is closed.'],
      ['May look', 'They may log in and look.'],
      ['Active', 'Active again.'],
      ['May look', 'They may log in and look.'],
      ['Closed', 'Access is closed.'],
      ['Active', 'Active again.'],
    ] as const;
    for (const [name, done] of steps) {
      await setAccess(desk, name);
      await desk.getByText(done).waitFor();
      await desk.getByRole('radio', { name, checked: true }).waitFor();
    }
    assert.deepEqual(await axeFindings(desk), []);
  });

  test('a proposal is withdrawn and a link sent by one press that is never refused', async () => {
    const desk = await logIn(await house.newProfile(phone), dana);
    await openClient(desk, 'Lind');
    await desk.getByRole('button', { name: 'Edit details' }).click();
    await desk.getByLabel('Email address', { exact: true }).fill('bo.else@client.test');
    await desk.getByRole('button', { name: 'Save details' }).click();
    await desk.getByText('No login link goes out while a new address waits').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Withdraw it and send a link' }).click();
    await desk.getByText(`Login link to Lind, ${bo.email}`).waitFor();
    await desk.getByText('New address proposed').waitFor({ state: 'detached' });
    assert.match(linkOf(await house.mailbox.next(bo.email, /login link/i)), /\/login\/link#/);
  });

  test('a fresh start shows the address it goes to, and is stopped where the answer says so', async () => {
    const desk = await logIn(await house.newProfile(wide), dana);
    await openClient(desk, 'Leo Ruiz');
    await desk.getByText('Start over, or delete').click();
    await desk.getByText('Start over …', { exact: true }).click();
    await desk.getByLabel('New email address').fill('leo.anew@client.test');
    await desk.getByRole('button', { name: 'Go on' }).click();
    await desk.getByRole('button', { name: 'Yes, start over' }).click();
    await desk.getByText('Is that right? A typo would cost the week.').waitFor();
    const details = desk.getByRole('complementary', { name: 'About Leo Ruiz' });
    await details.getByText('leo.anew@client.test').first().waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Stop it: the address is wrong' }).click();
    await desk.getByText('The fresh start is off.').waitFor();
    assert.equal(await desk.getByText('leo.anew@client.test').count(), 0);
  });

  test('it steps through the list it was opened from, and leads back to it', async () => {
    const desk = await logIn(await house.newProfile(wide), dana);
    await desk.goto('/clients?show=deactivated');
    await desk.getByRole('rowheader').first().waitFor();
    const names = await desk.getByRole('rowheader').getByRole('link').allInnerTexts();
    await desk.getByRole('rowheader').getByRole('link').first().click();
    await desk.getByText(`1 of ${names.length}`).waitFor();
    await desk.getByRole('link', { name: 'The next client' }).click();
    await desk.getByRole('heading', { name: names[1] ?? '', level: 1 }).waitFor();
    await desk.getByText(`2 of ${names.length}`).waitFor();
    await desk.getByRole('link', { name: 'Deactivated clients' }).click();
    await desk.waitForURL('**/clients?show=deactivated');
  });
});
