import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { axeFindings } from '../../axe.ts';
import { useHouse } from '../../house.ts';
import { linkOf } from '../../mailbox.ts';
import { askForLink, logIn, maria, setPassword } from '../../people.ts';

/** The browser inside a mail app on an iPhone: it has no Safari in its name. */
const mailApp = {
  width: 360,
  scheme: 'light' as const,
  userAgent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
};

test.describe('Inside the browser of a mail app', () => {
  const house = useHouse();

  test('C046 the page offers the usual browser and the code, spends nothing, and a password set there logs in elsewhere', async () => {
    const desktop = await house.newProfile();
    await askForLink(await desktop.newPage(), maria.username);
    const link = linkOf(await house.mailbox.next(maria.email, /your login link/));
    const profile = await house.newProfile(mailApp);
    await profile.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await profile.newPage();
    await page.goto(link);
    // Unfolded at once: nobody has to look for it here.
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
    assert.deepEqual(await axeFindings(page), []);
    await page.getByRole('button', { name: 'Type the login code' }).click();
    await page.getByLabel('Login code').waitFor();
    // Neither has used the link up.
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await page.getByRole('heading', { name: 'My Account' }).waitFor();
    const password = 'copper kites over water';
    await setPassword(page, password);
    await logIn(await house.newProfile(), { username: maria.username, password });
  });
});
