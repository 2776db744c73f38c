import type { TableRow } from '../file/csv-text';

export const columnFields = ['firstName', 'lastName', 'fullName', 'email', 'locale', 'timeZone'] as const;
export type ColumnField = (typeof columnFields)[number];

/** What each column holds, in their order; null: nothing that is asked for. Of several that hold one thing the first that is filled counts. */
export type Columns = (ColumnField | null)[];

// As spreadsheets, address books and other programs head them, in the languages met most; letters only, no numbers.
const NAMES: Record<ColumnField, string[]> = {
  firstName: [
    'firstname',
    'first',
    'givenname',
    'given',
    'forename',
    'vorname',
    'prenom',
    'primernombre',
    'nombredepila',
  ],
  lastName: [
    'lastname',
    'last',
    'surname',
    'familyname',
    'family',
    'apellido',
    'apellidos',
    'nachname',
    'familienname',
    'nom',
  ],
  fullName: [
    'name',
    'names',
    'fullname',
    'displayname',
    'fn',
    'nombre',
    'nombrecompleto',
    'nombreyapellidos',
    'nomcomplet',
    'vollername',
  ],
  email: [
    ...[
      'email',
      'emails',
      'mail',
      'emailaddress',
      'emailaddresses',
      'mailaddress',
      'emailvalue',
      'emailid',
      'emailadresse',
      'mailadresse',
    ],
    ...[
      'primaryemail',
      'personalemail',
      'privateemail',
      'homeemail',
      'workemail',
      'emailhome',
      'emailwork',
      'emailpersonal',
    ],
    ...[
      'correo',
      'correos',
      'correoelectronico',
      'direcciondecorreo',
      'direcciondecorreoelectronico',
      'courriel',
      'adressemail',
    ],
  ],
  locale: ['language', 'lang', 'locale', 'preferredlanguage', 'idioma', 'lengua', 'sprache', 'langue'],
  timeZone: ['timezone', 'tz', 'zonahoraria', 'husohorario', 'zeitzone', 'fuseauhoraire'],
};
const PERSON =
  '(?:client|customer|contact|member|participant|person|student|coachee|cliente|contacto|kunde|kunden)s?';
const ALONE = new RegExp(`^${PERSON}$`);
/** "Client Name", "Customer e-mail". */
const WHOSE = new RegExp(`^${PERSON}(?=.{2})`);

/** The row of the heads, by its place among the rows, and what they say; -1 where there is none. */
export type Heads = { place: number; columns: Columns };

/** Looks for the heads below what reports and bookkeepers write above them; without any, at what the columns hold. */
export function findHeads(rows: TableRow[]): Heads {
  const tries = rows.slice(0, 20).map(({ cells }, place) => ({ place, columns: readHeads(cells) }));
  const known = ({ columns }: Heads): number => new Set(columns.filter(Boolean)).size;
  const best = tries.toSorted((a, b) => known(b) - known(a))[0];
  if (best?.columns.includes('email')) return best;
  const isNoHead = rows[0]?.cells.some((cell) => cell.includes('@')) ?? false;
  const place = best && known(best) > (isNoHead ? 1 : 0) ? best.place : isNoHead ? -1 : 0;
  return { place, columns: guessColumns(rows, place) };
}

/** What columns hold, by their heads and, where these don't name an address, by their values. */
export function guessColumns(rows: TableRow[], place: number): Columns {
  const columns = place >= 0 ? readHeads(rows[place]?.cells ?? []) : [];
  if (columns.includes('email')) return columns;
  const below = rows.slice(place + 1, place + 51);
  const width = Math.max(0, ...below.map(({ cells }) => cells.length));
  const addresses = Array.from(
    { length: width },
    (_, n) => below.filter(({ cells }) => cells[n]?.includes('@')).length,
  );
  const most = Math.max(0, ...addresses);
  const email = most > 0 ? addresses.indexOf(most) : -1;
  const found = Array.from({ length: width }, (_, n) => (n === email ? 'email' : (columns[n] ?? null)));
  return email < 0 || columns.some(Boolean) ? found : namesAround(found, email, below);
}

/** Without heads, or with such as say nothing: what stands beside the addresses, one column or two, is most often the names. */
function namesAround(columns: Columns, email: number, rows: TableRow[]): Columns {
  const words = columns
    .map((_, n) => n)
    .filter((n) => n !== email && rows.some(({ cells }) => /\p{L}/u.test(cells[n] ?? '')));
  const fields: ColumnField[] = words.length === 1 ? ['fullName'] : ['firstName', 'lastName'];
  return columns.map((field, n) => field ?? fields[words.indexOf(n)] ?? null);
}

function readHeads(cells: string[]): Columns {
  const columns = cells.map((head) => fieldOf(lettersOf(head)));
  // "Vorname, Name" and "Apellidos, Nombre": beside a first name the name is the last one, and the other way round.
  if (columns.includes('fullName') && columns.includes('firstName') !== columns.includes('lastName')) {
    const isPlain = cells.map((head) => ['name', 'nombre'].includes(lettersOf(head)));
    const other = columns.includes('firstName') ? 'lastName' : 'firstName';
    return columns.map((field, n) => (field === 'fullName' && isPlain[n] ? other : field));
  }
  return columns;
}

function fieldOf(head: string): ColumnField | null {
  if (ALONE.test(head)) return 'fullName';
  const own = head.replace(WHOSE, '');
  return columnFields.find((field) => NAMES[field].includes(own)) ?? null;
}

/** "E-mail 1 - Value" is "emailvalue"; what stands behind a semicolon says more of it: "EMAIL;TYPE=WORK". */
function lettersOf(head: string): string {
  const [name = ''] = head.split(';');
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
}
