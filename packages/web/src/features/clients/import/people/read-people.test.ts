import { describe, expect, it } from 'vitest';
import { readTable } from '../file/csv-text';
import { addressIn } from './address-in';
import { findHeads } from './columns';
import { languageIn } from './language-in';
import { nameParts } from './name-parts';
import { pastedRows } from './pasted-rows';
import { readPeople } from './read-people';
import { zoneIn } from './zone-in';

const people = (text: string): ReturnType<typeof readPeople> => {
  const { rows } = readTable(text);
  const { columns, place } = findHeads(rows);
  return readPeople(rows, columns, place);
};
const ana = { firstName: 'Ana', lastName: 'Ruíz', email: 'ana@client.test', notes: [] };

const googleOld =
  'Name,Given Name,Additional Name,Family Name,Yomi Name,Notes,Language,Group Membership,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value';
const googleNew =
  'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Last Name,Nickname,File As,Organization Name,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value';
const outlook =
  'First Name,Middle Name,Last Name,Company,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,Language';

describe('the people of a file', () => {
  it.each([
    ['its own heads', 'First name,Last name,Email address\r\nAna,Ruíz,ana@client.test'],
    ['Spanish heads', 'Nombre;Apellidos;Correo electrónico\nAna;Ruíz;ana@client.test'],
    ['German heads', 'E-Mail\tName\tVorname\nana@client.test\tRuíz\tAna\n'],
    ['one column of names', 'Name,Email\nAna Ruíz,ana@client.test'],
    ['no heads', 'Ana,Ruíz,ana@client.test'],
    ['no heads and one column of names', 'ana@client.test,Ana Ruíz'],
    ['heads that say nothing', 'Who,Box\nAna Ruíz,ana@client.test'],
    ['addresses alone that hold the names', 'Ana Ruíz <ana@client.test>'],
    [
      'a summary above the heads',
      'Clients in November,,\n,,\nTotal,1,\nFirst name,Surname,E-mail\nAna,Ruíz,ana@client.test',
    ],
    [
      'C158 old heads of Google',
      `${googleOld}\nAna Ruíz,Ana,,Ruíz,,,,* myContacts,* Home,ana@client.test,,,Mobile,+34 1`,
    ],
    [
      'C158 old heads of Google, the full name alone',
      `${googleOld}\nAna Ruíz,,,,,,,* myContacts,*,ana@client.test,,,,`,
    ],
    [
      'C158 new heads of Google',
      `${googleNew}\nAna,,Ruíz,,,,,Acme,,* myContacts,* Home,ana@client.test,,,Mobile,+34 1`,
    ],
    [
      'C158 the second address where the first is empty',
      `${googleNew}\nAna,,Ruíz,,,,,,,,,,Work,ana@client.test,,`,
    ],
    [
      'C158 addresses in notes, too',
      `${googleNew}\nAna,,Ruíz,,,,,,by bo@other.test,,* Home,ana@client.test,,,,`,
    ],
    ['C158 Outlook’s heads', `${outlook}\nAna,,Ruíz,Acme,ana@client.test,SMTP,Ana Ruíz (ana@other.test),,`],
    ['C158 an address card’s heads', 'FN,EMAIL;TYPE=WORK\nAna Ruíz,ana@client.test'],
    ['C160 `Client Name`, last name first', 'Client Name,Client Email\n"Ruíz, Ana",ana@client.test'],
    ['C160 last name first under any head', 'First name,E-mail\n"Ruíz, Ana",ana@client.test'],
  ])('are found with %s', (_title, text) => {
    const found = people(text);
    expect(found).toHaveLength(1);
    expect(found).toMatchObject([ana]);
  });

  it('C158 the first of two addresses in a cell is taken, and the other is said', () => {
    const [person] = people(`${googleNew}\nAna,,Ruíz,,,,,,,,* Home,ana@client.test ::: ana@work.test,,,,`);
    const note = { kind: 'MORE_ADDRESSES', was: 'ana@work.test', is: 'ana@client.test' };
    expect(person).toMatchObject({ ...ana, notes: [note] });
  });

  it('C160 a row without any name can be used, and that is said', () => {
    const found = people('Client Name;E-mail\nKeller, Maria;m@client.test\n;x@client.test');
    expect(found).toMatchObject([
      { line: 2, firstName: 'Maria', lastName: 'Keller', notes: [] },
      { line: 3, firstName: '', lastName: '', email: 'x@client.test', notes: [{ kind: 'NO_NAME' }] },
    ]);
  });

  it('C162 a row with a time zone in other words, and a language that letters lack, can be used with a note', () => {
    const found = people(
      'Name,Email,Time zone,Language\nA B,a@x.test,Eastern Time (US & Canada),es-MX\nC D,c@x.test,GMT+2,German\nE F,e@x.test,Europe/Madrid,English',
    );
    expect(found).toMatchObject([
      {
        timeZone: 'America/New_York',
        locale: 'es',
        notes: [{ kind: 'ZONE_READ_AS', is: 'America/New_York' }],
      },
      {
        timeZone: null,
        locale: null,
        notes: [
          { kind: 'ZONE_LEFT_OUT', was: 'GMT+2' },
          { kind: 'LANGUAGE_LEFT_OUT', was: 'German' },
        ],
      },
      { timeZone: 'Europe/Madrid', locale: 'en', notes: [] },
    ]);
  });
});

describe('an address in a cell', () => {
  it.each([
    'rae@client.test',
    'Rae <rae@client.test>',
    '"Stone, Rae" <rae@client.test>',
    '<rae@client.test>',
    'mailto:rae@client.test',
    'mailto:rae@client.test?subject=Hi',
    'rae@client.test.',
    'rae@client.test;',
    'ra\u200be@client.test',
    '\ufeffrae@client.test\u00a0',
    'rae＠client.test',
    '(rae@client.test)',
    'Rae rae@client.test',
    'rae@client.test, rae@client.test',
  ])('C161 is found inside of %j', (cell) => {
    expect(addressIn(cell)).toMatchObject({ email: 'rae@client.test', others: [] });
  });

  it.each(['a..b@client.test', '.a@client.test', `${'a'.repeat(65)}@client.test`, 'rae at client', ''])(
    'C161 that no mail server takes stays as it is, for the server to say the cure: %j',
    (cell) => {
      expect(addressIn(cell).email).toBe(cell);
    },
  );

  it('brings the name along that stands beside it', () => {
    expect(addressIn('"Stone, Rae" <rae@client.test>').name).toBe('Stone, Rae');
    expect(people('Email\n"Stone, Rae <rae@client.test>"')).toMatchObject([
      { firstName: 'Rae', lastName: 'Stone', email: 'rae@client.test' },
    ]);
  });
});

describe('a name in one cell', () => {
  it.each([
    ['Keller, Maria', 'Maria', 'Keller'],
    ['Maria Keller', 'Maria', 'Keller'],
    ['Maria', 'Maria', ''],
    ['Anna Maria Keller', 'Anna Maria', 'Keller'],
    ['Ludwig van Beethoven', 'Ludwig', 'van Beethoven'],
    ['Ana de la Cruz', 'Ana', 'de la Cruz'],
    ['  Rae   Stone ', 'Rae', 'Stone'],
    ['', '', ''],
  ])('C160 %j is %j and %j', (name, firstName, lastName) => {
    expect(nameParts(name)).toEqual({ firstName, lastName });
  });
});

describe('a time zone in other words', () => {
  it.each([
    ['Europe/Madrid', 'Europe/Madrid'],
    ['Eastern Time (US & Canada)', 'America/New_York'],
    ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['Eastern Standard Time', 'America/New_York'],
    ['Pacific Time', 'America/Los_Angeles'],
    ['Central Time (US & Canada)', 'America/Chicago'],
    ['Madrid', 'Europe/Madrid'],
    ['New York', 'America/New_York'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome', 'Europe/Amsterdam'],
    ['CET', 'Europe/Paris'],
    ['GMT', 'Europe/London'],
    ['GMT+2', null],
    ['UTC-5', null],
    ['AUS Eastern Standard Time', null],
    ['Mars/North', null],
    ['toString', null],
  ])('C162 %j is %j', (text, zone) => {
    expect(zoneIn(text)).toBe(zone);
  });
});

describe('a language', () => {
  it.each([
    ['es', 'es'],
    ['es_MX', 'es'],
    ['Spanish', 'es'],
    ['español', 'es'],
    ['inglés', 'en'],
    ['EN-GB', 'en'],
    ['de', null],
    ['est', null],
  ])('%j is %j', (text, language) => {
    expect(languageIn(text)).toBe(language);
  });
});

describe('a pasted list', () => {
  const pasted = (text: string): string[] => {
    const rows = pastedRows(text);
    const { columns, place } = findHeads(rows);
    return readPeople(rows, columns, place).map((each) => `${each.firstName}|${each.lastName}|${each.email}`);
  };
  it.each([
    ['lines of name and address', 'Ana Ruíz, ana@x.test\nLeo Gil, leo@x.test'],
    ['cells of a spreadsheet', 'Ana\tRuíz\tana@x.test\nLeo\tGil\tleo@x.test'],
    ['a spreadsheet with heads', 'First name\tLast name\tEmail\nAna\tRuíz\tana@x.test\nLeo\tGil\tleo@x.test'],
    ['a mail’s readers', 'Ana Ruíz <ana@x.test>, Leo Gil <leo@x.test>'],
    ['Outlook’s readers', 'Ruíz, Ana <ana@x.test>; Gil, Leo <leo@x.test>'],
    ['names and addresses on lines', 'Ana Ruíz ana@x.test\nLeo Gil leo@x.test'],
    ['two on one line', 'Ana Ruíz ana@x.test, Leo Gil leo@x.test'],
  ])('is understood as %s', (_title, text) => {
    expect(pasted(text)).toEqual(['Ana|Ruíz|ana@x.test', 'Leo|Gil|leo@x.test']);
  });

  it('may hold addresses alone', () => {
    expect(pasted('ana@x.test, leo@x.test\nmia@x.test')).toEqual([
      '||ana@x.test',
      '||leo@x.test',
      '||mia@x.test',
    ]);
  });
});
