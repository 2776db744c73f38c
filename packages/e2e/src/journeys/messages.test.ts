import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { axeFindings } from '../axe.ts';
import { widths } from '../browser.ts';
import { type House, openHouse } from '../house.ts';
import { linkOf } from '../mailbox.ts';
import { bodyOf, dana, logIn, maria, setPassword, typeBody } from '../people.ts';

suite('Messages', () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  test('J4 a coach gets a client in with [loginLink], and no copy holds the link', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'light' }), dana);
    await desk.goto('/clients');
    await desk.getByRole('link', { name: 'Maria Keller' }).click();
    await desk.getByRole('button', { name: 'Send login link' }).click();
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
    await desk.getByText('Goes out').first().waitFor();
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
    await desk.reload();
    await desk.getByText('Login link used').waitFor();
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

  test('what was just sent can be stopped', async () => {
    const desk = await logIn(await house.newProfile(), dana);
    await desk.goto('/messages/new');
    await desk.getByLabel('All active clients').check();
    await desk.getByLabel('Subject').fill('Too early');
    await typeBody(desk, 'Never mind.');
    await desk.getByRole('button', { name: /^Send to/ }).click();
    await desk.getByText('Until then you can stop it.').waitFor();
    await desk.getByRole('button', { name: 'Undo' }).click();
    await desk.getByText('Cancelled').first().waitFor();
    assert.equal(await desk.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
    await desk.waitForTimeout(11_000);
    const letters = await house.mailbox.letters();
    assert.equal(
      letters.some(({ subject }) => subject === 'Too early'),
      false,
    );
  });
});
