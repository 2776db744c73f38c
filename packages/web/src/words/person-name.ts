interface Named {
  firstName: string;
  lastName: string;
  email?: string;
}

/** "Maria Keller", and "Maria" where there is no last name; the address of whom no name is known. */
export function personName({ firstName, lastName, email = '' }: Named): string {
  return [firstName, lastName].filter(Boolean).join(' ') || email;
}
