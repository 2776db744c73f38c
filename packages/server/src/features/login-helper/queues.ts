import type { Queue } from '../../platform/jobs/jobs.ts';

export interface UsernamesByEmail {
  /** As typed, trimmed. */
  email: string;
  source: string;
  /** One stored spelling of the address, where there are several: each has a job of its own. */
  spelling?: string;
}

export interface LinkByUsername {
  usernameKey: string;
  browserHash: string | null;
}

export interface Renewal {
  /** Of a link that was handed in: never the token. */
  tokenHash: string;
  browserHash: string | null;
}

export const usernamesByEmailQueue: Queue<UsernamesByEmail> = { name: 'usernames-by-email' };
export const linkByUsernameQueue: Queue<LinkByUsername> = { name: 'link-by-username' };
export const renewalQueue: Queue<Renewal> = { name: 'link-renewal' };
