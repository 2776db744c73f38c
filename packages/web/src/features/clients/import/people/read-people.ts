import type { Language } from '@latchstring/texts/languages';
import type { TableRow } from '../file/csv-text';
import { addressIn } from './address-in';
import type { ColumnField, Columns } from './columns';
import { languageIn } from './language-in';
import { nameParts, type NameParts } from './name-parts';
import { zoneIn } from './zone-in';

/** What a coach should know of a row that can be used all the same. */
export type RowNote = {
  kind: 'NO_NAME' | 'MORE_ADDRESSES' | 'ZONE_READ_AS' | 'ZONE_LEFT_OUT' | 'LANGUAGE_LEFT_OUT';
  /** What stood in the file. */
  was?: string;
  /** What was made of it. */
  is?: string;
};

export type FilePerson = {
  /** Of the file, as a spreadsheet program counts. */
  line: number;
  firstName: string;
  lastName: string;
  email: string;
  timeZone: string | null;
  locale: Language | null;
  notes: RowNote[];
};

/** The people of the rows below the heads. */
export function readPeople(rows: TableRow[], columns: Columns, heads: number): FilePerson[] {
  return rows.slice(heads + 1).map((row) => readPerson(row, columns));
}

function readPerson({ line, cells }: TableRow, columns: Columns): FilePerson {
  const cell = (field: ColumnField): string =>
    columns.flatMap((each, n) => (each === field && cells[n] ? [cells[n]] : []))[0] ?? '';
  const address = addressIn(cell('email'));
  const names = readName(cell, address.name, columns);
  const [zone, language] = [cell('timeZone'), cell('locale')];
  const timeZone = zone ? zoneIn(zone) : null;
  const locale = language ? languageIn(language) : null;
  const notes: (RowNote | false)[] = [
    !names.firstName && !names.lastName && { kind: 'NO_NAME' },
    address.others.length > 0 && {
      kind: 'MORE_ADDRESSES',
      was: address.others.join(', '),
      is: address.email,
    },
    !!timeZone && timeZone !== zone && { kind: 'ZONE_READ_AS', was: zone, is: timeZone },
    !!zone && !timeZone && { kind: 'ZONE_LEFT_OUT', was: zone },
    !!language && !locale && { kind: 'LANGUAGE_LEFT_OUT', was: language },
  ];
  return {
    line,
    ...names,
    email: address.email,
    timeZone,
    locale,
    notes: notes.filter((note) => note !== false),
  };
}

function readName(cell: (field: ColumnField) => string, besideAddress: string, columns: Columns): NameParts {
  const [firstName, lastName] = [cell('firstName'), cell('lastName')];
  // A column of last names that repeats the first one is one of full names.
  if (lastName) return { firstName, lastName: withoutFirst(lastName, firstName) };
  const isWhole = columns.includes('lastName') && firstName !== '' && !firstName.includes(',');
  // "Keller, Maria" may stand under any head.
  return isWhole ? { firstName, lastName } : nameParts(firstName || cell('fullName') || besideAddress);
}

function withoutFirst(lastName: string, firstName: string): string {
  return firstName && lastName.startsWith(`${firstName} `) ? lastName.slice(firstName.length + 1) : lastName;
}
