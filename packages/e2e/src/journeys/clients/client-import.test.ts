import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { dana, logIn } from '../../people.ts';

test.describe('Clients as a file', () => {
  const house = useHouse();

  const file = (text: string | Buffer, name = 'clients.csv') => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(text),
  });
  const choose = (desk: Page, chosen: ReturnType<typeof file>) =>
    desk.getByLabel('File with your clients').setInputFiles(chosen);
  const rows = (desk: Page) => desk.getByRole('table', { name: 'Rows of the list' }).getByRole('row');
  const row = (desk: Page, name: string) => rows(desk).filter({ hasText: name });

  const google = [
    'First Name,Middle Name,Last Name,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Language',
    'Inés,,Sáez,,* myContacts,* Home,ines@import.test ::: ines@work.test,es',
    'Maria,,Keller,Acme,* myContacts,,maria@example.com,',
    'Tom,,Ruiz,,* myContacts,* Home,ruiz.family@example.com,de',
    'Pau,,Gil,,* myContacts,* Home,pau..gil@import.test,',
    'Rae,,Stone,,* myContacts,* Home,Rae <rae@import.test>,',
  ].join('\r\n');

  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const workbook = Buffer.from(
    zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="Clients" r:id="a"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet><sheetData><row r="1">${['Client Name', 'Email', 'Time Zone'].map(cell).join('')}</row>
        <row r="2">${['Lind, Zoë', 'zoe@import.test', 'Eastern Time (US &amp; Canada)'].map(cell).join('')}</row>
        </sheetData></worksheet>`,
      ),
    }),
  );

  for (const width of [widths.phone, widths.desktop])
    test(`C158 C161 a coach adds a Google export at ${width} px: mends a fault in its row, decides, and all are invited`, async () => {
      const at = `at${width}`;
      const own = google.replaceAll('@import.test', `@${at}.test`).replace('Tom,,', `Tom${width},,`);
      const desk = await logIn(await house.newProfile({ width, scheme: 'light' }), dana);
      await desk.goto('/clients');
      await desk.getByRole('button', { name: 'Add clients' }).click();
      await desk.getByRole('link', { name: 'From a file' }).click();
      await desk.getByRole('heading', { name: 'Add clients from a file', level: 1 }).waitFor();
      assert.deepEqual(await axeFindings(desk), []);

      // As Google saves it, in sixteen bits.
      await choose(desk, file(Buffer.from(`\uFEFF${own}`, 'utf16le')));
      await desk.getByRole('table', { name: 'Rows of the list' }).waitFor();
      for (const chip of ['All 5', 'New 2', 'To mend 1', 'To decide 1', 'Here already 1'])
        await desk.getByRole('button', { name: chip, exact: true }).waitFor();
      assert.match(await rows(desk).nth(1).innerText(), /a dot stands neither first nor last/);
      await row(desk, 'More addresses, left out: ines@work.test').waitFor();
      await row(desk, 'There are no letters in “de”; your language is taken.').waitFor();
      await row(desk, 'Español').waitFor();
      await row(desk, 'Address of Ana Ruiz').waitFor();
      assert.deepEqual(await axeFindings(desk), []);

      const address = desk.getByLabel('Email address, row 5');
      assert.equal(await address.getAttribute('aria-invalid'), 'true');
      await address.fill(`mailto:pau.gil@${at}.test`);
      await address.press('Tab');
      await desk.getByRole('button', { name: 'Add 3 clients' }).waitFor();
      assert.equal(await address.inputValue(), `pau.gil@${at}.test`);
      await desk.getByRole('checkbox', { name: `Add Tom${width} Ruiz` }).check();
      await desk.getByRole('checkbox', { name: 'Add Rae Stone' }).uncheck();
      assert.deepEqual(await axeFindings(desk), []);

      await desk.getByRole('button', { name: 'Add 3 clients' }).click();
      await desk.getByText('3 clients are added. Their invitations are on the way.').waitFor();
      assert.deepEqual(await axeFindings(desk), []);
      for (const email of [`ines@${at}.test`, `pau.gil@${at}.test`, 'ruiz.family@example.com'])
        await house.mailbox.next(email, /invit/);

      await desk.getByRole('button', { name: 'Add more' }).click();
      await choose(desk, file(`Email,Name\nines@${at}.test,Inés Sáez\n`));
      await desk.getByText('Nobody is chosen').waitFor();
      assert.deepEqual(await axeFindings(desk), []);
    });

  test('C159 letters that can be read in two ways are asked about, and rows above the heads are skipped', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.phone, scheme: 'dark' }), dana);
    await desk.goto('/clients/import');
    const lines = ['Clients in November;', 'Name;E-mail', 'Bj\x9arn Holm;bjorn@import.test'];
    await choose(desk, file(Buffer.from(lines.join('\r'), 'latin1')));
    await desk.getByText('Which of these is spelled right?').waitFor();
    assert.equal(await desk.getByRole('table').count(), 0);
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('radio', { name: /Björn Holm/ }).click();
    await row(desk, 'Björn Holm').waitFor();
    await desk.getByText('1 row above the headings is left out.').waitFor();

    // Which column is what can be changed.
    await desk.getByText('Columns: 2 of 2 used').click();
    await desk.getByLabel('E-mail is').selectOption('Leave out');
    await desk.getByText('No column holds the email addresses yet.').waitFor();
    await desk.getByLabel('E-mail is').selectOption('Email address');
    await desk.getByLabel('Invite them now').uncheck();
    await desk.getByRole('button', { name: 'Add 1 client' }).click();
    await desk.getByText('Nobody was invited yet.').waitFor();
    await desk.getByRole('link', { name: 'See those not invited' }).click();
    await desk.getByRole('rowheader', { name: 'Björn Holm' }).waitFor();
  });

  test('C162 a workbook is read, and a file that is none says what it is', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'dark' }), dana);
    await desk.goto('/clients/import');
    await choose(desk, file(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'clients.xls'));
    await desk.getByText('a workbook of an older Excel').waitFor();
    await choose(desk, file('Email,Name\na@import.test,"Ann\n'));
    await desk.getByText('In row 2 a quotation mark opens that never closes').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await choose(desk, file(workbook, 'clients.xlsx'));
    await row(desk, 'Time zone “Eastern Time (US & Canada)” is read as America/New_York.').waitFor();
    assert.equal(await desk.getByLabel('First name, row 2').inputValue(), 'Zoë');
    assert.deepEqual(await axeFindings(desk), []);
  });

  test('a list is pasted as a mail names its readers', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.phone, scheme: 'light' }), dana);
    await desk.goto('/clients');
    await desk.getByRole('button', { name: 'Add clients' }).click();
    await desk.getByRole('link', { name: 'Paste a list' }).click();
    await desk
      .getByLabel('Names and email addresses')
      .fill('Lund, Nils <nils@import.test>; Ada Berg <ada@import.test>');
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole('button', { name: 'Look at the rows' }).click();
    await row(desk, 'Nils Lund').waitFor();
    await desk.getByRole('button', { name: 'Back to the text' }).click();
    assert.match(await desk.getByLabel('Names and email addresses').inputValue(), /^Lund, Nils/);
    await desk.getByRole('button', { name: 'Look at the rows' }).click();

    // A row that is mended while the network is away is not added unseen.
    await desk.getByRole('button', { name: 'Change Ada Berg' }).click();
    await desk.context().setOffline(true);
    await desk.getByLabel('Email address, row 2').fill('ada.berg@import.test');
    await desk.getByRole('button', { name: 'Add 2 clients' }).click();
    await desk.getByText('We can’t reach the server').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.context().setOffline(false);
    await desk.getByRole('button', { name: 'Try again' }).click();
    await desk.getByText('We can’t reach the server').waitFor({ state: 'detached' });
    await desk.getByRole('button', { name: 'Add 2 clients' }).click();
    await desk.getByText('2 clients are added.').waitFor();
    await house.mailbox.next('ada.berg@import.test', /invit/);
  });

  test('the roster is downloaded as a file without a username', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'light' }), dana);
    await desk.goto('/clients');
    await desk.getByRole('button', { name: 'More for all clients' }).click();
    const [download] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('button', { name: 'Download as a file' }).click(),
    ]);
    assert.match(download.suggestedFilename(), /^clients-\d{4}-\d\d-\d\d\.csv$/);
    const text = await readFile(await download.path(), 'utf8');
    assert.match(text, /^\uFEFFFirst name,Last name,Email address,/);
    assert.match(text, /\r\nMaria,Keller,maria@example\.com,Europe\/Berlin,Active,/);
    assert.doesNotMatch(text, /maria\.k/);
    await desk.getByText('clients are in the file.').waitFor();
  });
});
