import type { ClientRowInput } from '@latchstring/operations';
import type { Table } from './csv-text';

export type ColumnField = 'firstName' | 'lastName' | 'email' | 'timeZone';

/** Which column holds what: its place, or -1 for none. */
export type Columns = Record<ColumnField, number>;

export type FileRow = ClientRowInput & { line: number };

// As spreadsheets and other programs head them, in the languages met most; letters only.
const NAMES: Record<ColumnField, string[]> = {
  firstName: [
    'firstname',
    'givenname',
    'forename',
    'name',
    'fullname',
    'client',
    'nombre',
    'vorname',
    'prenom',
  ],
  lastName: ['lastname', 'surname', 'familyname', 'apellido', 'apellidos', 'nachname', 'nom'],
  email: ['email', 'emailaddress', 'mail', 'correo', 'correoelectronico', 'emailadresse'],
  timeZone: ['timezone', 'tz', 'zonahoraria', 'zeitzone'],
};

/** Guesses what the columns hold, by their heads or, where there are none, by the first address. */
export function guessColumns({ rows }: Table): { columns: Columns; hasHead: boolean } {
  const cells = rows[0]?.cells ?? [];
  const heads = cells.map(lettersOf);
  const place = (field: ColumnField): number =>
    NAMES[field].map((name) => heads.indexOf(name)).find((found) => found >= 0) ?? -1;
  const columns = {
    firstName: place('firstName'),
    lastName: place('lastName'),
    email: place('email'),
    timeZone: place('timeZone'),
  };
  const hasHead = columns.email >= 0 || !cells.some((cell) => cell.includes('@'));
  if (hasHead) return { columns, hasHead };
  const email = cells.findIndex((cell) => cell.includes('@'));
  const [firstName = -1, lastName = -1] = cells.map((_, n) => n).filter((n) => n !== email);
  return { columns: { firstName, lastName, email, timeZone: -1 }, hasHead };
}

/** The people of the file. Without a column of last names, the last word of the first ones is it. */
export function toRows({ rows }: Table, columns: Columns, hasHead: boolean): FileRow[] {
  return rows.slice(hasHead ? 1 : 0).map(({ line, cells }) => {
    const cell = (field: ColumnField): string => cells[columns[field]] ?? '';
    const [firstName, lastName] =
      columns.lastName < 0 ? splitName(cell('firstName')) : [cell('firstName'), cell('lastName')];
    return { line, firstName, lastName, email: cell('email'), timeZone: cell('timeZone') || null };
  });
}

function splitName(name: string): [string, string] {
  const [, first, last] = /^(.+)\s(\S+)$/su.exec(name) ?? [];
  return [first?.trim() ?? name, last ?? ''];
}

function lettersOf(head: string): string {
  return head
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
}
