import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { useHouseAndProvider } from '../../house.ts';
import { linkOf } from '../../mailbox.ts';
import { bo, dana, logIn, openClient, typeBody } from '../../people.ts';

test.describe('A bouncing address', () => {
  const { house, provider } = useHouseAndProvider({ nobodyHas: [bo.email] });

  async function writeToAll(desk: Page, subject: string): Promise<void> {
    await desk.goto('/messages/new');
    await desk.getByLabel('All active clients').check();
    await desk.getByLabel('Subject').fill(subject);
    await typeBody(desk, 'Hi [firstName|there], your way in: [loginLink]');
  }

  test('J5 it is named before the next message goes, and tried again from the client’s page', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'light' }), dana);
    await desk.clock.install();
    await writeToAll(desk, 'News');
    await desk.getByRole('button', { name: /^Send to \d+ clients$/ }).click();
    await desk.getByText('Goes out').first().waitFor();
    await provider.mailbox.next('maria@example.com', /News/);
    await desk.getByText(/^Sent \d/).waitFor();
    // A mail may come back when all are sent: the page looks again by itself.
    await desk.clock.fastForward(20_000);
    await desk.getByRole('row').getByText('Came back').waitFor();
    assert.deepEqual(await axeFindings(desk), []);

    await writeToAll(desk, 'More news');
    const warning = desk.locator('.problems', { hasText: 'Lind has an address that refused our last mail' });
    await warning.waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    // To leave one out of everybody, everybody has to be asked for: without an answer nothing changes, and it says so.
    await desk.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('"status":"ACTIVE"')) await route.abort();
      else await route.continue();
    });
    await warning.getByRole('button', { name: 'Remove Lind' }).click();
    await desk.getByRole('alert').getByText('Nothing was changed. We can’t reach').waitFor();
    assert.equal(await desk.getByLabel('All active clients').isChecked(), true);
    assert.deepEqual(await axeFindings(desk), []);
    await desk.unroute('**/graphql');
    await warning.getByRole('button', { name: 'Remove Lind' }).click();
    await warning.getByText('refused our last mail').waitFor({ state: 'detached' });
    await desk.getByRole('button', { name: 'Send to 4 clients' }).waitFor();
    assert.equal(await desk.getByLabel('All active clients').isChecked(), false);
    assert.equal(await desk.getByRole('list', { name: 'Chosen recipients' }).getByText('Lind').count(), 0);

    await provider.order({ nobodyHas: [] });
    await openClient(desk, 'Lind');
    await desk.getByText('Mails come back').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Try this address again' }).click();
    await desk.getByText('Mails go to this address again.').waitFor();

    await writeToAll(desk, 'At last');
    await desk.getByRole('button', { name: /^Send to \d+ clients$/ }).click();
    const letter = await provider.mailbox.next(bo.email, /At last/);
    assert.match(linkOf(letter), /\/login\/link#/);
    await openClient(desk, 'Lind');
    await desk.getByText('Mails arrive').waitFor();
  });
});
