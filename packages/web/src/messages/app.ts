import { es } from './es/app';
import { pick } from './locale';

const en = {
  notFoundTitle: 'This page isn’t here',
  notFoundText: 'The address may be mistyped, or the page has moved. Nothing is wrong with your account.',
  crashTitle: 'This page stopped working',
  crashText:
    'That is our fault, not yours. Reloading usually helps. If you came with a login link, it is still good: only its button uses it up.',
  reload: 'Reload the page',
  goToLogin: 'Go to the login page',
  loading: 'One moment …',
};

export const appTexts = pick({ en, es });
