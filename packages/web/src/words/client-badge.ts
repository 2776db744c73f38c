import type { ClientState } from '@latchstring/operations';
import { clientStateTexts as texts } from '@latchstring/texts/app/client-state';
import type { BadgeLook } from '../ui/badge-look';
import { shortDay } from './clock-time';

type Standing = {
  state: ClientState;
  needsYou: boolean;
  freshStartAt: string | null;
  inviteDueAt: string | null;
};

const looks: Record<ClientState, Omit<BadgeLook, 'text'>> = {
  CAN_LOG_IN: { kind: 'plain', icon: 'check' },
  LINK_WAITS: { kind: 'quiet', icon: 'clock' },
  WRONG_PASSWORDS: { kind: 'wait', icon: 'warn' },
  LINK_NOT_DELIVERED: { kind: 'bad', icon: 'returned' },
  LINK_RAN_OUT: { kind: 'wait', icon: 'clock' },
  MAIL_COMES_BACK: { kind: 'bad', icon: 'returned' },
  MARKED_AS_SPAM: { kind: 'bad', icon: 'off' },
  NEW_ADDRESS_WAITS: { kind: 'wait', icon: 'swap' },
  FRESH_START_WAITS: { kind: 'wait', icon: 'swap' },
  NOT_INVITED: { kind: 'open', icon: 'dots' },
  INVITED: { kind: 'quiet', icon: 'clock' },
  INVITE_RAN_OUT: { kind: 'wait', icon: 'clock' },
  DEACTIVATED: { kind: 'quiet', icon: 'off' },
  MAY_LOOK: { kind: 'quiet', icon: 'eye' },
};

/** Whether a client can log in, in a shape and a few words. */
export function clientBadge({ state, needsYou, freshStartAt, inviteDueAt }: Standing): BadgeLook {
  if (inviteDueAt) return { kind: 'quiet', icon: 'clock', text: texts.inviteGoes };
  const { kind, icon } = looks[state];
  const isFreshStart = state === 'FRESH_START_WAITS';
  const text = isFreshStart
    ? texts.freshStart({ day: freshStartAt ? shortDay(freshStartAt) : '' })
    : texts.states[state];
  // An invite that ended within its first days is nothing to act on yet.
  return { kind: kind === 'wait' && !needsYou ? 'quiet' : kind, icon, text };
}
