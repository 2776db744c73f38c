/** "Maria Keller", and "Maria" where there is no last name. */
export function personName({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return [firstName, lastName].filter(Boolean).join(' ');
}
