import type { LoginLinkPolicy } from '@latchstring/operations';
import { es } from './es/link-policy';
import { pick } from './locale';

const choices: Record<LoginLinkPolicy, { label: string; explained: string }> = {
  ALLOWED: {
    label: 'A login link is enough',
    explained: 'Whoever can read your mail can get in. The easiest way back when you forget something.',
  },
  PASSWORD_TOO: {
    label: 'A login link and my password',
    explained: 'After the link you also type your password. No short codes are made.',
  },
  NEVER: {
    label: 'No login links',
    explained:
      'None are made for you, not even in your coach’s messages. You log in with username and password only.',
  },
};

const en = {
  explained: 'Login links are mailed to you when you forget something, or come with a message of your coach.',
  legend: 'What gets you in',
  choices,
  stricterClient:
    'If you forget your password then, a link will not help. Your coach can ask for a fresh start, which takes seven days, or you log in with a passkey if you have one.',
  stricterCoach:
    'If you forget your password then, a link will not help: only a passkey, or whoever runs this site.',
  passwordFirst: 'You have no password yet. Set one first: without it, login links are your only way in.',
  currentNeeded: 'Type your current password to change this.',
  save: 'Save',
  done: 'Saved. A letter about it is on its way to you.',
};

export const linkPolicyTexts = pick({ en, es });
