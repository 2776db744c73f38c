import { clientStateTexts as texts } from '@latchstring/texts/app/client-state';
import { told } from './told';
import { clockTime } from './clock-time';

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
    ...(client.deleteAt ? [trouble(texts.deleted(told(clockTime(client.deleteAt))))] : []),
    ...(client.emailState === 'BOUNCED' ? [trouble(texts.bounced)] : []),
    ...(client.emailState === 'COMPLAINED' ? [trouble(texts.complained)] : []),
    ...(client.status === 'INACTIVE' ? [plain(clientStatusWords(client))] : []),
    ...(client.lastLoginAt
      ? [plain(texts.lastLogin({ time: clockTime(client.lastLoginAt) }))]
      : [plain(client.isRegistered ? texts.neverLoggedIn : texts.neverSetUp)]),
  ];
}
