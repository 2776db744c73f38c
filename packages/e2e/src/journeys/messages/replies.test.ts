import assert from 'node:assert/strict';
import { test, type Page } from '@playwright/test';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { linkOf, type Letter } from '../../mailbox.ts';
import { dana, logIn, maria, openClient } from '../../people.ts';
import { mailIn, receivingMail, unproven } from '../../replying.ts';

test.describe('Replies by mail', () => {
  const house = useHouse(receivingMail);

  /** The coach's desk, on the page of a message to Maria, and the mail that she got. */
  async function messageToMaria(): Promise<{ desk: Page; letter: Letter }> {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'light' }), dana);
    await openClient(desk, 'Maria Keller');
    await desk.getByRole('button', { name: 'Edit first' }).click();
    await desk.getByText('What Maria Keller gets').waitFor();
    await desk.getByRole('button', { name: 'Send to 1 client' }).click();
    const letter = await house.mailbox.next(maria.email);
    await desk.reload();
    return { desk, letter };
  }

  test('C070 a client answers by mail; the coach reads it on the message’s page and by mail, without the link', async () => {
    const { desk, letter } = await messageToMaria();
    await desk.getByText(/None yet/).waitFor();
    assert.deepEqual(await axeFindings(desk), []);

    const text = `It says "unknown". This one:\n${linkOf(letter)}\nWhat now?\n\nOn Mon, 23 Nov 2026 at 09:00 Dana <${letter.replyTo ?? ''}> wrote:\n${letter.text.replace(/^/gm, '> ')}`;
    assert.equal(
      await mailIn(house.server.url, letter.replyTo ?? '', maria.email, text, {
        attachments: ['screen.png'],
      }),
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

  test('C131 C140 of a reply that may be somebody else’s, and of one that can’t be read, the coach is told so; of others not', async () => {
    const { desk, letter } = await messageToMaria();
    const reply = (text: string, more: Parameters<typeof mailIn>[4] = {}) =>
      mailIn(house.server.url, letter.replyTo ?? '', maria.email, text, more);
    await reply('Thank you!');
    await reply('Please write to my new address.', { headers: unproven });
    await reply('\n', { attachments: ['winmail.dat'] });
    await reply('', { attachments: ['me.png'] });
    await desk.reload();
    const replies = desk.getByRole('list', { name: 'Replies by mail' });
    const one = (words: string) => replies.locator('li', { hasText: words });
    await one('me.png').waitFor();
    const marks = ['Doubtful', 'In the name of', 'No mail server vouches', 'could not be read'];
    const marksOf = async (words: string) => {
      const text = await one(words).innerText();
      return marks.filter((mark) => text.includes(mark));
    };

    assert.deepEqual(await marksOf('Thank you!'), []);
    assert.deepEqual(await marksOf('me.png'), []);
    await one('me.png').getByText('No words of their own.').waitFor();
    await one('Thank you!').getByRole('link', { name: 'Maria Keller' }).waitFor();

    assert.deepEqual(await marksOf('my new address'), marks.slice(0, 3));
    await one('my new address').getByText('In the name of Maria Keller').waitFor();
    // Not as Maria's own: only who wrote it for certain stands there as a link to the client.
    assert.equal(await one('my new address').getByRole('link').count(), 0);
    await one('my new address').getByText('Ask them in another way before you act on it.').waitFor();

    assert.deepEqual(await marksOf('winmail.dat'), ['could not be read']);
    await one('winmail.dat').getByText('Ask them to send it again as plain text.').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
  });
});
