import { clockTime } from './clock-time';
import { es } from './es/client-state';
import { pick } from './locale';

const en = {
  deleted: (time: string) => `Will be deleted on ${time}`,
  active: 'Active',
  mayLook: 'Deactivated, may look',
  inactive: 'Deactivated',
  bounced: 'Address bounces',
  complained: 'Marked a mail as spam',
  neverSetUp: 'Has not accepted the invitation',
  neverLoggedIn: 'Never logged in',
  lastLogin: (time: string) => `Last login ${time}`,
};

const texts = pick({ en, es });

type ClientState = {
  status: 'ACTIVE' | 'INACTIVE';
  mayLogInWhileInactive: boolean;
  emailState: 'BOUNCED' | 'COMPLAINED' | 'DELIVERED' | 'UNKNOWN';
  isRegistered: boolean;
  lastLoginAt: string | null;
  deleteAt: string | null;
};

/** Whether a client is active, and what a deactivated one may. */
export function clientStatusWords({
  status,
  mayLogInWhileInactive,
}: Pick<ClientState, 'status' | 'mayLogInWhileInactive'>): string {
  if (status === 'ACTIVE') return texts.active;
  return mayLogInWhileInactive ? texts.mayLook : texts.inactive;
}

/** How a client is doing, in a few words each, what needs a coach's eye first. */
export function clientStateWords(client: ClientState): { text: string; isTrouble: boolean }[] {
  const trouble = (text: string): { text: string; isTrouble: boolean } => ({ text, isTrouble: true });
  const plain = (text: string): { text: string; isTrouble: boolean } => ({ text, isTrouble: false });
  return [
    ...(client.deleteAt ? [trouble(texts.deleted(clockTime(client.deleteAt)))] : []),
    ...(client.emailState === 'BOUNCED' ? [trouble(texts.bounced)] : []),
    ...(client.emailState === 'COMPLAINED' ? [trouble(texts.complained)] : []),
    ...(client.status === 'INACTIVE' ? [plain(clientStatusWords(client))] : []),
    ...(client.lastLoginAt
      ? [plain(texts.lastLogin(clockTime(client.lastLoginAt)))]
      : [plain(client.isRegistered ? texts.neverLoggedIn : texts.neverSetUp)]),
  ];
}
