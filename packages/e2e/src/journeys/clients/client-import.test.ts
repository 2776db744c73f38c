import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from '@playwright/test';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { dana, logIn } from '../../people.ts';

test.describe('Clients as a file', () => {
  const house = useHouse();

  const file = (text: string | Buffer) => ({
    name: 'clients.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });

  test('a coach sees what a file would do, adds those who are new, and they are invited', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.phone, scheme: 'light' }), dana);
    await desk.goto('/clients');
    await desk.getByRole('button', { name: 'Add clients' }).click();
    await desk.getByRole('link', { name: 'From a file' }).click();
    await desk.getByRole('heading', { name: 'Import clients', level: 1 }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);

    // As an older spreadsheet program on Windows saves it.
    const rows = ['Nombre;Apellidos;Correo', 'Inés;Sáez;ines@import.test', 'Maria;Keller;maria@example.com'];
    const more = ['Tom;Ruiz;ruiz.family@example.com', 'Pau;Gil;pau at import', 'Inés;Sáez;ines@import.test'];
    await desk
      .getByLabel('CSV file')
      .setInputFiles(file(Buffer.from([...rows, ...more].join('\r\n'), 'latin1')));
    const counts = desk.getByRole('status', { name: 'What will happen' });
    await counts.waitFor();
    for (const words of ['1 – Will be added', '1 – Already your client', '1 – Address of another client'])
      await counts.getByText(words).waitFor();
    const first = desk.getByRole('list', { name: 'Rows of the file' }).getByRole('listitem').first();
    assert.match(await first.innerText(), /Row 5\s+Pau Gil[\s\S]*Email address: /);
    assert.deepEqual(await axeFindings(desk), []);

    await desk.getByLabel('Also add people who share an address').check();
    await desk.getByRole('button', { name: 'Add 2 clients' }).click();
    await desk.getByText('2 clients are added.').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await house.mailbox.next('ines@import.test', /invitation/);
    await house.mailbox.next('ruiz.family@example.com', /invitation/);

    await desk.getByRole('button', { name: 'Import another file' }).click();
    await desk.getByLabel('CSV file').setInputFiles(file('Email,Name\nines@import.test,Inés Sáez\n'));
    await desk.getByText('Nobody in this file is new').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
  });

  test('a file that can’t be read says why, and another can be chosen', async () => {
    const desk = await logIn(await house.newProfile({ width: widths.desktop, scheme: 'dark' }), dana);
    await desk.goto('/clients/import');
    await desk.getByLabel('CSV file').setInputFiles(file('Email,Name\na@import.test,"Ann\n'));
    await desk.getByText('In row 2 a quotation mark opens that never closes').waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByLabel('CSV file').setInputFiles(file('Mailbox,Who\nann@import.test,Ann\n'));
    await desk.getByLabel('Email address').selectOption('Mailbox (column 1)');
    await desk.getByRole('button', { name: 'Add 1 client' }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
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
