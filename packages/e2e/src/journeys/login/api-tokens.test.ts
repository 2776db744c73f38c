import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { axeFindings } from '../../axe.ts';
import { useHouse } from '../../house.ts';
import { dana, logIn, maria, setPassword } from '../../people.ts';

test.describe('API tokens', () => {
  const house = useHouse();

  /** What a program with this token gets. */
  async function asProgram(token: string, query: string) {
    const response = await fetch(`${house.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, text: await response.text() };
  }

  test('a coach makes a token, a program uses it for what it is for, and the coach revokes it', async () => {
    const page = await logIn(await house.newProfile(), dana);
    await page.goto('/account');
    await page.getByRole('link', { name: 'API tokens' }).click();
    await page.getByRole('button', { name: 'Make a token' }).click();
    await page.getByRole('button', { name: 'Make a token' }).click();
    await page.getByText('Give it a name.').waitFor();
    await page.getByText('Choose at least one.').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.getByLabel('What is it for?').fill('Monday reminders');
    await page.getByLabel('Read clients').check();
    await page.getByRole('button', { name: 'Make a token' }).click();
    await page.getByText('Monday reminders is ready').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    const token = await page.locator('code').innerText();
    const roster = await asProgram(token, '{ clients { nodes { email } } }');
    assert.match(roster.text, /maria@example\.com/);
    assert.match((await asProgram(token, '{ me { username } }')).text, /FORBIDDEN/);

    await page.getByRole('button', { name: 'I have copied it' }).click();
    assert.equal(await page.getByText(token).count(), 0);
    await page.reload();
    await page.getByRole('link', { name: 'API tokens' }).click();
    await page.getByRole('heading', { name: 'Monday reminders' }).waitFor();
    assert.equal(await page.getByText(token).count(), 0);
    await page.getByRole('button', { name: 'Revoke the token Monday reminders' }).click();
    assert.deepEqual(await axeFindings(page), []);
    await page.getByRole('button', { name: 'Revoke it' }).click();
    await page.getByText('Monday reminders is revoked.').waitFor();
    assert.equal((await asProgram(token, '{ clients { totalCount } }')).status, 401);
  });

  test('a new password ends the tokens, unless their box is cleared', async () => {
    const page = await logIn(await house.newProfile(), maria);
    await page.getByRole('link', { name: 'API tokens' }).click();
    await page.getByRole('button', { name: 'Make a token' }).click();
    await page.getByLabel('What is it for?').fill('My calendar');
    await page.getByLabel('Read my account').check();
    await page.getByRole('button', { name: 'Make a token' }).click();
    const token = await page.locator('code').innerText();
    assert.equal(await page.getByLabel('Read clients').count(), 0);
    const end = page.getByLabel('End my API tokens as well');
    assert.equal(await end.isChecked(), true);

    await end.uncheck();
    await page.getByLabel('Current password').fill(maria.password);
    await setPassword(page, 'lanterns over quiet water');
    assert.equal((await asProgram(token, '{ me { username } }')).status, 200);

    await end.check();
    await page.getByLabel('Current password').fill('lanterns over quiet water');
    await page.getByLabel('New password', { exact: true }).fill('lanterns under quiet water');
    await page.getByRole('button', { name: 'Set new password' }).click();
    await end.waitFor({ state: 'detached' });
    assert.equal((await asProgram(token, '{ me { username } }')).status, 401);
  });
});
