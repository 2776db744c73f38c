import type { ClientFieldsFragment, LoginHelpFieldsFragment } from '@latchstring/operations';

/** What a coach can do about a client's way in, from the answer. */
export type Act =
  | 'SEND_LINK'
  | 'EDIT_FIRST'
  | 'WRITE'
  | 'WITHDRAW_AND_SEND'
  | 'WITHDRAW'
  | 'STOP_FRESH_START'
  | 'INVITE'
  | 'INVITE_AGAIN'
  | 'FIX_EMAIL'
  | 'TRY_ADDRESS_AGAIN'
  | 'START_OVER'
  | 'REACTIVATE'
  | 'ALLOW_ACCESS'
  | 'LOOK_AGAIN';

/** One main one at most; the others are quiet, or bare. */
type Offer = { act: Act; look?: 'main' | 'bare' };

type Facts = Pick<
  ClientFieldsFragment,
  'access' | 'freshStartAt' | 'pendingEmail' | 'emailState' | 'isRegistered' | 'invitedAt' | 'inviteDueAt'
>;

const START_OVER: Offer = { act: 'START_OVER', look: 'bare' };

/** The main one is never one that would be refused: what stands in its way is offered first. */
export function actsFor(
  client: Facts,
  { suggestedAction, checks }: Pick<LoginHelpFieldsFragment, 'suggestedAction' | 'checks'>,
): Offer[] {
  const { access, isRegistered } = client;
  if (client.freshStartAt) return [{ act: 'STOP_FRESH_START' }];
  // Who may only look gets mail and links as everybody does, and no invitation.
  const write: Offer[] = access === 'NONE' ? [] : [{ act: 'WRITE', look: 'bare' }];
  // Turned off by the client, or asking for the password that is lost: of no help either way.
  const isHeld = checks.some(
    ({ kind, state }) =>
      (kind === 'LINK_POLICY' && state !== 'OK') || (kind === 'EMAIL_DELIVERABLE' && state === 'PROBLEM'),
  );
  const getsLinks = access !== 'NONE' && isRegistered && !isHeld;
  if (client.pendingEmail)
    return [getsLinks ? { act: 'WITHDRAW_AND_SEND', look: 'main' } : { act: 'WITHDRAW' }, ...write];
  switch (suggestedAction) {
    case 'REACTIVATE':
      return [{ act: 'REACTIVATE', look: 'main' }];
    case 'ALLOW_ACCESS':
      return [{ act: 'ALLOW_ACCESS', look: 'main' }, { act: 'REACTIVATE' }];
    case 'RESEND_INVITE':
      if (access !== 'ACTIVE') return [{ act: 'REACTIVATE', look: 'main' }];
      // One that can be undone goes in a moment.
      if (client.inviteDueAt) return write;
      return [{ act: client.invitedAt ? 'INVITE_AGAIN' : 'INVITE', look: 'main' }, ...write];
    case 'FIX_EMAIL': {
      const again: Offer[] = client.emailState === 'BOUNCED' ? [{ act: 'TRY_ADDRESS_AGAIN' }] : [];
      const startsOver = isRegistered && access === 'ACTIVE';
      return [{ act: 'FIX_EMAIL', look: 'main' }, ...again, ...(startsOver ? [START_OVER] : [])];
    }
    case 'SEND_LOGIN_LINK':
    case 'WAIT':
    case 'CALL_THE_CLIENT':
    case 'NONE': {
      if (!getsLinks) return [{ act: 'LOOK_AGAIN' }, ...write];
      const isWanted = suggestedAction === 'SEND_LOGIN_LINK';
      return isWanted
        ? [{ act: 'SEND_LINK', look: 'main' }, { act: 'EDIT_FIRST' }, ...write]
        : [{ act: 'SEND_LINK' }, { act: 'EDIT_FIRST', look: 'bare' }, ...write];
    }
  }
}
