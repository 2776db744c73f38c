import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { linkOf } from '../../mailbox.ts';
import { askForLink, bo, dana, fillLogin, logIn, maria, openClient } from '../../people.ts';

test.describe('Changes of what opens an account', () => {
  const house = useHouse();

  const freshPage = async () => (await house.newProfile()).newPage();

  test('J6 a coach proposes a new address, the client logs in by password and confirms, and the next link arrives there', async () => {
    const email = 'maria.new@client.test';
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'light' }), dana);
    await openClient(desk, 'Maria Keller');
    await desk.getByText('Edit details', { exact: true }).click();
    await desk.getByLabel('Email address', { exact: true }).fill(email);
    await desk.getByRole('button', { name: 'Save details' }).click();
    await desk.getByText('New address proposed').waitFor();
    assert.deepEqual(await axeFindings(desk), []);

    const notice = await house.mailbox.next(maria.email, /proposed for you/);
    assert.match(notice.text, /Dana Okafor proposes another email address/);
    const link = linkOf(await house.mailbox.next(email, /confirm your new email address/));

    await desk.goto(link);
    await desk.getByText('You are logged in as a coach.').waitFor();
    assert.deepEqual(await axeFindings(desk), []);

    const phone = await freshPage();
    await phone.goto(link);
    await phone.getByRole('heading', { name: 'Use this email address from now on?' }).waitFor();
    assert.equal(new URL(phone.url()).hash, '');
    await phone.getByText('m•••@example.com').waitFor();
    assert.deepEqual(await axeFindings(phone), []);
    await phone.getByRole('button', { name: 'Log in and go on' }).click();
    await phone.getByText('Log in, and you can confirm the new address.').waitFor();
    await phone.reload();
    await fillLogin(phone, maria.username, maria.password);
    await phone.getByRole('button', { name: 'Confirm the new address' }).waitFor();
    assert.deepEqual(await axeFindings(phone), []);
    await phone.getByRole('button', { name: 'Confirm the new address' }).click();
    await phone.getByText(`From now on everything goes to ${email}.`).waitFor();
    assert.deepEqual(await axeFindings(phone), []);
    await phone.getByRole('button', { name: 'Go to My Account' }).click();
    await phone.getByRole('heading', { name: 'My Account' }).waitFor();
    await house.mailbox.next(maria.email, /email address was changed/);

    const other = await freshPage();
    await other.goto(link);
    await other.getByRole('heading', { name: 'This address has been confirmed' }).waitFor();
    await askForLink(other, maria.username);
    await house.mailbox.next(email, /your login link/);
  });

  test('an own change waits on My Account, and is stopped from the old address without a login', async () => {
    const email = 'bo.new@client.test';
    const page = await logIn(await house.newProfile({ width: widths.phone, scheme: 'dark' }), bo);
    await page.getByRole('link', { name: 'Email address' }).click();
    await page.getByLabel('New email address').fill(email);
    await page.getByRole('button', { name: 'Change address' }).click();
    await page.getByText(`${email} waits for your confirmation`).waitFor();
    assert.deepEqual(await axeFindings(page), []);

    const stranger = await freshPage();
    await stranger.goto(linkOf(await house.mailbox.next(bo.email, /new email address was asked for/)));
    await stranger.getByRole('heading', { name: 'Stop the change of this email address?' }).waitFor();
    assert.equal(new URL(stranger.url()).hash, '');
    assert.deepEqual(await axeFindings(stranger), []);
    await stranger.getByRole('button', { name: 'Stop it' }).click();
    await stranger.getByRole('heading', { name: 'The change is off' }).waitFor();
    assert.deepEqual(await axeFindings(stranger), []);

    await page.goto(linkOf(await house.mailbox.next(email, /confirm/)));
    await page.getByRole('heading', { name: 'This change was stopped' }).waitFor();
    assert.deepEqual(await axeFindings(page), []);
  });

  test('a link that arrived incomplete is pasted anew', async () => {
    const page = await freshPage();
    for (const path of ['/account/email', '/stop']) {
      await page.goto(path);
      await page.getByRole('heading', { name: 'This link arrived incomplete' }).waitFor();
      assert.deepEqual(await axeFindings(page), []);
      await page.getByLabel('The link from the mail').fill(`http://localhost${path}#${'A'.repeat(22)}`);
      await page.getByRole('button', { name: 'Open this link' }).click();
      await page.getByRole('heading', { name: /doesn’t work any more|stops nothing any more/ }).waitFor();
    }
  });

  test('J6 a fresh start is explained before it is asked for; a living session stops it by one click, the old address by a link', async () => {
    const tab = await logIn(await house.newProfile(), bo);
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'dark' }), dana);
    const ask = async (name: string, email: string) => {
      await openClient(desk, name);
      await desk.getByText('Start over, or delete').click();
      await desk.getByText('Start over …', { exact: true }).click();
      await desk.getByLabel('New email address').fill(dana.email);
      await desk.getByRole('button', { name: 'Go on' }).click();
      await desk.getByRole('button', { name: 'Yes, start over' }).click();
      await desk.getByText('never goes to an address of a coach').waitFor();
      assert.deepEqual(await axeFindings(desk), []);
      await desk.getByLabel('New email address').fill(email);
      await desk.getByRole('button', { name: 'Go on' }).click();
      await desk.getByText(`with the invitation going to ${email} in 7 days?`).waitFor();
      assert.deepEqual(await axeFindings(desk), []);
      await desk.getByRole('button', { name: 'Yes, start over' }).click();
      await desk.getByText('A fresh start waits').waitFor();
      assert.deepEqual(await axeFindings(desk), []);
    };
    await ask('Lind', 'bo.anew@client.test');
    await tab.reload();
    await tab.getByText('A fresh start of your account was asked for').waitFor();
    assert.deepEqual(await axeFindings(tab), []);
    await tab.getByRole('button', { name: 'Stop the fresh start' }).click();
    await tab.getByText('A fresh start of your account was asked for').waitFor({ state: 'detached' });
    await house.mailbox.next(bo.email, /fresh start of your account was stopped/);

    await ask('Ana Ruiz', 'ana.anew@client.test');
    const stranger = await freshPage();
    await stranger.goto(linkOf(await house.mailbox.next('ruiz.family@example.com', /is to start over/)));
    await stranger.getByRole('heading', { name: 'Stop the fresh start of this account?' }).waitFor();
    await stranger.getByText('Dana Okafor').waitFor();
    assert.deepEqual(await axeFindings(stranger), []);
    await stranger.getByRole('button', { name: 'Stop it' }).click();
    await stranger.getByRole('heading', { name: 'The fresh start is off' }).waitFor();
    await desk.reload();
    await desk.getByText('Start over, or delete').click();
    await desk.getByText('Start over …', { exact: true }).waitFor();
  });

  test('J7 a proposal that is opened long after the login asks for the password, or mails a login link', async () => {
    const email = 'bo.proposed@client.test';
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'light' }), dana);
    await openClient(desk, 'Lind');
    await desk.getByText('Edit details', { exact: true }).click();
    await desk.getByLabel('Email address', { exact: true }).fill(email);
    await desk.getByRole('button', { name: 'Save details' }).click();
    await desk.getByText('New address proposed').waitFor();

    const page = await logIn(await house.newProfile({ width: widths.phone, scheme: 'dark' }), bo);
    await page.goto(linkOf(await house.mailbox.next(email, /confirm/)));
    // What the server answers fifteen minutes after the login, for which no journey waits.
    await page.route('**/graphql', async (route) => {
      const sent = route.request().postData() ?? '';
      if (!sent.includes('"currentPassword":null')) return route.continue();
      const confirmEmailChange = { __typename: 'CurrentPasswordWrong', message: '' };
      return route.fulfill({ json: { data: { confirmEmailChange } } });
    });
    await page.getByRole('button', { name: 'Confirm the new address' }).click();
    await page.getByText('Type your current password to confirm it.').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.getByRole('button', { name: 'Forgot it? Mail me a login link' }).click();
    await page.getByText(`A login link is on its way to ${bo.email}.`).waitFor();
    await house.mailbox.next(bo.email, /your login link/);
    await page.getByRole('button', { name: 'Confirm the new address' }).click();
    await page.getByText('Type your current password.', { exact: true }).waitFor();
    await page.getByLabel('Current password').fill(bo.password);
    await page.getByRole('button', { name: 'Confirm the new address' }).click();
    await page.getByText(`From now on everything goes to ${email}.`).waitFor();
  });
});
