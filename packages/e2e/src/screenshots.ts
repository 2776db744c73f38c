/**
 * Takes a picture of every page on every screen, light and dark, into packages/e2e/screenshots, for looking at:
 * `screenshots [name]...` takes only the named ones.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openProfile, widths } from './browser.ts';
import { linkOf } from './mailbox.ts';
import { bodyOf, typeBody } from './people.ts';
import { mailIn, receivingMail } from './replying.ts';
import { type RunningServer, startServer } from './start-server.ts';
import { totpCode } from './totp-code.ts';

type Picture = {
  name: string;
  path: string;
  as?: 'client' | 'coach';
  prepare?: (page: Page) => Promise<void>;
};

const people = {
  client: { username: 'maria.k', password: 'paper boats at noon' },
  coach: { username: 'dana.coach', password: 'northwind harbour lamp' },
};

const openClient = (name: string) => async (page: Page) => {
  await page.getByRole('rowheader', { name }).getByRole('link').click();
  await page.getByRole('heading', { name: /log in\?$/ }).waitFor();
};

/** Cards of My Account come when somebody comes near them. */
async function openEveryCard(page: Page): Promise<void> {
  for (const link of await page
    .getByRole('navigation', { name: 'More on this page' })
    .getByRole('link')
    .all())
    await link.click();
  await page.getByRole('heading', { name: 'Your data' }).waitFor();
  await page.waitForLoadState('networkidle');
}

/** Opens a page as the app itself does: with something in hand that stands in no address. */
function hand(path: string, state: object) {
  return async (page: Page) => {
    await page.evaluate(([to, what]) => history.replaceState(what, '', to), [path, state] as const);
    await page.reload({ waitUntil: 'networkidle' });
  };
}

const needed = {
  challenge: 'A'.repeat(43),
  methods: ['PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODE'],
  passkeyOptions: '{}',
  expiresAt: new Date(Date.now() + 600_000).toISOString(),
};

async function setUpApp(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Second step' }).click();
  await page.getByRole('button', { name: /^Set up/ }).click();
  await page.getByRole('img', { name: 'QR code' }).waitFor();
}

async function turnOn(page: Page): Promise<void> {
  await setUpApp(page);
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  await page.getByLabel('Six digits from the app').fill(totpCode(secret));
  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
}

async function seePasskeys(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Passkeys' }).click();
  await page.getByRole('button', { name: 'Add a passkey' }).waitFor();
}

const fileOfClients = [
  'First name,Last name,Email address',
  'Ines,Saez,ines@import.test',
  'Maria,Keller,maria@example.com',
  'Tom,Ruiz,ruiz.family@example.com',
  'Pau,Gil,pau at import',
].join('\r\n');

const chooseFile = async (page: Page) => {
  const buffer = Buffer.from(fileOfClients);
  await page
    .getByLabel('File with your clients')
    .setInputFiles({ name: 'clients.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('table', { name: 'Rows of the list' }).waitFor();
};

const pictures: Picture[] = [
  { name: 'login', path: '/login' },
  { name: 'login-help', path: '/login/help' },
  { name: 'login-link-incomplete', path: '/login/link' },
  { name: 'login-link-unknown', path: `/login/link#${'A'.repeat(22)}` },
  { name: 'second-step', path: '/login', prepare: hand('/login/second-step', { needed }) },
  { name: 'second-step-too-late', path: '/login/second-step' },
  {
    name: 'passkey-offer',
    path: '/account',
    as: 'client',
    prepare: hand('/account', { offersPasskey: true }),
  },
  { name: 'account-passkeys', path: '/account', as: 'client', prepare: seePasskeys },
  { name: 'second-step-set-up', path: '/account', as: 'coach', prepare: setUpApp },
  { name: 'second-step-on', path: '/account', as: 'coach', prepare: turnOn },
  { name: 'not-found', path: '/no-such-page' },
  { name: 'account', path: '/account', as: 'client', prepare: openEveryCard },
  { name: 'account-of-a-coach', path: '/account', as: 'coach' },
  { name: 'api-tokens', path: '/account', as: 'coach', prepare: makeToken },
  { name: 'clients', path: '/clients', as: 'coach' },
  { name: 'client', path: '/clients', as: 'coach', prepare: openClient('Noor Haddad') },
  { name: 'client-deactivated', path: '/clients', as: 'coach', prepare: openClient('Sam Patel') },
  { name: 'clients-import', path: '/clients/import', as: 'coach' },
  { name: 'clients-paste', path: '/clients/paste', as: 'coach' },
  { name: 'clients-new', path: '/clients/new', as: 'coach' },
  { name: 'clients-import-preview', path: '/clients/import', as: 'coach', prepare: chooseFile },
  { name: 'messages', path: '/messages', as: 'coach' },
  { name: 'compose', path: '/messages/new', as: 'coach', prepare: writeWithFaults },
  { name: 'message-scheduled', path: '/messages/new', as: 'coach', prepare: scheduleMessage },
  { name: 'welcome-incomplete', path: '/welcome' },
  { name: 'confirm-email-unknown', path: `/account/email#${'A'.repeat(22)}` },
  { name: 'stop-incomplete', path: '/stop' },
  { name: 'mailbox', path: '/dev/mailbox' },
  { name: 'graphiql', path: '/dev/graphiql', as: 'coach' },
];

/** A message to everybody with something to mend, its tag just being chosen. */
async function writeWithFaults(page: Page): Promise<void> {
  await page.getByLabel('All active clients').check();
  await page.getByLabel('Subject').fill('News for [firstName]');
  await typeBody(page, 'Hi [firstName], your way in: [loginlnk]. ');
  await page.getByText('Draft saved').waitFor();
  await page.getByText('To mend:').waitFor();
  await bodyOf(page).press('[');
  await page.getByRole('listbox').waitFor();
}

/** A message that goes out on the clocks of another place. */
async function scheduleMessage(page: Page): Promise<void> {
  await page.getByLabel('Add a client').fill('ruiz');
  await page.getByRole('button', { name: 'Add Ana Ruiz' }).click();
  await page.getByLabel('Subject').fill('Winter plans');
  await typeBody(page, 'It will snow. ');
  await page.getByLabel('Send later').check();
  await page.getByLabel('Day and time').fill('2027-12-01T09:00');
  await page.getByLabel('Time zone').selectOption('America/New_York');
  await page.getByRole('button', { name: 'Schedule' }).click();
  await page.getByRole('button', { name: 'Cancel sending' }).waitFor();
}

const directory = join(import.meta.dirname, '../screenshots');

/** A token just made, shown its one time. */
async function makeToken(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'API tokens' }).click();
  await page.getByRole('button', { name: 'Make a token' }).click();
  await page.getByLabel('What is it for?').fill('Monday reminders');
  await page.getByLabel('Read clients').check();
  await page.getByLabel('Send messages').check();
  await page.getByRole('button', { name: 'Make a token' }).click();
  await page.getByText('Monday reminders is ready').waitFor();
  await page.getByRole('button', { name: 'I have copied it' }).focus();
}

/** A session per person, opened once: logging in for each picture would run into the throttle. */
async function logIn(browser: Browser, url: string, { username, password }: typeof people.client) {
  const profile = await openProfile(browser, url);
  const page = await profile.newPage();
  await page.goto('/login');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/(account|clients)$/);
  const { cookies } = await profile.storageState();
  await profile.close();
  return cookies;
}

/** A login link that is good and stays so: a look at its page spends nothing. */
async function goodLink(server: RunningServer): Promise<string> {
  const query = 'mutation ($username: String!) { requestLoginLink(username: $username) { __typename } }';
  await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ query, variables: { username: people.client.username } }),
  });
  return new URL(linkOf(await server.mailbox.next('maria@example.com'))).href.slice(server.url.length);
}

/** A message to Maria that she answered twice. */
async function answeredMessage(server: RunningServer, browser: Browser, cookies: Cookies): Promise<string> {
  const profile = await openProfile(browser, server.url);
  await profile.addCookies(cookies);
  const page = await profile.newPage();
  await page.goto('/clients');
  await page.getByRole('rowheader', { name: 'Maria Keller' }).getByRole('link').click();
  await page.getByRole('button', { name: 'Edit first' }).click();
  await page.getByText('What Maria Keller gets').waitFor();
  await page.getByRole('button', { name: 'Send to 1 client' }).click();
  await page.waitForURL(/\/messages\/[0-9a-f-]{36}$/);
  const { replyTo } = await server.mailbox.next('maria@example.com');
  const text = 'Thank you, that worked!\nShall we say Thursday at ten?\n\nMaria';
  await mailIn(server.url, replyTo ?? '', 'maria@example.com', text, {
    attachments: ['my notes.pdf', 'week.png'],
  });
  await mailIn(server.url, replyTo ?? '', 'phone@example.com', 'On the other phone it says [loginLink]?');
  await profile.close();
  return new URL(page.url()).pathname;
}

type Cookies = Awaited<ReturnType<typeof logIn>>;

const server = await startServer(receivingMail);
const browser = await launchBrowser();
try {
  await mkdir(directory, { recursive: true });
  const cookies = {
    client: await logIn(browser, server.url, people.client),
    coach: await logIn(browser, server.url, people.coach),
  };
  pictures.push({ name: 'login-link', path: await goodLink(server) });
  const path = await answeredMessage(server, browser, cookies.coach);
  pictures.push({ name: 'message-with-replies', path, as: 'coach' });

  const wanted = process.argv.slice(2);
  const chosen = pictures.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const width of Object.values(widths)) {
    for (const scheme of ['light', 'dark'] as const) {
      for (const { name, path, as, prepare } of chosen) {
        const profile = await openProfile(browser, server.url, { width, scheme });
        if (as) await profile.addCookies(cookies[as]);
        const page = await profile.newPage();
        await page.goto(path, { waitUntil: 'networkidle' });
        await prepare?.(page);
        await page.screenshot({
          path: join(directory, `${name}-${String(width)}-${scheme}.png`),
          fullPage: true,
        });
        await profile.close();
      }
    }
  }
  console.log(`${String(chosen.length * 6)} pictures in ${directory}`);
} finally {
  await browser.close();
  await server.stop();
}
