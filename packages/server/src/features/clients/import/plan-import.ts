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
  const addresses = new Set(existing.map(({ email }) => emailKey(email)));
  const earlier = new Set<string>();
  return rows.map((given, row) => {
    const faults = checkClientInput(given)?.fields ?? [];
    const fields = faults.map(({ field, message }) => ({ field: field.replace(/^input\./, ''), message }));
    if (fields.length > 0) return { row, outcome: 'FAULTY', fields };
    const [person, address] = [personKey(given), emailKey(given.email)];
    if (people.has(person)) return { row, outcome: 'ALREADY_THERE', fields };
    if (earlier.has(person)) return { row, outcome: 'REPEATED', fields };
    if (addresses.has(address) && !addAnyway) return { row, outcome: 'ADDRESS_IN_USE', fields };
    earlier.add(person);
    addresses.add(address);
    return { row, outcome: 'ADDED', fields };
  });
}

function personKey({ firstName, lastName, email }: ImportRow): string {
  const name = `${firstName} ${lastName}`.normalize('NFC').toLowerCase().trim().replaceAll(/\s+/g, ' ');
  return `${emailKey(email)}\n${name}`;
}
