import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { BrowserContext } from 'playwright-core';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { type House, useHouse } from '../../house.ts';
import { linkOf } from '../../mailbox.ts';
import { bodyOf, dana, logIn, maria, openClient, setPassword, typeBody } from '../../people.ts';

test.describe('Messages', () => {
  const house = useHouse();

  test('J4 a coach gets a client in with [loginLink], and no copy holds the link', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'light' }), dana);
    await desk.clock.install();
    await openClient(desk, 'Maria Keller');
    await desk.getByRole('button', { name: 'Edit first' }).click();
    await desk.getByRole('heading', { name: 'New message' }).waitFor();
    assert.match(await bodyOf(desk).innerText(), /Hello \[firstName\|there\],[^]*\[loginLink\]/);
    await desk.getByText('Start from a template').click();
    await desk.getByRole('button', { name: 'Use “Send a login link”' }).click();
    await desk.getByText('“Send a login link” is in place.').waitFor();
    await desk.getByText('What Maria Keller gets').waitFor();
    const preview = desk.locator('section', { has: desk.getByRole('heading', { name: 'Preview' }) });
    await preview.getByText('Hello Maria,').waitFor();
    assert.equal(await preview.locator('[data-magic-tag]').innerText(), '[loginLink]');
    await preview.getByText('holds the place of Maria Keller’s own login link').waitFor();
    await desk.getByLabel('Copy to me').check();
    await desk.getByText(/Draft saved/).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Send to 1 client' }).click();
    // The composer speaks of going out as well, and its editor has an Undo of its own.
    await desk.getByText('Until then you can stop it.').waitFor();
    await desk.getByRole('button', { name: 'Undo' }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);

    const letter = await house.mailbox.next(maria.email);
    const copy = await house.mailbox.next(dana.email);
    assert.match(copy.text, /\[loginLink\]/);
    assert.doesNotMatch(copy.text + copy.html, /login\/link#/);
    assert.equal((copy.text + copy.html).includes(maria.email), false);

    const phone = await (await house.newProfile()).newPage();
    await phone.goto(linkOf(letter));
    await phone.getByRole('button', { name: 'Log in', exact: true }).click();
    await phone.getByText('maria.k', { exact: true }).first().waitFor();
    await setPassword(phone, 'eleven quiet tin umbrellas');
    // The page looks again by itself.
    await desk.clock.fastForward(20_000);
    await desk.getByText('Came in by its link').waitFor();
    await desk.getByRole('row').getByText('Link used').waitFor();
    assert.equal((await desk.content()).includes(linkOf(letter).split('#')[1] ?? 'none'), false);
    assert.deepEqual(await axeFindings(desk), []);
  });

  test('J5 problems are shown before sending and mended; two people at one address get a letter each', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'dark' }), dana);
    await desk.goto('/messages/new');
    await desk.getByLabel('All active clients').check();
    await desk.getByLabel('Subject').fill('News for [firstName]');
    await typeBody(desk, 'Hi [firstName], your way in: [loginlnk]');
    await desk.getByText('[loginlnk] is no magic tag. Did you mean [loginLink]?').waitFor();
    await desk.getByText('Lind has nothing to put for [firstName].').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Use [loginLink]' }).click();
    assert.match(await bodyOf(desk).innerText(), /in: \[loginLink\]\s*$/);
    await desk.getByRole('button', { name: 'Write [firstName|there]' }).click();
    await desk.getByText(/nothing to put/).waitFor({ state: 'detached' });
    assert.equal(await desk.getByLabel('Subject').inputValue(), 'News for [firstName|there]');
    assert.match(await bodyOf(desk).innerText(), /Hi \[firstName\|there\],/);
    await desk.getByRole('button', { name: /^Send to \d+ clients$/ }).click();
    await desk.getByText('Goes out').first().waitFor();
    const first = await house.mailbox.next('ruiz.family@example.com');
    const second = await house.mailbox.next('ruiz.family@example.com');
    assert.deepEqual([first, second].map(({ text }) => /^For (\w+)/.exec(text)?.[1]).sort(), ['Ana', 'Leo']);
    assert.notEqual(linkOf(first), linkOf(second));
    const nameless = await house.mailbox.next('bo@example.com');
    assert.match(nameless.text, /Hi there/);
    assert.equal(nameless.subject, 'News for there');
  });

  test('what was just sent can be stopped, edited again with nothing lost, and sent', async () => {
    const desk = await logIn(await house.newProfile(), dana);
    await desk.goto('/messages/new');
    await desk.getByLabel('All active clients').check();
    await desk.getByLabel('Subject').fill('Too early');
    await typeBody(desk, 'Never mind, [firstName|you].');
    await desk.getByLabel('Copy to me').check();
    await desk.getByRole('button', { name: /^Send to/ }).click();
    await desk.getByText('Until then you can stop it.').waitFor();
    await desk.getByRole('button', { name: 'Undo' }).press('Enter');
    await desk.getByText('Stopped. Nothing was sent.').waitFor();
    await desk.getByText('Cancelled').first().waitFor();
    assert.equal(await desk.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
    assert.deepEqual(await axeFindings(desk), []);
    await desk.locator('button:focus', { hasText: 'Edit again' }).press('Enter');
    await desk.getByText('Nothing of this goes out until you send or schedule it again.').waitFor();
    assert.equal(await desk.getByLabel('Subject').inputValue(), 'Too early');
    assert.match(await bodyOf(desk).innerText(), /^Never mind, \[firstName\|you\]\.\s*$/);
    assert.equal(await desk.getByLabel('All active clients').isChecked(), true);
    assert.equal(await desk.getByLabel('Copy to me').isChecked(), true);
    assert.deepEqual(await axeFindings(desk), []);
    await desk.reload();
    await bodyOf(desk).waitFor();
    assert.match(await bodyOf(desk).innerText(), /^Never mind, /);
    await desk.getByLabel('Subject').fill('In good time');
    await desk.getByRole('button', { name: /^Send to/ }).click();
    // This one waits as long as the other would have, and comes after it.
    await house.mailbox.next(maria.email, /In good time/);
    const letters = await house.mailbox.letters();
    assert.equal(
      letters.some(({ subject }) => subject === 'Too early'),
      false,
    );
  });

  test('C064 what is scheduled stands on the clocks of its zone, and is changed or cancelled in words', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'light' }), dana);
    await desk.goto(`/messages/${await scheduleForNewYork(house, desk.context())}`);
    await desk.getByRole('heading', { name: 'Winter plans' }).waitFor();
    const time =
      /Goes out Wednesday,? 1 December 2027 at 09:00 GMT.5, America\/New York \(on your clock 1 Dec 2027, 15:00 CET\)/;
    await desk.getByText(time).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    const names = desk.getByRole('list', { name: 'Recipients' }).getByRole('link');
    assert.equal(await names.count(), 5);
    await desk.getByRole('button', { name: 'and 2 more' }).press('Enter');
    assert.equal(await names.count(), 7);
    assert.equal(await names.nth(5).evaluate((link) => link === document.activeElement), true);
    await desk.goto('/messages');
    await desk.getByRole('row').filter({ hasText: 'Winter plans' }).getByText(time).waitFor();

    await desk.getByRole('link', { name: 'Winter plans' }).click();
    assert.equal(await desk.getByRole('button', { name: 'Undo' }).count(), 0);
    await desk.getByRole('button', { name: 'Change' }).press('Enter');
    await desk.getByText('Its sending is cancelled').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Yes, change it' }).press('Enter');
    await desk.getByText('Nothing of this goes out until you send or schedule it again.').waitFor();
    assert.equal(await desk.getByLabel('Day and time').inputValue(), '2027-12-01T09:00');
    assert.equal(await desk.getByLabel('Time zone').inputValue(), 'America/New_York');
    assert.equal(
      await desk.getByRole('list', { name: 'Chosen recipients' }).getByRole('listitem').count(),
      7,
    );
    await desk.getByLabel('Subject').fill('Winter plans, mended');
    await desk.getByRole('button', { name: 'Schedule' }).click();
    await desk.getByRole('heading', { name: 'Winter plans, mended' }).waitFor();
    await desk.getByRole('button', { name: 'Cancel sending' }).press('Enter');
    await desk.locator('button:focus', { hasText: 'Edit again' }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.goto('/messages');
    const stopped = desk.getByRole('row').filter({ hasText: 'Cancelled' });
    await stopped.getByRole('link', { name: 'Winter plans', exact: true }).waitFor();
    await stopped.getByRole('link', { name: 'Winter plans, mended' }).waitFor();
  });
});

/** A message to all seven clients, made in another place, for a winter morning in New York. Gives its id. */
async function scheduleForNewYork({ server }: House, desk: BrowserContext): Promise<string> {
  const ask = async <Data>(query: string, variables: object): Promise<Data> => {
    const answer = await desk.request.post(`${server.url}/graphql`, {
      headers: { origin: server.url },
      data: { query, variables },
    });
    return ((await answer.json()) as { data: Data }).data;
  };
  const { clients } = await ask<{ clients: { nodes: { id: string }[] } }>(
    '{ clients(first: 100) { nodes { id } } }',
    {},
  );
  const input = {
    subject: 'Winter plans',
    body: 'It will snow.',
    bodyFormat: 'TEXT',
    recipients: { clientIds: clients.nodes.map(({ id }) => id) },
    schedule: { localTime: '2027-12-01T09:00', timeZone: 'America/New_York' },
  };
  const { sendMessage } = await ask<{ sendMessage: { acceptedMessage: { id: string } } }>(
    'mutation ($input: MessageInput!) { sendMessage(input: $input) { ... on MessageAccepted { acceptedMessage { id } } } }',
    { input },
  );
  return sendMessage.acceptedMessage.id;
}
