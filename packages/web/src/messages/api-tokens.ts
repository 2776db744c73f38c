import type { ApiScope } from '@latchstring/operations';
import { es } from './es/api-tokens';
import { pick } from './locale';

type ScopeWords = { label: string; hint: string };

const scopes: Record<ApiScope, ScopeWords> = {
  CLIENTS_READ: { label: 'Read clients', hint: 'Names, addresses, and how each of them is.' },
  CLIENTS_WRITE: { label: 'Change clients', hint: 'Add, edit, invite, deactivate and delete them.' },
  MESSAGES_READ: { label: 'Read messages', hint: 'What was written, and what became of it.' },
  MESSAGES_SEND: { label: 'Send messages', hint: 'In your name, to your clients.' },
  ACCOUNT_READ: {
    label: 'Read my account',
    hint: 'Username, address, sessions and access diary. Changes nothing.',
  },
};

const en = {
  card: 'API tokens',
  explained:
    'For programs: a script of yours, or another system you use. A program that has a token acts as you, for as much as you allow it here.',
  none: 'You have no tokens.',
  scopes,
  made: (day: string) => `Made on ${day}.`,
  used: (time: string) => `Last used ${time}.`,
  neverUsed: 'Never used.',
  ends: (day: string) => `Ends on ${day}.`,
  ended: (day: string) => `Ended on ${day}: it does not work any more.`,
  endsNever: 'Has no end.',

  revoke: 'Revoke',
  revokeAbout: (name: string) => `the token ${name}`,
  revokeQuestion: (name: string) =>
    `Revoke ${name}? A program that uses it is refused at once, and it can not be brought back.`,
  revokeConfirm: 'Revoke it',
  keep: 'Keep it',
  revoked: (name: string) => `${name} is revoked.`,

  make: 'Make a token',
  name: 'What is it for?',
  nameHint: 'So that you know it again: Monday reminders.',
  nameMissing: 'Give it a name.',
  scopesLegend: 'What may it do?',
  scopesMissing: 'Choose at least one.',
  life: 'How long does it work?',
  lives: { '30': '30 days', '90': '90 days', '365': 'A year', never: 'Until I revoke it' },
  currentPassword: 'Current password',
  currentNeeded: 'Your current password is needed for this. Please type it.',
  cancel: 'Cancel',

  doneTitle: (name: string) => `${name} is ready`,
  done: 'Copy the token now. It is shown this once: we keep only its fingerprint, and nobody can show it again.',
  copy: 'Copy',
  copyAbout: 'the token',
  copied: 'I have copied it',

  endWithPassword: 'End my API tokens as well',
  endWithPasswordHint: (names: string) => `Programs that use them stop: ${names}.`,
};

export const apiTokenTexts = pick({ en, es });
