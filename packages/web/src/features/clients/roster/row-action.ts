import { clientsTexts as texts } from '@latchstring/texts/app/clients';
import type { RosterClient } from './roster-list.svelte';

/** The one thing that a row offers. All else is on the client's page, or in the row's menu. */
export type RowAction = { label: string; does: 'send-link' | 'invite' | 'fix-email' | 'reactivate' | 'open' };

/** And what its menu offers besides. */
export type RowAct = RowAction['does'] | 'write' | 'deactivate';

export function rowAction({
  suggestedAction,
  state,
  access,
  invitedAt,
  inviteDueAt,
}: RosterClient): RowAction {
  if (inviteDueAt) return { label: texts.open, does: 'open' };
  switch (suggestedAction) {
    case 'SEND_LOGIN_LINK':
      return { label: texts.actions.SEND_LOGIN_LINK, does: 'send-link' };
    case 'FIX_EMAIL':
      return { label: texts.actions.FIX_EMAIL, does: 'fix-email' };
    case 'REACTIVATE':
      return { label: texts.actions.REACTIVATE, does: 'reactivate' };
    case 'RESEND_INVITE':
      // Who may only look gets no invitation.
      if (access !== 'ACTIVE') return { label: texts.actions.REACTIVATE, does: 'reactivate' };
      return { label: invitedAt ? texts.actions.inviteAgain : texts.actions.invite, does: 'invite' };
    default:
      // Who was invited and is not in yet may have lost the letter, though nothing says so.
      return state === 'INVITED'
        ? { label: texts.actions.inviteAgain, does: 'invite' }
        : { label: texts.open, does: 'open' };
  }
}
