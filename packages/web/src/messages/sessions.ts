import type { LoginMethod } from '@latchstring/operations';
import { es } from './es/sessions';
import { pick } from './locale';

const methods: Record<LoginMethod, string> = {
  PASSWORD: 'with the password',
  LOGIN_LINK: 'with a login link',
  LOGIN_CODE: 'with a login code',
  PASSKEY: 'with a passkey',
};

const en = {
  explained: 'Wherever you are logged in. End what you do not know, then set a new password.',
  here: 'This device',
  began: (method: LoginMethod, time: string) => `Logged in ${methods[method]}, ${time}.`,
  lastSeen: (time: string) => `Last used ${time}.`,
  ends: (time: string) => `Ends by itself ${time}.`,
  end: 'End this session',
  endOf: (device: string) => `on ${device}`,
  ended: (device: string) => `The session on ${device} has ended.`,
  endOthers: 'End all other sessions',
  endedOthers: 'All other sessions have ended.',
};

export const sessionTexts = pick({ en, es });
