import { loginLetters } from './login-letters.ts';
import { securityLetters } from './security-letters.ts';

/** All that letters to the owner of an account say: by it such a letter is known again in a reply. */
export const letters: Readonly<Record<string, string>> = { ...loginLetters, ...securityLetters };
