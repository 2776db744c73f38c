import type { LoginLink } from '../links/index.ts';
import type { Language } from '../../../platform/language/languages.ts';
import type { Queue } from '../../../platform/jobs/jobs.ts';

/** Whoever asks. */
interface Asker {
  browserHash: string | null;
  /** In words. */
  device: string;
  /** Of the page on which it was asked: an account's own would need a look-up, and tell who has one. */
  language: Language;
}

export interface UsernamesByEmail extends Asker {
  /** As typed, trimmed. */
  email: string;
  source: string;
}

export interface LinkByUsername extends Asker {
  usernameKey: string;
}

export interface Renewal extends Asker {
  /** Of a link that was handed in: never the token. */
  tokenHash: string;
}

/** Looking up: the same short work for a hit and a miss, whose outcome the next queue carries in the same shape. */
export const usernamesByEmailQueue: Queue<UsernamesByEmail> = {
  name: 'usernames-by-email',
  deletesWhenDone: true,
};
export const linkByUsernameQueue: Queue<LinkByUsername> = { name: 'link-by-username', deletesWhenDone: true };
export const renewalQueue: Queue<Renewal> = { name: 'link-renewal' };

export interface UsernamesLetter extends Omit<UsernamesByEmail, 'source'> {
  kind: 'USERNAMES';
  /** Whether the address may be told that no account has it. */
  mayTellNone: boolean;
  /** One stored spelling of the address, where there are several: each has a job of its own. */
  spelling?: string;
}

export interface LinkLetter extends Asker {
  kind: 'LOGIN_LINK' | 'RENEWAL';
  /** Null: there was none. */
  accountId: string | null;
  /** What kind of link was asked for anew; null: a username was given, or there is no such link. */
  renews: LoginLink['purpose'] | null;
}

/** Mailing: wide and fair by address, so that nobody's letter waits behind what somebody else asked for. */
export const helpLetterQueue: Queue<UsernamesLetter | LinkLetter> = {
  name: 'help-letter',
  deletesWhenDone: true,
  isHighConcurrency: true,
};
