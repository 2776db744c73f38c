import { es } from './es/new-password';
import { pick } from './locale';

const en = {
  hint: '12 characters at least; longer is better. Spaces and any letters are welcome.',
  missing: 'Type a new password.',
  tooShort: (length: number) => `That is ${length} of at least 12 characters.`,
  suggest: 'Suggest four words',
  suggested: 'Four words are filled in. Write them down or let your browser keep them.',
};

export const newPasswordTexts = pick({ en, es });
