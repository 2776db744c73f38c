import type { ClientRowOutcome } from '@latchstring/operations';
import { es } from './es/client-import';
import { pick } from './locale';

const en = {
  title: 'Import clients',
  toClients: 'All clients',
  intro:
    'Choose a CSV file, as spreadsheet programs save it: one row for each client, with names and email address. You see what will happen before anything does.',
  file: 'CSV file',
  template: 'Download an example',
  templateName: 'clients-example.csv',
  reading: 'Looking through the file …',
  empty: 'There is no client in this file.',
  tooLarge: 'This file is too large. Split it, and import one part after the other.',
  tooMany: (count: number, most: number) =>
    `This file has ${count} clients; up to ${most} go in at once. Split it, and import one part after the other.`,
  brokenQuote: (line: number) =>
    `In row ${line} a quotation mark opens that never closes, so the rest can’t be read. Mend that row and choose the file again.`,

  columnsTitle: 'What the columns hold',
  fields: {
    firstName: 'First name',
    lastName: 'Last name',
    email: 'Email address',
    timeZone: 'Time zone',
  },
  fieldName: (field: string) =>
    ({ firstName: 'First name', lastName: 'Last name', email: 'Email address', timeZone: 'Time zone' })[
      field
    ] ?? field,
  noColumn: 'Not in the file',
  noLastName: 'Without it, the last word of the first name is taken.',
  column: (n: number, head: string) => (head ? `${head} (column ${n})` : `Column ${n}`),

  previewTitle: 'What will happen',
  outcomes: {
    ADDED: 'Will be added',
    ALREADY_THERE: 'Already your client',
    ADDRESS_IN_USE: 'Address of another client',
    REPEATED: 'Twice in this file',
    FAULTY: 'Can’t be added',
  } satisfies Record<ClientRowOutcome, string>,
  counts: (count: number, words: string) => `${count} – ${words}`,
  row: (line: number) => `Row ${line}`,
  list: 'Rows of the file',
  showMore: 'Show more rows',
  noName: 'No name',
  invite: 'Mail an invitation to everybody who is added',
  inviteHint: 'It lets them choose a username and a password. You can also mail it later.',
  addAnyway: 'Also add people who share an address',
  addAnywayHint: 'For families and couples: each person gets a login of their own at the same address.',
  start: (count: number) => (count === 1 ? 'Add 1 client' : `Add ${count} clients`),
  nothing: 'Nobody in this file is new, so there is nothing to add.',

  progressTitle: 'Adding clients',
  progress: (done: number, total: number) => `${done} of ${total} added`,
  goOn: 'Go on',
  limitReached: (time: string) =>
    `No more invitations go out within this hour. Who is added stays added. Go on at ${time}, here or with the same file.`,
  finished: (count: number) => (count === 1 ? '1 client is added.' : `${count} clients are added.`),
  finishedInvited: 'Their invitations are on the way.',
  another: 'Import another file',
  seeClients: 'See your clients',

  importLink: 'Import from a file',
  exportButton: 'Download as a file',
  exportName: (day: string) => `clients-${day}.csv`,
  exported: (count: number) =>
    count === 1 ? '1 client is in the file.' : `${count} clients are in the file.`,
  heads: {
    firstName: 'First name',
    lastName: 'Last name',
    email: 'Email address',
    timeZone: 'Time zone',
    status: 'Status',
    mail: 'Mail',
    logins: 'Logins',
    lastLogin: 'Last login',
    added: 'Added',
  },
};

export const clientImportTexts = pick({ en, es });
