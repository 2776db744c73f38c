import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { BrowserContext, Page } from 'playwright-core';
import { askedOperation } from '../../asked-operation.ts';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { bodyOf, dana, fillLogin, iris, logIn, logOut, openClient, typeBody } from '../../people.ts';

const wide = { width: widths.desktop, scheme: 'light' } as const;

const dayMs = 24 * 60 * 60_000;

/** The next last Sunday of March or October, when Europe's clocks change, as an input writes it: 2027-03-28. */
function nextChangeOfClocks(month: 3 | 10): string {
  const lastSundayOf = (year: number) => {
    // Both months have 31 days.
    const lastDay = Date.UTC(year, month - 1, 31);
    return lastDay - new Date(lastDay).getUTCDay() * dayMs;
  };
  const year = new Date().getUTCFullYear();
  // A night that is near may have begun somewhere.
  const isAhead = lastSundayOf(year) > Date.now() + dayMs;
  return new Date(lastSundayOf(isAhead ? year : year + 1)).toISOString().slice(0, 10);
}

test.describe('The composer', () => {
  const house = useHouse();

  async function openDesk(profile?: BrowserContext): Promise<Page> {
    const desk = await logIn(profile ?? (await house.newProfile(wide)), dana);
    await desk.goto('/messages/new');
    await bodyOf(desk).waitFor();
    return desk;
  }

  /** What this browser keeps of anybody's unsaved text. */
  function kept(desk: Page): Promise<string> {
    return desk.evaluate(() => JSON.stringify(localStorage));
  }

  test('a login that runs out while somebody writes comes back to the message, with nothing lost', async () => {
    const profile = await house.newProfile(wide);
    const desk = await openDesk(profile);
    await desk.getByLabel('Subject').fill('Long thoughts');
    await typeBody(desk, 'The first half. ');
    await desk.getByText(/Draft saved/).waitFor();
    await profile.clearCookies();
    await bodyOf(desk).press('End');
    await desk.keyboard.type('The second half, [firstName]');
    await desk.getByText('Your session has ended').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await fillLogin(desk, dana.username, dana.password);
    await desk.getByText('What you had typed is back.').waitFor();
    assert.equal(await desk.getByLabel('Subject').inputValue(), 'Long thoughts');
    assert.match(await bodyOf(desk).innerText(), /The first half\. The second half, \[firstName\]/);
    await desk.getByText(/Draft saved/).waitFor();
    assert.doesNotMatch(await kept(desk), /second half/);
  });

  test('a text too long for a draft overwrites none: the page says so, keeps it here, and has it after a reload', async () => {
    const desk = await openDesk();
    await desk.getByLabel('Subject').fill('Collected works');
    await typeBody(desk, 'The first chapter. ');
    await desk.getByText(/Draft saved/).waitFor();
    await bodyOf(desk).press('End');
    await desk.keyboard.insertText('word '.repeat(20_100));
    const line = desk.getByRole('status').filter({ hasText: 'It is kept in this browser' });
    await line.filter({ hasText: 'The message is too long. Use at most 100,000 characters' }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.reload();
    await desk.getByText('What you had typed is back.').waitFor();
    assert.match(await bodyOf(desk).innerText(), /^The first chapter\. (?:word ?){20100}$/);
    await desk.goto('/messages');
    await desk.getByRole('link', { name: 'Collected works' }).click();
    await desk.getByText('The first chapter.', { exact: true }).waitFor();
  });

  test('C101 with another account in the cookie nothing is sent, and the text is kept for its owner', async () => {
    const profile = await house.newProfile(wide);
    const desk = await openDesk(profile);
    await desk.getByLabel('All active clients').check();
    await desk.getByLabel('Subject').fill('Half a message');
    await typeBody(desk, 'Half of it. ');
    await desk.getByText(/Draft saved/).waitFor();
    const other = await profile.newPage();
    await other.goto('/login');
    await fillLogin(other, iris.username, iris.password);
    await other.getByRole('heading', { name: 'Clients' }).waitFor();
    await bodyOf(desk).press('End');
    await desk.keyboard.type('And more.');
    await desk.getByLabel('Subject').press('Enter');
    await desk.getByRole('heading', { name: 'Someone else logged in here' }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Open the account that is logged in now' }).click();
    await desk.getByRole('heading', { name: 'Clients' }).waitFor();
    await desk.goto('/messages/new');
    await bodyOf(desk).waitFor();
    assert.equal(await desk.getByText('There is a message that was never finished').isVisible(), false);
    await logOut(desk);
    await desk.getByText('You are logged out.').waitFor();
    await fillLogin(desk, dana.username, dana.password);
    await desk.getByRole('heading', { name: 'Clients' }).waitFor();
    await desk.goto('/messages/new');
    await desk.getByText('“Half a message”').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Go on with it' }).first().click();
    await desk.getByText('What you had typed is back.').waitFor();
    assert.match(await bodyOf(desk).innerText(), /Half of it\. And more\./);
    const letters = await house.mailbox.letters();
    assert.equal(
      letters.some(({ subject }) => subject === 'Half a message'),
      false,
    );
  });

  test('C168 looking at a message and leaving makes no draft; a reload has it again, and the first change makes one', async () => {
    const desk = await logIn(await house.newProfile(), dana);
    const asked: (string | undefined)[] = [];
    desk.on('request', (request) => asked.push(askedOperation(request)));
    await openClient(desk, 'Ana Ruiz');
    await desk.getByRole('button', { name: 'Edit first' }).click();
    await desk.getByText('What Ana Ruiz gets').waitFor();
    await desk.reload();
    await desk.getByText('What Ana Ruiz gets').waitFor();
    assert.match(await bodyOf(desk).innerText(), /\[loginLink\]/);
    await desk.goBack();
    await desk.getByRole('heading', { name: 'Ana Ruiz' }).waitFor();
    assert.doesNotMatch(await kept(desk), /loginLink/);
    assert.equal(asked.includes('SaveDraft'), false);
    await desk.getByRole('button', { name: 'Edit first' }).click();
    await desk.getByLabel('Subject').fill('Your own way in');
    await desk.getByText(/Draft saved/).waitFor();
    assert.equal(asked.includes('SaveDraft'), true);
  });

  test('Back, Forward and a reload after the draft was saved lead where they should', async () => {
    const desk = await logIn(await house.newProfile(), dana);
    await openClient(desk, 'Ana Ruiz');
    await desk.getByRole('button', { name: 'Edit first' }).click();
    await bodyOf(desk).waitFor();
    await desk.getByLabel('Subject').fill('Your way in');
    assert.match(await kept(desk), /Your way in/);
    await desk.waitForFunction(() => !JSON.stringify(localStorage).includes('Your way in'));
    await desk.goBack();
    await desk.getByRole('heading', { name: 'Ana Ruiz' }).waitFor();
    await desk.goForward();
    await bodyOf(desk).waitFor();
    assert.equal(await desk.getByLabel('Subject').inputValue(), 'Your way in');
    await desk.reload();
    await bodyOf(desk).waitFor();
    assert.equal(await desk.getByLabel('Subject').inputValue(), 'Your way in');
    assert.match(await bodyOf(desk).innerText(), /\[loginLink\]/);
    await desk.getByRole('button', { name: 'Remove Ana Ruiz' }).waitFor();
    await desk.goBack();
    await desk.getByRole('heading', { name: 'Ana Ruiz' }).waitFor();
    await desk.goto('/messages');
    await desk.getByRole('link', { name: 'Your way in' }).first().waitFor();
    assert.equal(await desk.getByRole('link', { name: 'Your way in' }).count(), 1);
  });

  test('a draft that was changed elsewhere is never overwritten, and neither text is lost', async () => {
    const profile = await house.newProfile(wide);
    const desk = await openDesk(profile);
    await desk.getByLabel('Subject').fill('Two desks');
    await typeBody(desk, 'From the first desk.');
    await desk.getByText(/Draft saved/).waitFor();
    const second = await profile.newPage();
    await second.goto('/messages');
    await second.getByRole('link', { name: 'Two desks' }).click();
    await bodyOf(second).waitFor();
    await typeBody(second, 'From the second desk.');
    await second.getByText(/Draft saved/).waitFor();
    await typeBody(desk, 'From the first desk, again.');
    await desk.getByText('This draft was changed in another place').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Open the newer text' }).click();
    await desk.getByText('There is a message that was never finished').waitFor();
    assert.match(await bodyOf(desk).innerText(), /From the second desk\./);
    await desk.getByRole('button', { name: 'Go on with it' }).click();
    await desk.getByText('What you had typed is back.').waitFor();
    assert.match(await bodyOf(desk).innerText(), /From the first desk, again\./);
    await desk.getByText(/Draft saved/).waitFor();
    await desk.goto('/messages');
    await desk.getByRole('link', { name: 'Two desks' }).first().waitFor();
    assert.equal(await desk.getByRole('link', { name: 'Two desks' }).count(), 2);
  });

  test('P006 a crash before the first save loses nothing; logging out leaves nothing in the browser', async () => {
    const profile = await house.newProfile();
    const desk = await openDesk(profile);
    await desk.route('**/graphql', (route) => route.abort());
    await desk.getByLabel('Subject').fill('Almost lost');
    await typeBody(desk, 'Not lost.');
    await desk.getByText('The draft could not be saved yet.').waitFor();
    assert.match(await kept(desk), /Not lost/);
    await desk.close();
    const again = await profile.newPage();
    await again.goto('/messages/new');
    await again.getByText('“Almost lost”').waitFor();
    assert.deepEqual(await axeFindings(again), []);
    await again.getByRole('button', { name: 'Go on with it' }).click();
    await again.getByText('What you had typed is back.').waitFor();
    assert.match(await bodyOf(again).innerText(), /Not lost\./);
    await again.keyboard.type('More');
    await logOut(again);
    await again.getByText('You are logged out.').waitFor();
    assert.equal(await kept(again), '{}');
  });

  test('templates are saved, used, taken back, renamed and deleted', async () => {
    const desk = await openDesk(await house.newProfile());
    await desk.getByLabel('Subject').fill('Monthly news');
    await typeBody(desk, 'Dear [firstName|you], news.');
    await desk.getByRole('button', { name: 'Save as a template' }).click();
    await desk.getByLabel('Name of the template').fill('Monthly');
    await desk.keyboard.press('Enter');
    await desk.getByText('Saved as “Monthly”.').waitFor();
    await desk.getByText('Start from a template').click();
    await desk.getByRole('button', { name: 'Use “Send a login link”' }).click();
    assert.match(await bodyOf(desk).innerText(), /\[loginLink\]/);
    await desk.getByRole('button', { name: 'Put back what was there' }).click();
    assert.match(await bodyOf(desk).innerText(), /^Dear \[firstName\|you\], news\.\s*$/);
    await desk.getByRole('button', { name: 'Rename the template Monthly' }).click();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByLabel('Name of the template').fill('');
    await desk.getByRole('button', { name: 'Save name' }).click();
    await desk.locator('[aria-invalid="true"]').first().waitFor();
    await desk.getByLabel('Name of the template').fill('News');
    await desk.getByRole('button', { name: 'Save name' }).click();
    await desk.getByText('It is called “News” now.').waitFor();
    await typeBody(desk, 'Something else.');
    await desk.getByRole('button', { name: 'Use “News”' }).click();
    assert.equal(await bodyOf(desk).locator('[data-magic-tag]').innerText(), '[firstName|you]');
    await desk.getByRole('button', { name: 'Delete the template News' }).click();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Yes, delete' }).click();
    await desk.getByText('The template is deleted.').waitFor();
    await desk.getByRole('button', { name: 'Use “News”' }).waitFor({ state: 'detached' });
  });

  test('the keyboard alone writes tags, lists and links', async () => {
    const desk = await openDesk();
    const body = bodyOf(desk);
    await body.focus();
    await desk.keyboard.type('Hi [fi');
    await desk.getByRole('option').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    assert.notEqual(await body.getAttribute('aria-activedescendant'), null);
    await desk.keyboard.press('Enter');
    assert.match(await body.innerText(), /^Hi \[firstName\]\s*$/);
    await desk.keyboard.type(' [');
    await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('ArrowUp');
    await desk.keyboard.press('Enter');
    assert.match(await body.innerText(), /^Hi \[firstName\] \[loginLink\]\s*$/);
    // What is written in one go is undone in one go.
    await desk.waitForTimeout(700);
    await desk.keyboard.press('Backspace');
    assert.match(await body.innerText(), /^Hi \[firstName\]\s*$/);
    await desk.keyboard.press('ControlOrMeta+Z');
    assert.match(await body.innerText(), /\[loginLink\]/);
    await desk.keyboard.type(' [');
    await desk.keyboard.press('Escape');
    assert.equal(await desk.getByRole('option').count(), 0);
    await desk.getByRole('button', { name: 'Insert a magic tag' }).press('Enter');
    await desk.getByRole('option', { name: /\[date\]/ }).click();
    await desk.keyboard.press('Enter');
    await desk.keyboard.type('- one');
    await desk.getByRole('button', { name: 'Bold' }).press('Enter');
    await desk.keyboard.type(' bold');
    assert.equal(await body.locator('li strong').innerText(), ' bold');
    await desk.getByRole('button', { name: 'Link', exact: true }).press('Enter');
    await desk.keyboard.type('https://evil.test/?u=[loginLink]');
    await desk.keyboard.press('Enter');
    await desk.getByText('A magic tag can’t stand inside an address.').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByLabel('Link address').fill('example.com/a');
    await desk.keyboard.press('Enter');
    assert.equal(await body.locator('a').getAttribute('href'), 'https://example.com/a');
    assert.equal(new URL(desk.url()).pathname, '/messages/new');
  });

  test('C061 the words of a chip are written where it is chosen, by keyboard or tap', async () => {
    const desk = await openDesk();
    const body = bodyOf(desk);
    await body.focus();
    await desk.keyboard.type('Hi [firstName]');
    const words = desk.getByLabel('Where there is nothing for [firstName], write');
    await desk.keyboard.press('ArrowLeft');
    await words.waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.keyboard.press('Enter');
    await desk.keyboard.type('my ] friend ');
    assert.match(await body.innerText(), /^Hi \[firstName\|my friend\]\s*$/);
    await desk.keyboard.press('Enter');
    await words.waitFor({ state: 'detached' });
    await desk.keyboard.type(', hello');
    assert.match(await body.innerText(), /^Hi \[firstName\|my friend\], hello\s*$/);
    await body.locator('[data-magic-tag]').click();
    assert.equal(await words.inputValue(), 'my friend');
    await words.fill('');
    await desk.keyboard.press('Escape');
    assert.match(await body.innerText(), /^Hi \[firstName\], hello\s*$/);
    await desk.keyboard.type('!');
    await desk.keyboard.press('ControlOrMeta+Z');
    await desk.keyboard.press('ControlOrMeta+Z');
    assert.match(await body.innerText(), /\|my friend\]/);
    assert.equal(new URL(desk.url()).pathname, '/messages/new');
  });

  test('C071 C165 what is pasted is cut down, a list of Word stays one, what is left out is said, live login addresses become the tag, and no rule of the page is broken', async () => {
    const desk = await openDesk();
    const refusals: string[] = [];
    desk.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refusals.push(message.text());
    });
    const address = `${house.server.url}/login/link#${'A'.repeat(22)}`;
    const html = `<b style="font-weight:normal"><p style="color:red">Go <span style="font-weight:700">now</span>:
      ${address} <a href="${address}">or here</a> [ firstname ]<img src="x" onerror="alert(1)"></p></b>
      <p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>One</p>
      <p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>Two</p>`;
    await bodyOf(desk).focus();
    await desk.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData('text/html', pasted);
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, html);
    const body = bodyOf(desk);
    assert.deepEqual(await body.locator('[data-magic-tag]').allInnerTexts(), ['[loginLink]', '[firstName]']);
    assert.equal(await body.locator('a').getAttribute('href'), '[loginLink]');
    assert.equal(await body.locator('strong').innerText(), 'now');
    assert.equal(await body.locator('ul > li > ul > li').innerText(), 'Two');
    await desk.getByText('A picture was left out').first().waitFor();
    assert.equal(await body.locator('img[onerror], [style]').count(), 0);
    await desk.getByLabel('Subject').fill(`Go to ${address}`);
    assert.doesNotMatch(await kept(desk), /A{22}/);
    await desk.getByText(/Draft saved/).waitFor();
    await desk.getByLabel('All active clients').check();
    await desk.getByText(/^What .* gets/).waitFor();
    assert.deepEqual(refusals, []);
  });

  test('C064 a time that clocks skip is said before it is scheduled', async () => {
    const desk = await openDesk(await house.newProfile());
    await desk.getByLabel('All active clients').check();
    await desk.getByLabel('Subject').fill('Spring');
    await typeBody(desk, 'It is spring.');
    await desk.getByLabel('Send later').check();
    await desk.getByLabel('Day and time').fill(`${nextChangeOfClocks(10)}T02:30`);
    await desk.getByText('Clocks there show that time twice that night.').waitFor();
    await desk.getByLabel('Day and time').fill(`${nextChangeOfClocks(3)}T02:30`);
    await desk.getByText(/it goes out at .*03:30 CEST, Europe\/Madrid/).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByLabel('Time zone').selectOption('America/New_York');
    await desk.getByText(/02:30 .*, America\/New York/).waitFor();
    await desk.getByText('On your clock that is').waitFor();
    await desk.getByLabel('Day and time').fill('2020-01-01T09:00');
    await desk.getByText('This time has passed.').waitFor();
    // A draft to everybody says so in the list, though it has nobody's name yet.
    await desk.getByText(/Draft saved/).waitFor();
    await desk.goto('/messages');
    await desk.getByRole('row').filter({ hasText: 'Spring' }).getByText('All active clients').waitFor();
  });

  test('C102 no field of the composer invites a password manager; what is missing is said after a try to send', async () => {
    const desk = await openDesk();
    await desk.getByLabel('Send later').check();
    const fields = await desk.evaluate(() =>
      [...document.querySelectorAll('input')].map((field) => [field.type, field.autocomplete, field.name]),
    );
    for (const [type, autocomplete, name] of fields) {
      assert.notEqual(type, 'password');
      assert.notEqual(type, 'email');
      if (type === 'text') assert.equal(autocomplete, 'off');
      assert.doesNotMatch(name ?? '', /user|pass|email|login/);
    }
    await desk.getByLabel('Send later').uncheck();
    await desk.getByRole('button', { name: 'Send', exact: true }).click();
    await desk.getByText('Choose at least one client to write to.').waitFor();
    await desk.getByText('Write a subject:').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByLabel('Add a client').fill('patel');
    await desk.getByRole('button', { name: 'Add Sam Patel' }).click();
    await desk.getByLabel('Add a client').fill('Ruiz');
    await desk.getByRole('button', { name: 'Add Ana Ruiz' }).click();
    await desk.getByLabel('Subject').fill('Hello');
    await typeBody(desk, 'Your way in: [loginLink]');
    const held = desk.locator('.problems', { hasText: 'Sam Patel' });
    await held.getByRole('button', { name: 'Remove Sam Patel' }).click();
    await held.waitFor({ state: 'detached' });
    await desk.getByRole('button', { name: 'Send test mail to me' }).click();
    await desk.getByText(/A test mail is on its way to you/).waitFor();
    const letter = await house.mailbox.next(dana.email, /^Test: Hello/);
    assert.match(letter.text, /\[loginLink\]/);
    assert.doesNotMatch(letter.text + letter.html, /login\/link#/);
  });
});
