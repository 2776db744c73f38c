import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { axeFindings } from '../../axe.ts';
import { useHouse } from '../../house.ts';
import { dana, logIn } from '../../people.ts';
import { totpCode } from '../../totp-code.ts';

/** Turns the second step on; the recovery codes. */
async function turnOn(page: Page): Promise<string[]> {
  await page.getByRole('link', { name: 'Second step' }).click();
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  await page.getByLabel('Six digits from the app').fill(totpCode(secret));
  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
  return page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).allInnerTexts();
}

/** What is asked for in the place of the form; passed, the form goes on by itself. */
async function passStep(page: Page, code: string): Promise<void> {
  await page.getByRole('heading', { name: 'Your second step first' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole('button', { name: 'Use a recovery code instead' }).click();
  await page.getByLabel('Recovery code').fill(code);
  await page.getByRole('button', { name: 'Go on' }).click();
}

test.describe('A browser that was logged in before the second step was turned on', () => {
  const house = useHouse();

  test('P086 is asked for it before username, address, link policy and data, and then goes on by itself', async () => {
    const enter = async () => {
      const page = await logIn(await house.newProfile(), dana);
      await page.goto('/account');
      return page;
    };
    const [name, address, policy, data] = [await enter(), await enter(), await enter(), await enter()];
    const codes = await turnOn(await enter());

    await name.getByRole('link', { name: 'Change your username', exact: true }).click();
    await name.getByLabel('New username').fill('dana.anew');
    await name.getByRole('button', { name: 'Change username' }).click();
    await passStep(name, codes[0] ?? '');
    await name.getByText('From now on you log in as dana.anew.').waitFor();
    assert.deepEqual(await axeFindings(name), []);

    await address.getByRole('link', { name: 'Email address', exact: true }).click();
    await address.getByLabel('New email address').fill('dana.anew@example.com');
    await address.getByRole('button', { name: 'Change address' }).click();
    await passStep(address, codes[1] ?? '');
    await house.mailbox.next('dana.anew@example.com');

    await policy.getByRole('link', { name: 'Login links', exact: true }).click();
    await policy.getByText('A login link and my password', { exact: true }).click();
    await policy.getByRole('button', { name: 'Save', exact: true }).last().click();
    await passStep(policy, codes[2] ?? '');
    await policy.getByText('Saved. A letter about it is on its way to you.').waitFor();

    await data.getByRole('link', { name: 'Your data', exact: true }).click();
    await data.getByRole('button', { name: 'Download my data' }).click();
    await passStep(data, codes[3] ?? '');
    await data.getByText('Your data is in the file latchstring-my-data-').waitFor();
  });
});
