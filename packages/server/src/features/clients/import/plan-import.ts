import { emailKey } from '../../accounts/index.ts';
import type { FieldError } from '../../../platform/graphql/user-errors.types.ts';
import { checkClientInput } from '../roster/index.ts';

export interface ImportRow {
  firstName: string;
  lastName: string;
  email: string;
  timeZone?: string | null;
  locale?: string | null;
}

export interface PlannedRow {
  row: number;
  outcome: 'ADDED' | 'ALREADY_THERE' | 'ADDRESS_IN_USE' | 'REPEATED' | 'FAULTY';
  fields: FieldError[];
  /** Who has the address of a row that needs a decision. */
  sharedWith: string[];
}

/**
 * What is to be done with each row, given the coach's own clients of these addresses. The same name at the same address
 * is the same person, so that a list which is sent again adds nobody twice.
 */
export function planImport(
  rows: readonly ImportRow[],
  existing: readonly ImportRow[],
  { addAnyway }: { addAnyway: boolean },
): PlannedRow[] {
  const people = new Set(existing.map(personKey));
  const owners = new Map<string, string[]>();
  existing.forEach((person) => own(owners, person));
  const earlier = new Set<string>();
  return rows.map((given, row) => {
    const faults = checkClientInput(given)?.fields ?? [];
    const fields = faults.map(({ field, message }) => ({ field: field.replace(/^input\./, ''), message }));
    const planned = { row, fields, sharedWith: [] };
    if (fields.length > 0) return { ...planned, outcome: 'FAULTY' };
    const [person, sharedWith] = [personKey(given), owners.get(emailKey(given.email))];
    if (people.has(person)) return { ...planned, outcome: 'ALREADY_THERE' };
    if (earlier.has(person)) return { ...planned, outcome: 'REPEATED' };
    if (sharedWith && !addAnyway) return { ...planned, outcome: 'ADDRESS_IN_USE', sharedWith };
    earlier.add(person);
    own(owners, given);
    return { ...planned, outcome: 'ADDED' };
  });
}

function own(owners: Map<string, string[]>, { firstName, lastName, email }: ImportRow): void {
  const key = emailKey(email);
  owners.set(key, [...(owners.get(key) ?? []), `${firstName.trim()} ${lastName.trim()}`.trim()]);
}

function personKey({ firstName, lastName, email }: ImportRow): string {
  const name = `${firstName} ${lastName}`.normalize('NFC').toLowerCase().trim().replaceAll(/\s+/g, ' ');
  return `${emailKey(email)}\n${name}`;
}
