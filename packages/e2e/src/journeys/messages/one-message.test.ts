import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { askedOperation } from '../../asked-operation.ts';
import { axeFindings } from '../../axe.ts';
import { type Look, widths } from '../../browser.ts';
import { useHouseAndProvider } from '../../house.ts';
import { linkOf, type Letter } from '../../mailbox.ts';
import { bo, bodyOf, clientRow as row, dana, logIn, maria, typeBody } from '../../people.ts';

const wide: Look = { width: widths.desktop, scheme: 'light' };

test.describe('One message', () => {
  const { house, provider } = useHouseAndProvider({ nobodyHas: [bo.email] });
  let message = '';

  /** As its reader does, on a phone of their own. */
  async function comeInBy(letter: Letter): Promise<void> {
    const phone = await (await house.newProfile()).newPage();
    await phone.goto(linkOf(letter));
    await phone.getByRole('button', { name: 'Log in', exact: true }).click();
    await phone.getByRole('heading', { name: 'My Account' }).waitFor();
    await phone.context().close();
  }

  async function lookAgain(desk: Page): Promise<void> {
    await desk.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  }

  const chip = (desk: Page, words: string) => desk.getByRole('button', { name: words, exact: true });

  test('says who came in, and is written once more to those who have not when the letter goes', async () => {
    const desk = await logIn(await house.newProfile(wide), dana);
    await desk.goto('/messages/new');
    await desk.getByLabel('All active clients').check();
    await desk.getByLabel('Subject').fill('Autumn');
    await typeBody(desk, 'Hi [firstName|there], your way in: [loginLink]');
    await desk.getByRole('button', { name: 'Send to 5 clients' }).click();
    await comeInBy(await provider.mailbox.next(maria.email, /Autumn/));
    message = new URL(desk.url()).pathname;
    await lookAgain(desk);
    await desk.getByText('1 of 5 came in').waitFor();
    for (const words of ['All 5', 'Came in 1', 'Arrived, link not used 3', 'Came back 1'])
      await chip(desk, words).waitFor();
    // Whoever needs the coach stands first.
    await desk.locator('tbody tr').first().getByText('Came back').waitFor();
    await row(desk, 'Lind').getByText('The address takes no mail').waitFor();
    await row(desk, 'Maria Keller').getByText('Link used').waitFor();
    assert.deepEqual(await axeFindings(desk), []);

    await desk.getByRole('button', { name: 'Write to the 4 not in yet' }).click();
    await desk.getByRole('heading', { name: 'New message' }).waitFor();
    await desk.getByRole('group', { name: 'Those who are not in yet' }).waitFor();
    assert.match(await bodyOf(desk).innerText(), /your way in: \[loginLink\]/);
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByLabel('Subject').fill('Once more');
    await desk.getByRole('button', { name: 'Send to 4 clients' }).waitFor();
    // A reload keeps whom it is for.
    await desk.getByText(/Draft saved/).waitFor();
    await desk.reload();
    await desk.getByRole('group', { name: 'Those who are not in yet' }).waitFor();
    const family = [1, 2].map(() => provider.mailbox.next('ruiz.family@example.com', /Autumn/));
    const [first, other] = await Promise.all(family);
    const ana = [first, other].find((letter) => letter?.text.startsWith('For Ana'));
    assert.ok(ana);
    await comeInBy(ana);
    await desk.getByRole('button', { name: /^Send to \d clients$/ }).click();
    await desk.getByText('To those who are not in yet.').waitFor();
    await desk.getByText('Until then you can stop it.').waitFor();

    const leo = await provider.mailbox.next('ruiz.family@example.com', /Once more/);
    assert.match(leo.text, /Hi Leo/);
    const noor = await provider.mailbox.next('noor+coaching@example.com', /Once more/);
    await desk.getByRole('row').getByText('Arrived').nth(1).waitFor();
    const late = (await provider.mailbox.letters()).filter(({ subject }) => subject === 'Once more');
    assert.deepEqual(late.map(({ to }) => to.join()).sort(), [
      'noor+coaching@example.com',
      'ruiz.family@example.com',
    ]);
    await comeInBy(leo);
    await comeInBy(noor);
    await lookAgain(desk);
    await desk.getByText(/^2 of \d came in$/).waitFor();
  });

  test('shows those that a chip stands for, and Back brings chip and place back', async () => {
    const desk = await logIn(await house.newProfile(), dana);
    await desk.goto('/messages?show=sent');
    await row(desk, 'Autumn').getByRole('rowheader').getByRole('link').click();
    await desk.getByRole('heading', { name: 'Autumn', level: 1 }).waitFor();
    assert.equal(await desk.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
    assert.deepEqual(await axeFindings(desk), []);
    await chip(desk, 'Came back 1').click();
    await desk.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    await row(desk, 'Lind').getByRole('button', { name: 'More for Lind' }).click();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.keyboard.press('Escape');
    await chip(desk, 'All 5').click();
    const toMaria = row(desk, 'Maria Keller').getByRole('link');
    await toMaria.evaluate((link) => link.scrollIntoView({ block: 'center' }));
    const place = await desk.evaluate(() => scrollY);
    assert.ok(place > 50, String(place));
    await toMaria.click();
    await desk.getByRole('heading', { name: 'Maria Keller', level: 1 }).waitFor();
    await desk.goBack();
    await row(desk, 'Maria Keller').waitFor();
    await desk.waitForFunction((before) => Math.abs(scrollY - before) < 60, place);
    await chip(desk, 'Came back 1').click();
    await row(desk, 'Lind').getByRole('button', { name: 'Correct address for Lind' }).click();
    await desk.getByRole('heading', { name: 'Lind', level: 1 }).waitFor();
    await desk.getByLabel('Email address').waitFor();
    await desk.goBack();
    await desk.waitForURL('**?show=came-back');
    await desk.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    await desk.getByRole('navigation', { name: 'Where you are' }).getByRole('link').click();
    await desk.waitForURL('**/messages?show=sent');
  });

  test('its links are turned off only after a question', async () => {
    const desk = await logIn(await house.newProfile({ ...wide, scheme: 'dark' }), dana);
    await desk.goto(message);
    await desk.getByRole('button', { name: 'Turn the links off …' }).click();
    const question = desk.getByRole('dialog', { name: 'Turn the links off?' });
    assert.deepEqual(await axeFindings(desk), []);
    await question.getByRole('button', { name: 'Leave them' }).click();
    await desk.getByRole('button', { name: 'Turn the links off …' }).click();
    await question.getByRole('button', { name: 'Turn them off' }).click();
    await desk.getByText('The login links of this message no longer work.').waitFor();
    await row(desk, 'Maria Keller').getByText('Link used').waitFor();
  });

  test('what is not there is said inside the frame, as is what can’t be fetched', async () => {
    const desk = await logIn(await house.newProfile(wide), dana);
    await desk.goto(`/messages/${crypto.randomUUID()}`);
    await desk.getByRole('heading', { name: 'This message isn’t here' }).waitFor();
    await desk.getByRole('navigation', { name: 'Pages' }).first().waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    for (const [path, failing, title] of [
      [message, 'MessageProgress', 'This message could not be looked at.'],
      ['/messages', 'MessageRows', 'Your messages could not be fetched.'],
    ] as const) {
      const isAsked = (request: Parameters<typeof askedOperation>[0]) => askedOperation(request) === failing;
      let fails = true;
      await desk.route('**/graphql', (route) =>
        fails && isAsked(route.request()) ? route.abort() : route.continue(),
      );
      await desk.goto(path);
      await desk.getByRole('alert').getByText(title).waitFor();
      assert.deepEqual(await axeFindings(desk), []);
      fails = false;
      await desk.getByRole('button', { name: 'Try again', exact: true }).click();
      await row(desk, path === message ? 'Maria Keller' : 'Autumn').waitFor();
      await desk.getByText(title).waitFor({ state: 'detached' });
      await desk.unroute('**/graphql');
    }
  });

  test('while an answer takes its time, rows stand for what comes', async () => {
    const desk = await logIn(await house.newProfile(wide), dana);
    for (const [path, held] of [
      ['/messages', 'MessageRows'],
      [message, 'MessageProgress'],
      [message, 'MessageDeliveries'],
    ] as const) {
      const goOn = await hold(desk, held);
      await desk.goto(path);
      await desk.locator('[aria-busy=true]').first().waitFor();
      assert.deepEqual(await axeFindings(desk), []);
      await goOn();
      await row(desk, path === message ? 'Maria Keller' : 'Autumn').waitFor();
    }
  });

  test('with the network away what was known stays, with its time, and one press goes on', async () => {
    const desk = await logIn(await house.newProfile(wide), dana);
    await desk.goto(message);
    await row(desk, 'Maria Keller').waitFor();
    await desk.context().setOffline(true);
    await lookAgain(desk);
    const alert = desk.getByRole('alert').filter({ hasText: 'This message could not be looked at.' });
    await alert.getByText(/What you see is from \d/).waitFor();
    await row(desk, 'Maria Keller').getByText('Link used').waitFor();
    await chip(desk, 'Came back 1').click();
    await desk.getByRole('alert').first().waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.context().setOffline(false);
    await row(desk, 'Lind').waitFor();
    await alert.waitFor({ state: 'detached' });
  });

  /** What is asked by this name waits until what comes back is called. */
  async function hold(desk: Page, operation: string): Promise<() => Promise<void>> {
    const held: (() => Promise<void>)[] = [];
    let isHeld = true;
    await desk.route('**/graphql', (route) => {
      if (isHeld && askedOperation(route.request()) === operation) held.push(() => route.continue());
      else void route.continue();
    });
    return async () => {
      isHeld = false;
      await Promise.all(held.map((goOn) => goOn()));
      await desk.unroute('**/graphql');
    };
  }
});
