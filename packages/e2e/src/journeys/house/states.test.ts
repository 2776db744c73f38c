import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { askedOperation } from '../../asked-operation.ts';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { bodyOf, dana, logIn, maria, openClient, typeBody } from '../../people.ts';

const wide = { width: widths.desktop, scheme: 'light' } as const;
const noor = 'noor+coaching@example.com';

test.describe('States that a coach and a client meet now and then', () => {
  const house = useHouse();

  async function invitation(): Promise<string> {
    const { text } = await house.mailbox.next(noor, /invitation/);
    const link = /^http\S+\/welcome#[\w-]{22}$/m.exec(text)?.[0];
    assert.ok(link);
    return link;
  }

  test('an invitation is mailed again and the earlier one stays good; one that is none offers a fresh one', async () => {
    const desk = await logIn(await house.newProfile(wide), dana);
    await openClient(desk, 'Noor Haddad');
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Mail an invitation' }).click();
    await desk.getByText('An invitation goes to Noor Haddad').waitFor();
    const first = await invitation();
    await desk.reload();
    await desk.getByRole('button', { name: 'Mail the invitation again' }).click();
    await desk.getByText('An invitation goes to Noor Haddad').waitFor();
    const link = await invitation();

    const phone = await (await house.newProfile()).newPage();
    await phone.goto('/welcome');
    await phone.getByRole('heading', { name: 'This invitation arrived incomplete' }).waitFor();
    assert.deepEqual(await axeFindings(phone), []);
    await phone.goto(first);
    await phone.getByRole('heading', { name: 'Welcome, Noor H. at Northwind Coaching' }).waitFor();
    await phone.goto(`/welcome#${'A'.repeat(22)}`);
    await phone.getByRole('heading', { name: 'This invitation doesn’t work any more' }).waitFor();
    assert.deepEqual(await axeFindings(phone), []);
    await phone.getByRole('button', { name: 'Mail me a fresh invitation' }).click();
    await phone.getByRole('heading', { name: 'Check your email' }).waitFor();
    assert.deepEqual(await axeFindings(phone), []);

    // Where the coach is logged in nothing opens, the page says why, and the client hears of it.
    const lent = await desk.context().newPage();
    await lent.goto(link);
    await lent
      .getByRole('heading', { name: 'This invitation belongs to a client of your practice' })
      .waitFor();
    assert.equal(await lent.getByText('doesn’t work any more').count(), 0);
    assert.equal(await lent.getByLabel('Username').count(), 0);
    assert.deepEqual(await axeFindings(lent), []);
    await lent.getByRole('button', { name: 'Go to My Account' }).click();
    await lent.getByRole('heading', { name: 'My Account' }).waitFor();
    await house.mailbox.next(noor, /your invitation was opened by your coach/);

    // Where somebody else is logged in the page names both and asks; staying uses nothing up.
    const shared = await house.newProfile();
    const other = await logIn(shared, maria);
    const page = await shared.newPage();
    await page.goto(link);
    await page.getByRole('heading', { name: 'Someone else is logged in here' }).waitFor();
    await page.getByText('The invitation you opened is for Noor H. at Northwind Coaching.').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.getByRole('button', { name: 'Stay logged in as Maria K. at Northwind Coaching' }).click();
    await page.getByText(maria.username, { exact: true }).first().waitFor();
    await page.goto(link);
    await page.getByRole('button', { name: 'Go on as Noor H. at Northwind Coaching' }).click();
    await page.getByRole('heading', { name: /^Welcome, Noor H\./ }).waitFor();
    await page.getByText('This invitation is from Dana Okafor.').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.getByLabel('Username').fill('noor.new');
    await page.getByLabel('Password', { exact: true }).fill('eleven quiet tin umbrellas');
    await page.getByRole('button', { name: 'Come in' }).click();
    await page.getByRole('heading', { name: 'My Account' }).waitFor();
    await page.getByText('noor.new', { exact: true }).first().waitFor();
    await other.bringToFront();
    await other.reload();
    await other.getByText('noor.new', { exact: true }).first().waitFor();
  });

  test('deactivated clients say what they may', async () => {
    const desk = await logIn(await house.newProfile(), dana);
    await openClient(desk, 'Sam Patel');
    await desk.getByRole('radio', { name: 'Closed', checked: true }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    assert.equal(await desk.getByRole('button', { name: 'Send login link' }).count(), 0);
    await openClient(desk, 'Li Wen');
    await desk.getByRole('radio', { name: 'May look', checked: true }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
  });

  test('where fresh starts are switched off the page of a client says so, and offers none', async () => {
    const desk = await logIn(await house.newProfile(), dana);
    await desk.route('**/graphql', async (route) => {
      if (askedOperation(route.request()) !== 'Me') return route.continue();
      const response = await route.fetch();
      const json = (await response.json()) as { data: { me: { practice: object } } };
      Object.assign(json.data.me.practice, { freshStartsAllowed: false });
      return route.fulfill({ response, json });
    });
    await openClient(desk, 'Ana Ruiz');
    await desk.getByText('Start over, or delete').click();
    await desk.getByText('Fresh starts are switched off at your practice.').waitFor();
    assert.equal(await desk.getByText('Start over …', { exact: true }).count(), 0);
    assert.deepEqual(await axeFindings(desk), []);
  });

  test('what was held back says why, and goes out once the reason is gone', async () => {
    const desk = await logIn(await house.newProfile(wide), dana);
    await desk.goto('/messages/new');
    await bodyOf(desk).waitFor();
    await desk.getByLabel('Add a client').fill('patel');
    await desk.getByRole('button', { name: 'Add Sam Patel' }).click();
    await desk.getByLabel('Subject').fill('Welcome back');
    await typeBody(desk, 'Your way in: [loginLink]');
    await desk.getByRole('button', { name: 'Send to 1 client' }).click();
    await desk.getByText('Until then you can stop it.').waitFor();
    await desk.getByText('Held back', { exact: false }).first().waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    const message = desk.url();
    await openClient(desk, 'Sam Patel');
    await desk.getByRole('button', { name: 'Reactivate', exact: true }).first().click();
    await desk.getByText('Active again.').waitFor();
    await desk.goto(message);
    await desk.getByRole('button', { name: 'Try again for Sam Patel' }).click();
    await desk.getByText('It goes out to Sam Patel again.').waitFor();
    assert.match((await house.mailbox.next('sam@example.com', /Welcome back/)).text, /login\/link#/);
    assert.deepEqual(await axeFindings(desk), []);
  });
});
