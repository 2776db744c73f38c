import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { axeFindings } from '../../axe.ts';
import { useHouse } from '../../house.ts';
import { codeOf, linkOf } from '../../mailbox.ts';
import { askForLink, dana, fillLogin, logIn, logOut, maria, setPassword } from '../../people.ts';
import { listen, type Wiretap } from '../../wiretap.ts';

const newPassword = 'eleven quiet tin umbrellas';

test.describe('The way back in, on a phone', () => {
  const house = useHouse();
  const secrets: string[] = [];
  const taps: Wiretap[] = [];

  const profile = async () => {
    const opened = await house.newProfile();
    taps.push(listen(opened));
    return opened;
  };

  test('J1 a client who forgot username and password gets back in alone, in another browser', async () => {
    const asking = await (await profile()).newPage();
    await asking.goto('/login');
    await asking.getByRole('link', { name: 'Forgot your username or password?' }).click();
    assert.deepEqual(await axeFindings(asking), []);
    await asking.getByText('My username', { exact: true }).click();
    await asking.getByLabel('Your email address').fill('ruiz.family@example.com');
    assert.deepEqual(await axeFindings(asking), []);
    await asking.getByRole('button', { name: 'Mail me my username' }).click();
    await asking.getByRole('heading', { name: 'Check your email' }).waitFor();
    assert.deepEqual(await axeFindings(asking), []);
    const names = await house.mailbox.next('ruiz.family@example.com');
    assert.match(names.text, /ana\.ruiz \(Northwind Coaching\)/);
    assert.match(names.text, /leo\.ruiz \(Northwind Coaching\)/);
    assert.equal((await house.mailbox.letters()).length, 1);

    await askForLink(asking, 'ana.ruiz');
    const letter = await house.mailbox.next('ruiz.family@example.com', /your login link/);
    secrets.push(linkOf(letter).split('#')[1] ?? '', codeOf(letter), codeOf(letter).replace('-', ''));

    const phone = await (await profile()).newPage();
    await phone.goto(linkOf(letter));
    await phone.getByRole('heading', { name: 'Log in as Ana R. at Northwind Coaching?' }).waitFor();
    assert.equal(new URL(phone.url()).hash, '');
    assert.deepEqual(await axeFindings(phone), []);
    await phone.getByRole('button', { name: 'Log in', exact: true }).click();
    await phone.getByRole('heading', { name: 'My Account' }).waitFor();
    await phone.getByText('ana.ruiz', { exact: true }).first().waitFor();
    assert.deepEqual(await axeFindings(phone), []);
    assert.equal(await phone.getByLabel('Current password').count(), 0);
    await setPassword(phone, newPassword);
    assert.deepEqual(await axeFindings(phone), []);
    secrets.push(newPassword);

    await phone.getByRole('button', { name: 'Log out' }).click();
    await phone.getByText('You are logged out.').waitFor();
    await fillLogin(phone, 'ana.ruiz', newPassword);
    await phone.getByRole('heading', { name: 'My Account' }).waitFor();
    for (const cookie of await phone.context().cookies()) secrets.push(cookie.value);
  });

  test('J1 C034 in the very browser that asked, the link goes on by itself', async () => {
    const asking = await profile();
    await askForLink(await asking.newPage(), 'leo.ruiz');
    const letter = await house.mailbox.next('ruiz.family@example.com', /your login link/);
    const fromMail = await asking.newPage();
    await fromMail.goto(linkOf(letter));
    await fromMail.getByRole('heading', { name: 'My Account' }).waitFor();
    await fromMail.getByText('leo.ruiz', { exact: true }).first().waitFor();
    secrets.push(linkOf(letter).split('#')[1] ?? '');
  });

  test('C034 the page that asked offers to type the code from the letter', async () => {
    const page = await (await profile()).newPage();
    await askForLink(page, 'bo.l');
    const letter = await house.mailbox.next('bo@example.com', /your login link/);
    await page.getByText('Type the login code').click();
    assert.equal(await page.getByLabel('Username').inputValue(), 'bo.l');
    await page.getByLabel('Login code').fill(codeOf(letter).toLowerCase().replace('-', ' '));
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await page.getByRole('heading', { name: 'My Account' }).waitFor();
    secrets.push(codeOf(letter), codeOf(letter).replace('-', ''));
  });

  test('J2 a coach gets back in the same way', async () => {
    const asking = await (await profile()).newPage();
    await asking.goto('/login/help');
    await asking.getByText('My username', { exact: true }).click();
    await asking.getByLabel('Your email address').fill(dana.email);
    await asking.getByRole('button', { name: 'Mail me my username' }).click();
    assert.match((await house.mailbox.next(dana.email)).text, /dana\.coach/);
    await askForLink(asking, dana.username);
    const letter = await house.mailbox.next(dana.email, /your login link/);
    const phone = await (await profile()).newPage();
    await phone.goto(linkOf(letter));
    await phone.getByRole('button', { name: 'Log in', exact: true }).click();
    await phone.getByText('dana.coach', { exact: true }).first().waitFor();
    await setPassword(phone, newPassword);
    await logOut(phone);
    await phone.getByText('You are logged out.').waitFor();
    await fillLogin(phone, dana.username, newPassword);
    await phone.getByRole('heading', { name: 'Clients' }).waitFor();
  });

  test('J3 a deactivated client sees the usual page, and reads why in the letter', async () => {
    const page = await (await profile()).newPage();
    await askForLink(page, 'sam.p');
    const letter = await house.mailbox.next('sam@example.com');
    assert.match(letter.text, /deactivated/);
    assert.match(letter.text, /hello@northwind\.example\.com/);
    assert.doesNotMatch(letter.text, /login\/link#/);
    await page.goto('/login');
    await fillLogin(page, 'sam.p', 'quiet tin lighthouse');
    await page.getByText('Your account is deactivated').waitFor();
    assert.deepEqual(await axeFindings(page), []);
  });

  test('J3 a deactivated client with access looks, and changes own credentials only', async () => {
    const asking = await profile();
    await askForLink(await asking.newPage(), 'li.w');
    const page = await (await profile()).newPage();
    await page.goto(linkOf(await house.mailbox.next('li@example.com', /your login link/)));
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await page.getByText('lets you look').waitFor();
    assert.equal(await page.getByLabel('First name').count(), 0);
    await setPassword(page, newPassword);
  });

  test('C050 a session that ended elsewhere is said kindly, and the way back is one page away', async () => {
    const there = await logIn(await profile(), maria);
    await askForLink(await (await profile()).newPage(), maria.username);
    const here = await (await profile()).newPage();
    await here.goto(linkOf(await house.mailbox.next(maria.email, /your login link/)));
    await here.getByRole('button', { name: 'Log in', exact: true }).click();
    await setPassword(here, newPassword);
    await there.reload();
    await there.getByRole('heading', { name: 'Log in' }).waitFor();
    assert.deepEqual(await axeFindings(there), []);
  });

  test('P104 after all this no table, log line, answer or address holds a token, a code or a password', async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { server } = house;
    await server.halt();
    const sent = taps.flatMap(({ urls }) => urls).join('\n');
    const got = taps.flatMap(({ bodies }) => bodies).join('\n');
    const files = filesUnder(join(server.dataDir, 'database')).map((file) => readFileSync(file, 'latin1'));
    const stored = files.join('\n');
    assert.ok(stored.includes('ana.ruiz') && got.includes('ana.ruiz') && server.log().includes('/graphql'));
    assert.ok(secrets.length > 8);
    const ownCookies = secrets.filter((secret) => secret.length === 43);
    for (const secret of secrets) {
      assert.equal(stored.includes(secret), false, `a table holds ${secret}`);
      assert.equal(server.log().includes(secret), false, `a log line holds ${secret}`);
      assert.equal(got.includes(secret), false, `an answer holds ${secret}`);
      if (!ownCookies.includes(secret))
        assert.equal(sent.includes(secret), false, `an address holds ${secret}`);
    }
  });
});

function filesUnder(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
