import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { axeFindings } from '../../axe.ts';
import { type Look, widths } from '../../browser.ts';
import { useHouseAndProvider } from '../../house.ts';
import { bo, bodyOf, clientRow as row, dana, iris, logIn, maria } from '../../people.ts';

const wide: Look = { width: widths.desktop, scheme: 'light' };

test.describe('The list of messages', () => {
  const { house, provider } = useHouseAndProvider({ nobodyHas: [bo.email] });

  async function ask<Data>(desk: Page, query: string, variables: object): Promise<Data> {
    const { url } = house.server;
    const answer = await desk
      .context()
      .request.post(`${url}/graphql`, { headers: { origin: url }, data: { query, variables } });
    return ((await answer.json()) as { data: Data }).data;
  }

  /** By the API of a program: to Bo, whose mail comes back, to three with a link, one for later, and drafts. */
  async function writeSome(desk: Page): Promise<void> {
    const { clients } = await ask<{ clients: { nodes: { id: string; email: string; firstName: string }[] } }>(
      desk,
      '{ clients(first: 100, orderBy: NAME) { nodes { id email firstName } } }',
      {},
    );
    const idsOf = (...emails: string[]) =>
      clients.nodes.filter(({ email }) => emails.includes(email)).map(({ id }) => id);
    const message = (subject: string, clientIds: string[], more = {}) => ({
      input: { subject, body: 'Hello. [loginLink]', bodyFormat: 'TEXT', recipients: { clientIds }, ...more },
    });
    const send = 'mutation ($input: MessageInput!) { sendMessage(input: $input) { __typename } }';
    const save = 'mutation ($input: MessageInput!) { saveDraft(input: $input) { __typename } }';
    const family = idsOf('ruiz.family@example.com');
    const later = { schedule: { localTime: '2027-12-01T09:00', timeZone: 'Europe/Madrid' } };
    const everybody = clients.nodes.map(({ id }) => id);
    for (const [mutation, variables] of [
      [send, message('Only for Bo', idsOf(bo.email))],
      [send, message('Autumn, [firstName|you]', [...family, ...idsOf(maria.email)])],
      [send, message('December dates', everybody, later)],
      [save, message('Rates from January', [])],
      [save, message('Half a thought', idsOf(maria.email))],
    ] as const)
      assert.doesNotMatch(JSON.stringify(await ask(desk, mutation, variables)), /Rejected|Invalid|errors/);
    await provider.mailbox.next(maria.email, /Autumn/);
  }

  test('tabs count and show what needs the coach, readers stand by name, and nothing found is said', async () => {
    const desk = await logIn(await house.newProfile(wide), dana);
    await writeSome(desk);
    await desk.goto('/messages');
    const tabs = desk.getByRole('navigation', { name: 'Which messages' });
    for (const name of ['All 5', 'Need you 1', 'Drafts 2', 'Scheduled 1', 'Sent 2'])
      await tabs.getByRole('link', { name, exact: true }).waitFor();
    await row(desk, 'Only for Bo').getByText('Came back').waitFor();
    await row(desk, 'Only for Bo').getByText('It did not arrive').waitFor();
    const autumn = row(desk, 'Autumn, [firstName|you]');
    for (const name of ['Maria Keller', 'Ana Ruiz', 'Leo Ruiz']) await autumn.getByText(name).waitFor();
    assert.equal(await autumn.getByText(/and \d+ more/).count(), 0);
    await autumn.getByText('Link used 0 of 3').waitFor();
    await row(desk, 'December dates').getByText('and 4 more').waitFor();
    await row(desk, 'December dates')
      .getByText(/^Goes out in \d+ days$/)
      .waitFor();
    await row(desk, 'Rates from January').getByText('Nobody yet').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await tabs.getByRole('link', { name: 'Need you' }).click();
    await desk.waitForURL('**/messages?show=need-you');
    await desk.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    await row(desk, 'Only for Bo').waitFor();
    await desk.getByLabel('Find by name or subject').fill('nothing like it');
    await desk.getByText('No message matches “nothing like it”.').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Clear the search' }).click();
    await row(desk, 'Only for Bo').waitFor();
  });

  test('a message is found by a reader’s name, and Back brings tab and search back', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'dark' }), dana);
    await desk.goto('/messages?show=sent');
    await row(desk, 'Only for Bo').waitFor();
    await desk.keyboard.press('/');
    await desk.keyboard.type('ruiz');
    await desk.waitForURL('**/messages?show=sent&q=ruiz');
    await row(desk, 'Only for Bo').waitFor({ state: 'detached' });
    assert.deepEqual(await axeFindings(desk), []);
    await row(desk, 'Autumn').getByRole('rowheader').getByRole('link').click();
    await desk.getByRole('heading', { name: 'Autumn', level: 1 }).waitFor();
    await desk.goBack();
    await row(desk, 'Autumn').waitFor();
    assert.equal(new URL(desk.url()).search, '?show=sent&q=ruiz');
    assert.equal(await desk.getByLabel('Find by name or subject').inputValue(), 'ruiz');
    await desk.locator('[aria-current=true]').getByText('Sent').waitFor();
    assert.equal(await row(desk, 'Only for Bo').count(), 0);
  });

  test('a draft goes only after a question, a schedule is cancelled, and what was sent is used again', async () => {
    const desk = await logIn(await house.newProfile(wide), dana);
    await desk.goto('/messages?show=drafts');
    await desk.getByRole('button', { name: 'Delete the draft Rates from January' }).click();
    const question = desk.getByRole('dialog', { name: 'Delete this message?' });
    await question.getByText('“Rates from January” was never sent.').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await question.getByRole('button', { name: 'Keep it' }).click();
    await desk.getByRole('button', { name: 'Delete the draft Rates from January' }).click();
    await question.getByRole('button', { name: 'Delete it' }).click();
    await desk.getByText('The message is deleted.').waitFor();
    await row(desk, 'Rates from January').waitFor({ state: 'detached' });
    await row(desk, 'Half a thought').waitFor();
    await desk.goto('/messages');
    await desk.getByRole('button', { name: /^More for December dates/ }).click();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Cancel sending' }).click();
    await row(desk, 'December dates').getByText('Cancelled').waitFor();
    await desk.getByRole('link', { name: 'Scheduled 0' }).waitFor();
    await desk.getByRole('button', { name: /^More for December dates/ }).click();
    await desk.getByRole('button', { name: 'Delete', exact: true }).click();
    await question.getByRole('button', { name: 'Delete it' }).click();
    await row(desk, 'December dates').waitFor({ state: 'detached' });
    await desk.getByRole('button', { name: /^More for Autumn/ }).click();
    await desk.getByRole('button', { name: 'Use again' }).click();
    await desk.getByRole('heading', { name: 'New message' }).waitFor();
    await bodyOf(desk).waitFor();
    assert.equal(await desk.getByLabel('Subject').inputValue(), 'Autumn, [firstName|you]');
    await desk
      .getByRole('list', { name: 'Chosen recipients' })
      .getByText('Leo Ruiz', { exact: true })
      .waitFor();
  });

  test('on a phone the row opens its message, and nothing is wider than the screen', async () => {
    const phone = await logIn(await house.newProfile(), dana);
    await phone.goto('/messages?show=sent');
    await row(phone, 'Autumn').getByText('Link used 0 of 3').waitFor();
    assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
    assert.deepEqual(await axeFindings(phone), []);
    await row(phone, 'Autumn').click({ position: { x: 20, y: 50 } });
    await phone.getByRole('heading', { name: 'Autumn', level: 1 }).waitFor();
  });

  test('a coach who has written nothing is shown three ways to begin', async () => {
    const desk = await logIn(await house.newProfile(wide), iris);
    await desk.goto('/messages');
    await desk.getByRole('heading', { name: 'Nothing written yet' }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('link', { name: /^An empty page/ }).waitFor();
    await desk.getByRole('button', { name: /^Tell everybody how to get in/ }).click();
    await bodyOf(desk).waitFor();
    assert.equal(await desk.getByLabel('All active clients').isChecked(), true);
    assert.match(await bodyOf(desk).innerText(), /Forgot your username or password\?/);
    await desk.goBack();
    await desk.getByRole('button', { name: /^A login link for someone/ }).click();
    await bodyOf(desk).waitFor();
    assert.match(await bodyOf(desk).innerText(), /\[loginLink\]/);
  });
});
