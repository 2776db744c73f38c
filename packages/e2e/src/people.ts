/** The demo practice's people, and what they do on a page again and again. */
import type { BrowserContext, Locator, Page } from 'playwright-core';

export const maria = { username: 'maria.k', password: 'paper boats at noon', email: 'maria@example.com' };
export const bo = { username: 'bo.l', password: 'seven slow trams', email: 'bo@example.com' };
export const dana = {
  username: 'dana.coach',
  password: 'northwind harbour lamp',
  email: 'dana@northwind.example.com',
};
export const iris = { username: 'iris.coach', password: 'eastwind harbour lamp' };

/** On any page that shows the login form. */
export async function fillLogin(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
}

export async function logIn(
  profile: BrowserContext,
  { username, password }: { username: string; password: string },
): Promise<Page> {
  const page = await profile.newPage();
  await page.goto('/login');
  await fillLogin(page, username, password);
  await page.getByRole('heading', { name: /^(My Account|Clients)$/, level: 1 }).waitFor();
  return page;
}

/** A coach's own name, under which what is theirs can be opened on every page. */
export function personMenu(page: Page): Locator {
  return page.getByRole('button', { name: /\bCoach$/ });
}

/** Clients have the button in sight, coaches have it in the menu of their name. */
export async function logOut(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Log out' });
  await button.or(personMenu(page)).waitFor();
  if (!(await button.isVisible())) await personMenu(page).click();
  await button.click();
}

/** From the login page to the calm page that says a login link is on its way. */
export async function askForLink(page: Page, username: string): Promise<void> {
  await page.goto('/login');
  await page.getByRole('link', { name: 'Forgot your username or password?' }).click();
  await page.getByText('My password', { exact: true }).click();
  await page.getByLabel('Your username').fill(username);
  await page.getByRole('button', { name: 'Mail me a login link' }).click();
  await page.getByRole('heading', { name: 'Check your email' }).waitFor();
}

export async function setPassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Set new password' }).click();
  await page.getByText('Your new password is set').waitFor();
}

/** From the coach's list to the page of one. */
/** Sets what a client may do, on their page. */
export async function setAccess(desk: Page, name: 'Active' | 'May look' | 'Closed'): Promise<void> {
  const confirm = { Active: 'Make active', 'May look': 'Let them look only', Closed: 'Close access' }[name];
  await desk.getByRole('radio', { name }).check();
  await desk.getByRole('button', { name: confirm }).click();
}

export async function openClient(desk: Page, name: string): Promise<void> {
  await desk.goto('/clients');
  await clientRow(desk, name).getByRole('rowheader').getByRole('link').click();
  await desk.getByRole('heading', { name, level: 1 }).waitFor();
}

/** Of the coach's list. */
export function clientRow(desk: Page, name: string): Locator {
  return desk.getByRole('row').filter({ has: desk.getByRole('rowheader', { name }) });
}

/** From the coach's list to the form for one more. */
export async function addOneClient(desk: Page): Promise<void> {
  await desk.goto('/clients');
  await desk.getByRole('button', { name: 'Add clients' }).click();
  await desk.getByRole('link', { name: 'One client' }).click();
  await desk.getByRole('heading', { name: 'Add a client', level: 1 }).waitFor();
}

/** The text of the message that is being written. */
export function bodyOf(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Message', exact: true });
}

/** Key by key, as a person: what the editor offers is refused at the end of each tag. */
export async function typeBody(page: Page, text: string): Promise<void> {
  await bodyOf(page).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}
