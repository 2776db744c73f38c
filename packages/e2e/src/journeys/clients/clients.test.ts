import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { addOneClient, dana, fillLogin, logIn, maria, openClient, setAccess } from '../../people.ts';

test.describe('Clients', () => {
  const house = useHouse();

  const email = 'mia@client.test';

  test('a coach adds a client, who accepts the invitation on a phone and comes in', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'light' }), dana);
    await desk.getByRole('link', { name: 'Clients' }).click();
    await desk.getByRole('heading', { name: 'Clients', level: 1 }).waitFor();
    await desk.getByText('Noor Haddad').first().waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await addOneClient(desk);
    await desk.getByLabel('First name').fill('Mia');
    await desk.getByLabel('Last name').fill('Holm');
    await desk.getByLabel('Email address', { exact: true }).fill(email);
    await desk.getByRole('button', { name: 'Add client', exact: true }).click();
    await desk.getByText(`An invitation is on its way to ${email}.`).waitFor();
    assert.deepEqual(await axeFindings(desk), []);

    const invite =
      /^http\S+\/welcome#[\w-]{22}$/m.exec((await house.mailbox.next(email, /invitation/)).text)?.[0] ?? '';
    const phone = await (await house.newProfile()).newPage();
    await phone.goto(invite);
    await phone.getByRole('heading', { name: 'Welcome, Mia H. at Northwind Coaching' }).waitFor();
    assert.equal(new URL(phone.url()).hash, '');
    assert.deepEqual(await axeFindings(phone), []);
    assert.match(await phone.getByLabel('Username').inputValue(), /^[a-z]+\.[a-z]+\.\d{3}$/);
    await phone.getByLabel('Username').fill('mia.h');
    await phone.getByLabel('Password', { exact: true }).fill('eleven quiet tin umbrellas');
    await phone.getByRole('button', { name: 'Come in' }).click();
    await phone.getByRole('heading', { name: 'My Account' }).waitFor();
    await phone.getByText('mia.h', { exact: true }).first().waitFor();

    await openClient(desk, 'Mia Holm');
    assert.equal((await desk.content()).includes('mia.h'), false);
    assert.deepEqual(await axeFindings(desk), []);
  });

  test('an address that is taken is answered with who has it, and nothing typed is lost', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'dark' }), dana);
    await addOneClient(desk);
    await desk.getByLabel('First name').fill('Samuel');
    await desk.getByLabel('Email address', { exact: true }).fill('sam@example.com');
    await desk.getByRole('button', { name: 'Add client', exact: true }).click();
    await desk.getByText('Sam Patel Deactivated', { exact: true }).waitFor();
    assert.equal(await desk.getByLabel('First name').inputValue(), 'Samuel');
    await desk.getByRole('button', { name: 'Reactivate Sam Patel' }).click();
    await desk.getByText('Sam Patel is active again.').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
  });

  test('correcting an address names who has it and in what state, and offers to reactivate them', async () => {
    const desk = await logIn(await house.newProfile(), dana);
    await openClient(desk, 'Noor Haddad');
    await desk.getByText('Edit details', { exact: true }).click();
    await desk.getByLabel('Email address', { exact: true }).fill('li@example.com');
    await desk.getByRole('button', { name: 'Save details' }).click();
    await desk.getByText('Li Wen Deactivated, may look', { exact: true }).waitFor();
    await desk.getByRole('button', { name: 'Use it anyway' }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Reactivate Li Wen' }).click();
    await desk.getByText('Li Wen is active again.').waitFor();
    await desk.getByRole('button', { name: 'Save details' }).click();
    await desk.getByText('Li Wen Active', { exact: true }).waitFor();
    assert.equal(await desk.getByRole('button', { name: 'Reactivate Li Wen' }).count(), 0);
  });

  test('C110 a new address of somebody who has never come in: the form says what ends, and mails the invitation there', async () => {
    const desk = await logIn(await house.newProfile(), dana);
    await openClient(desk, 'Noor Haddad');
    await desk.getByText('Edit details', { exact: true }).click();
    await desk.getByText('An invitation that is on its way stops working then').waitFor();
    const right = 'noor.haddad@client.test';
    await desk.getByLabel('Email address', { exact: true }).fill(right);
    await desk.getByRole('button', { name: 'Save details' }).click();
    await desk.getByText(`nothing has gone to ${right} yet.`).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Mail the invitation', exact: true }).click();
    await desk.getByText(/^An invitation goes to /).waitFor();
    assert.match((await house.mailbox.next(right, /your invitation/)).text, /\/welcome#/);
    // And back again: what is on file now is what the form compares with.
    await desk.getByLabel('Email address', { exact: true }).fill('noor+coaching@example.com');
    await desk.getByRole('button', { name: 'Save details' }).click();
    await desk.getByText('nothing has gone to noor+coaching@example.com yet.').waitFor();
  });

  test('C050 a coach deactivates a client, whose open tab ends with its next request', async () => {
    const tab = await logIn(await house.newProfile(), maria);
    const desk = await logIn(await house.newProfile(), dana);
    await openClient(desk, 'Maria Keller');
    await setAccess(desk, 'Closed');
    await desk.getByText('Access is closed.').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await tab.reload();
    await tab.getByRole('heading', { name: 'Log in' }).waitFor();
    await fillLogin(tab, maria.username, maria.password);
    await tab.getByText('Your account is deactivated').waitFor();
  });

  test('a client finds nothing where coaches have their pages', async () => {
    const page = await logIn(await house.newProfile(), {
      username: 'ana.ruiz',
      password: 'green kettle on rails',
    });
    for (const path of ['/clients', '/messages']) {
      await page.goto(path);
      await page.getByRole('heading', { name: 'This page isn’t here' }).waitFor();
    }
  });
});
