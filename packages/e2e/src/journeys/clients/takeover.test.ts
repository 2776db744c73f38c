import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { type Letter, linkOf } from '../../mailbox.ts';
import { dana, fillLogin, logIn, maria, openClient, setAccess, typeBody } from '../../people.ts';
import { mailIn, receivingMail } from '../../replying.ts';
import { listen } from '../../wiretap.ts';

/** Another mailbox of the coach's own. */
const mine = 'dana+m@northwind.example.com';
const wholeOf = ({ subject, text, html }: Letter) => subject + text + html;

test.describe('A coach who wants to be their client', () => {
  const house = useHouse(receivingMail);

  async function openMaria(desk: Page): Promise<void> {
    await openClient(desk, 'Maria Keller');
  }

  test('J7 no way leads in: an own address, the login helper, an invitation, deactivating, copies, test mails, replies, the link itself', async () => {
    const profile = await house.newProfile({ width: widths.desktop, scheme: 'light' });
    const tap = listen(profile);
    const desk = await logIn(profile, dana);

    // An address of one's own is only a proposal, of which the client hears at the address on file.
    await openMaria(desk);
    await desk.getByText('Edit details', { exact: true }).click();
    await desk.getByLabel('Email address', { exact: true }).fill(mine);
    await desk.getByRole('button', { name: 'Save details' }).click();
    await desk.getByText('New address proposed').waitFor();
    await desk.getByText(mine).first().waitFor();
    await house.mailbox.next(maria.email, /proposed for you/);
    const confirmation = linkOf(await house.mailbox.next(mine, /confirm your new email address/));
    const outside = await (await house.newProfile()).newPage();
    await outside.goto(confirmation);
    await outside.getByRole('button', { name: 'Log in and go on' }).click();
    await outside.getByText('Log in, and you can confirm the new address.').waitFor();
    await fillLogin(outside, dana.username, dana.password);
    await outside.getByText('You are logged in as a coach.').waitFor();
    assert.equal(await outside.getByRole('button', { name: 'Confirm the new address' }).count(), 0);

    // The login helper mails no username to an address that only was proposed.
    const stranger = await (await house.newProfile()).newPage();
    await stranger.goto('/login/help');
    await stranger.getByText('My username', { exact: true }).click();
    await stranger.getByLabel('Your email address').fill(mine);
    await stranger.getByRole('button', { name: 'Mail me my username' }).click();
    await stranger.getByRole('heading', { name: 'Check your email' }).waitFor();
    const answer = await house.mailbox.next(mine);
    assert.equal(wholeOf(answer).includes(maria.username), false);

    // While the proposal waits, no message of the coach's may hold a link to this client.
    await openMaria(desk);
    assert.equal(await desk.getByRole('button', { name: 'Mail the invitation again' }).count(), 0);
    assert.equal(await desk.getByRole('button', { name: 'Send login link' }).count(), 0);
    await desk.getByRole('button', { name: 'Write a message' }).click();
    await desk.getByLabel('Subject').fill('Your way in');
    await typeBody(desk, '[loginLink]');
    await desk.getByRole('button', { name: 'Send to 1 client' }).click();
    await desk.getByText('Nothing was sent.').waitFor();
    assert.deepEqual(await axeFindings(desk), []);

    // Deactivating and opening the account again changes no address: the proposal ends instead.
    await openMaria(desk);
    await setAccess(desk, 'May look');
    await desk.getByText('They may log in and look.').waitFor();
    await setAccess(desk, 'Active');
    await desk.getByText('Active again.').waitFor();
    await stranger.goto(confirmation);
    await stranger.getByRole('heading', { name: 'This change was withdrawn' }).waitFor();

    // Copy, preview and test mail keep the tag; the letter itself goes to the address on file alone.
    await openMaria(desk);
    assert.equal(await desk.getByText('New address proposed').count(), 0);
    await desk.getByRole('button', { name: 'Edit first' }).click();
    await desk.getByText('What Maria Keller gets').waitFor();
    await desk.getByLabel('Copy to me').check();
    await desk.getByRole('button', { name: 'Send test mail to me' }).click();
    await desk.getByText('A test mail is on its way to you').waitFor();
    const trial = await house.mailbox.next(dana.email);
    await desk.getByRole('button', { name: 'Send to 1 client' }).click();
    const letter = await house.mailbox.next(maria.email, /login link/);
    const copy = await house.mailbox.next(dana.email);
    for (const own of [trial, copy]) {
      assert.match(own.text, /\[loginLink\]/);
      assert.doesNotMatch(wholeOf(own), /login\/link#/);
    }

    // A client who sends the whole letter back gives nothing away.
    const token = linkOf(letter).split('#')[1] ?? 'none';
    const reply = `Is this it? ${linkOf(letter)}\n\nOn Monday Dana wrote:\n${letter.text.replace(/^/gm, '> ')}`;
    assert.equal(await mailIn(house.server.url, letter.replyTo ?? '', maria.email, reply), 200);
    const told = await house.mailbox.next(dana.email, /replied/);
    assert.equal(wholeOf(told).includes(token), false);
    await desk.reload();
    await desk.getByText('Is this it? [loginLink]').waitFor();

    // A coach who got hold of the link all the same can't use it while logged in, and the client hears of it.
    const lent = await profile.newPage();
    await lent.goto(linkOf(letter));
    await lent.getByRole('heading', { name: 'This link belongs to one of your clients' }).waitFor();
    await house.mailbox.next(maria.email, /opened/);

    const phone = await logIn(await house.newProfile(), maria);
    await phone.getByRole('link', { name: 'Access diary' }).click();
    for (const act of [
      'A new email address was proposed for you',
      'The change of your email address was stopped',
      'A login link or invitation of yours was opened where your coach is logged in; it was not used',
      'Your account was deactivated',
      'Your account was opened again',
    ])
      await phone.getByText(act, { exact: true }).first().waitFor();
    await phone.getByText(maria.email).first().waitFor();
    assert.equal((await phone.content()).includes(mine), false);

    // All that the coach's browser ever got, but for the link they typed themselves.
    assert.ok(tap.bodies.length > 20);
    for (const text of [...tap.bodies, ...tap.urls]) {
      assert.equal(text.includes(maria.username), false);
      assert.equal(text.includes(token), false);
    }
    for (const own of (await house.mailbox.letters()).filter(({ to }) => !to.includes(maria.email)))
      assert.equal(wholeOf(own).includes(maria.username), false);
  });
});
