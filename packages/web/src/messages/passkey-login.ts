import { es } from './es/passkey-login';
import { pick } from './locale';

const en = {
  closed: 'The passkey was not used. You can try again, or log in another way.',
  impossible: 'This browser can’t use a passkey here. Log in another way.',
  notKnown:
    'This passkey doesn’t log in here (any more). Log in another way; My Account shows which passkeys you have.',
  inactive: (coach: string, address: string) =>
    `Your account is deactivated: ${coach} has closed the way in for now. If that is a surprise, write to ${address}.`,
  tooLate: 'That took too long. Please try again.',
};

export const passkeyLoginTexts = pick({ en, es });
