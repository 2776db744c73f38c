import { es } from './es/human-way';
import { pick } from './locale';

const en = {
  title: 'Can’t get into that mailbox any more?',
  text: 'Your coach can send you a login link, or have you start over with a new address.',
  writeTo: 'Write to',
  writeToCoach: 'Write to the address that stands at the end of your coach’s mails.',
};

export const humanWayTexts = pick({ en, es });
