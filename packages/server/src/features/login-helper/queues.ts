import type { Language } from '../../platform/language/languages.ts';
import type { Queue } from '../../platform/jobs/jobs.ts';

export interface UsernamesByEmail {
  /** As typed, trimmed. */
  email: string;
  source: string;
  browserHash: string | null;
  /** Of whoever asks, in words. */
  device: string;
  /** Of the page on which it was asked: an account's own would need a look-up, and tell who has one. */
  language: Language;
  /** One stored spelling of the address, where there are several: each has a job of its own. */
  spelling?: string;
}

export interface LinkByUsername {
  usernameKey: string;
  language: Language;
  browserHash: string | null;
  device: string;
}

export interface Renewal {
  /** Of a link that was handed in: never the token. */
  tokenHash: string;
  language: Language;
  browserHash: string | null;
  device: string;
}

export const usernamesByEmailQueue: Queue<UsernamesByEmail> = {
  name: 'usernames-by-email',
  isForgotten: true,
};
export const linkByUsernameQueue: Queue<LinkByUsername> = { name: 'link-by-username', isForgotten: true };
export const renewalQueue: Queue<Renewal> = { name: 'link-renewal' };
