import assert from 'node:assert/strict';
import { test, type BrowserContext, type Page } from '@playwright/test';
import { axeFindings } from '../../axe.ts';
import type { Look } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { linkOf } from '../../mailbox.ts';
import { askForLink, bo, dana, fillLogin, logIn, maria } from '../../people.ts';

const noor = {
  email: 'noor+coaching@example.com',
  username: 'noor.anew',
  password: 'eleven quiet tin umbrellas',
};
const contact = 'help@latchstring.example.com';

/** The browser inside a mail app on an iPhone: it has no Safari in its name. */
const mailApp = {
  width: 360,
  scheme: 'light' as const,
  userAgent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
};

test.describe('What stands between a client and the way back in, on a phone', () => {
  const house = useHouse();

  const phone = async (look?: Look) => (await house.newProfile(look)).newPage();
  const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor();

  /** Fits the screen, and axe finds nothing. */
  async function look(page: Page): Promise<void> {
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
    assert.deepEqual(await axeFindings(page), []);
  }

  async function askForUsername(page: Page, email: string): Promise<void> {
    await page.getByText('My username', { exact: true }).click();
    await page.getByLabel('Your email address').fill(email);
    await page.getByRole('button', { name: 'Mail me my username' }).click();
    await heading(page, 'Check your email');
  }

  /** The API as the page of somebody who is logged in uses it. */
  async function ask(profile: BrowserContext, query: string, variables: object): Promise<void> {
    const { url } = house.server;
    const answer = await profile.request.post(`${url}/graphql`, {
      headers: { origin: url },
      data: { query, variables },
    });
    assert.equal(((await answer.json()) as { errors?: unknown }).errors, undefined);
  }

  test('C147 a wrong username: the helper leads to the right one, and does not offer the wrong one again', async () => {
    const page = await phone();
    await askForLink(page, 'maria.kk');
    await look(page);
    await page.getByRole('button', { name: 'Get my username first' }).click();
    await page.getByLabel('Your email address').fill(maria.email);
    await page.getByRole('button', { name: 'Mail me my username' }).click();
    await page.getByRole('heading', { name: 'Got your username?' }).waitFor();
    await look(page);
    assert.match((await house.mailbox.next(maria.email, /your username/)).text, /maria\.k \(/);
    await page.getByRole('button', { name: 'Now get a login link' }).click();
    const box = page.getByLabel('Your username', { exact: true });
    assert.equal(await box.inputValue(), '');
    await look(page);
    // Back brings what was typed where it was typed.
    await page.goBack();
    await page.goBack();
    assert.equal(await page.getByLabel('Your email address').inputValue(), maria.email);
    await page.goForward();
    await page.goForward();
    await box.fill(maria.username);
    await page.getByRole('button', { name: 'Mail me a login link' }).click();
    const link = linkOf(await house.mailbox.next(maria.email, /your login link/));
    await page.goto(link);
    await heading(page, 'My Account');
  });

  test('C148 C153 a lost invitation: the username letter brings it, and tapped again it leads on', async () => {
    const page = await phone();
    await page.goto('/login/help');
    await askForUsername(page, noor.email);
    const letter = await house.mailbox.next(noor.email, /your username/);
    assert.doesNotMatch(letter.text, /forgot/i);
    const link = linkOf(letter);
    await page.goto(link);
    await heading(page, 'Welcome, Noor H. at Northwind Coaching');
    await look(page);
    await page.getByLabel('Username').fill(noor.username);
    await page.getByLabel('Password', { exact: true }).fill(noor.password);
    await page.getByRole('button', { name: 'Come in' }).click();
    await heading(page, 'My Account');

    await page.goto('about:blank');
    await page.goto(link);
    await heading(page, 'You have accepted this invitation already');
    await page.getByText('You are logged in here as Noor H. at Northwind Coaching.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Mail me a fresh invitation' }).count(), 0);
    await look(page);
    await page.getByRole('button', { name: 'Go to My Account' }).click();
    await heading(page, 'My Account');

    const elsewhere = await phone();
    await elsewhere.goto(link);
    await heading(elsewhere, 'You have accepted this invitation already');
    await look(elsewhere);
    await elsewhere.getByRole('link', { name: 'Log in', exact: true }).click();
    await fillLogin(elsewhere, noor.username, noor.password);
    await heading(elsewhere, 'My Account');
  });

  test('C149 PASSWORD_TOO and the password forgotten: letter, offer and panel say whom to write to', async () => {
    const own = await house.newProfile();
    await logIn(own, bo);
    await ask(own, 'mutation { setLoginLinkPolicy(policy: PASSWORD_TOO) { __typename } }', {});
    const page = await phone();
    await askForLink(page, bo.username);
    const letter = await house.mailbox.next(bo.email, /your login link/);
    assert.match(letter.text, /together with your\s+password/);
    assert.match(letter.text, /Write\s+to\s+hello@northwind\.example\.com/);
    const reading = await phone();
    await reading.goto(linkOf(letter));
    await heading(reading, 'Log in as Lind at Northwind Coaching?');
    await reading.getByText(/together with your password\.$/).waitFor();
    const human = reading.getByRole('link', { name: 'hello@northwind.example.com' });
    assert.equal(await human.getAttribute('href'), 'mailto:hello@northwind.example.com');
    await look(reading);
    await reading.getByRole('button', { name: 'Log in', exact: true }).click();
    await heading(reading, 'Your password, too');
    await human.waitFor();
    await look(reading);
    await reading.getByLabel('Password', { exact: true }).fill(bo.password);
    await reading.getByRole('button', { name: 'Log in', exact: true }).click();
    await heading(reading, 'My Account');
  });

  test('C150 no mailbox any more: helper, asked page, dead link and code page name a person, once', async () => {
    const page = await phone();
    const human = () => page.locator('section', { hasText: 'Can’t get into that mailbox any more?' });
    async function namesSomebody(): Promise<void> {
      await human().getByText('Your coach can send you a login link').waitFor();
      const address = human().getByRole('link', { name: contact });
      assert.equal(await address.getAttribute('href'), `mailto:${contact}`);
      // Not at the foot of the page as well.
      assert.equal(await page.getByRole('link', { name: contact }).count(), 1);
      await look(page);
    }
    await page.goto('/login/help');
    await namesSomebody();
    await askForUsername(page, 'nobody@client.test');
    await namesSomebody();
    await page.goto(`/login/link#${'A'.repeat(22)}`);
    await heading(page, 'This login link has run out');
    await namesSomebody();
    await page.goto('/login');
    await page.getByText('Need a person?').getByRole('link', { name: contact }).waitFor();
    await page.getByRole('button', { name: 'Type the login code' }).click();
    await heading(page, 'Type the login code');
    await namesSomebody();
  });

  test('C151 a Spanish page brings a Spanish letter to an English account, with the subject the page names', async () => {
    const page = await phone({ width: 360, scheme: 'light', language: 'es-ES' });
    await page.goto('/login/help');
    await page.getByText('Mi nombre de usuario', { exact: true }).click();
    await page.getByLabel('Tu dirección de correo').fill('ruiz.family@example.com');
    await page.getByRole('button', { name: 'Enviarme mi nombre de usuario' }).click();
    await page.getByText('Contiene «tu nombre de usuario»').waitFor();
    await look(page);
    const letter = await house.mailbox.next('ruiz.family@example.com');
    assert.match(letter.subject, /tu nombre de usuario/);
    assert.match(letter.text, /tiene 2 nombres de\s+usuario/);
  });

  test('C152 C154 a coach’s link offers no code, and once another link was used it says so', async () => {
    const desk = await house.newProfile();
    await logIn(desk, dana);
    const answer = await desk.request.post(`${house.server.url}/graphql`, {
      headers: { origin: house.server.url },
      data: { query: '{ clients(first: 100) { nodes { id email } } }' },
    });
    const { data } = (await answer.json()) as {
      data: { clients: { nodes: { id: string; email: string }[] } };
    };
    const id = data.clients.nodes.find(({ email }) => email === maria.email)?.id ?? '';
    await ask(desk, 'mutation ($input: MessageInput!) { sendMessage(input: $input) { __typename } }', {
      input: {
        subject: 'Your way in',
        body: 'Here: [loginLink]',
        bodyFormat: 'TEXT',
        recipients: { clientIds: [id] },
      },
    });
    const link = linkOf(await house.mailbox.next(maria.email, /Your way in/));
    const page = await phone(mailApp);
    await page.goto(link);
    await page.getByRole('button', { name: 'Copy link' }).waitFor();
    assert.equal(await page.getByText(/login code/).count(), 0);
    await look(page);

    await page.goto('about:blank');
    await page.goto('/login/link');
    await heading(page, 'This link arrived incomplete');
    await page.getByText('messages of your coach have none').waitFor();
    await look(page);

    const asking = await phone();
    await askForLink(asking, maria.username);
    await asking.goto(linkOf(await house.mailbox.next(maria.email, /your login link/)));
    await heading(asking, 'My Account');
    await page.goto(link);
    await heading(page, 'Another link was used, which ended this one');
    await look(page);
  });

  test('C153 who is in already is told so on the login page and on a bookmark of the link page, and led on', async () => {
    const profile = await house.newProfile();
    await logIn(profile, { username: 'ana.ruiz', password: 'green kettle on rails' });
    for (const path of ['/login', '/login/link']) {
      const page = await profile.newPage();
      await page.goto(path);
      await page.getByText('You are logged in here as Ana R. at Northwind Coaching.').waitFor();
      await look(page);
      await page.getByRole('button', { name: 'Go to My Account' }).click();
      await heading(page, 'My Account');
    }
    const stranger = await phone();
    await stranger.goto('/login');
    await stranger.waitForLoadState('networkidle');
    assert.equal(await stranger.getByText('You are logged in here').count(), 0);
  });
});
