import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { axeFindings } from '../axe.ts';
import { widths } from '../browser.ts';
import { useHouse } from '../house.ts';
import { linkOf } from '../mailbox.ts';
import { dana, logIn, maria } from '../people.ts';
import { mailIn, receivingMail } from '../replying.ts';

test.describe('Replies by mail', () => {
  const house = useHouse(receivingMail);

  test('C070 a client answers by mail; the coach reads it on the message’s page and by mail, without the link', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'light' }), dana);
    await desk.goto('/clients');
    await desk.getByRole('link', { name: 'Maria Keller' }).click();
    await desk.getByRole('button', { name: 'Send login link' }).click();
    await desk.getByText('What Maria Keller gets').waitFor();
    await desk.getByRole('button', { name: 'Send to 1 client' }).click();
    const letter = await house.mailbox.next(maria.email);
    await desk.reload();
    await desk.getByText(/None yet/).waitFor();
    assert.deepEqual(await axeFindings(desk), []);

    const text = `It says "unknown". This one:\n${linkOf(letter)}\nWhat now?\n\nOn Mon, 23 Nov 2026 at 09:00 Dana <${letter.replyTo ?? ''}> wrote:\n${letter.text.replace(/^/gm, '> ')}`;
    assert.equal(
      await mailIn(house.server.url, letter.replyTo ?? '', maria.email, text, ['screen.png']),
      200,
    );
    assert.equal(await mailIn(house.server.url, letter.replyTo ?? '', 'phone@example.com', 'Solved!'), 200);
    await desk.reload();
    await desk.getByText('Solved!').waitFor();
    await desk.getByText(/another address/).waitFor();
    await desk.getByText('It says "unknown". This one: [loginLink] What now?').waitFor();
    await desk.getByText(/not kept here: screen\.png/).waitFor();
    const token = linkOf(letter).split('#')[1] ?? 'none';
    assert.equal((await desk.content()).includes(token), false);
    assert.deepEqual(await axeFindings(desk), []);
    const told = await house.mailbox.next(dana.email, /replied/);
    assert.match(told.text, /> \[loginLink\]/);
    assert.equal((told.text + told.html).includes(token), false);

    await desk.goto('/messages');
    await desk.getByText('2 replies').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.goBack();
    await desk.getByRole('button', { name: 'Answer to Maria Keller' }).first().click();
    await desk.getByRole('heading', { name: 'New message' }).waitFor();
    await desk.getByText('Maria Keller').first().waitFor();
    assert.match(await desk.getByLabel('Subject').inputValue(), /^Re: /);
  });
});
