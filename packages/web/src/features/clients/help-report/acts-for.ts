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
  'status' | 'freshStartAt' | 'pendingEmail' | 'emailState' | 'isRegistered' | 'invitedAt'
>;

/** The main one is never one that would be refused: what stands in its way is offered first. */
export function actsFor(
  client: Facts,
  { suggestedAction, checks }: Pick<LoginHelpFieldsFragment, 'suggestedAction' | 'checks'>,
): Offer[] {
  const write: Offer[] = client.status === 'ACTIVE' ? [{ act: 'WRITE', look: 'bare' }] : [];
  if (client.freshStartAt) return [{ act: 'STOP_FRESH_START' }];
  // A link to the address on file could be held all the same; then taking the proposal back is all that is sure.
  const holds = checks.some(
    ({ kind, state }) => (kind === 'LINK_POLICY' || kind === 'EMAIL_DELIVERABLE') && state === 'PROBLEM',
  );
  if (client.pendingEmail && client.status === 'ACTIVE')
    return [holds ? { act: 'WITHDRAW' } : { act: 'WITHDRAW_AND_SEND', look: 'main' }, ...write];
  switch (suggestedAction) {
    case 'REACTIVATE':
      return [{ act: 'REACTIVATE', look: 'main' }];
    case 'ALLOW_ACCESS':
      return [{ act: 'ALLOW_ACCESS', look: 'main' }, { act: 'REACTIVATE' }];
    case 'RESEND_INVITE':
      return [{ act: client.invitedAt ? 'INVITE_AGAIN' : 'INVITE', look: 'main' }, ...write];
    case 'FIX_EMAIL':
      return [
        { act: 'FIX_EMAIL', look: 'main' },
        ...(client.emailState === 'BOUNCED' ? [{ act: 'TRY_ADDRESS_AGAIN' } as const] : []),
        ...(client.isRegistered ? [{ act: 'START_OVER', look: 'bare' } as const] : []),
      ];
    case 'SEND_LOGIN_LINK':
      return client.status === 'ACTIVE'
        ? [{ act: 'SEND_LINK', look: 'main' }, { act: 'EDIT_FIRST' }, ...write]
        : [{ act: 'LOOK_AGAIN' }];
    default:
      return client.status === 'ACTIVE' && client.isRegistered && !holds
        ? [{ act: 'SEND_LINK' }, { act: 'EDIT_FIRST', look: 'bare' }, ...write]
        : [{ act: 'LOOK_AGAIN' }, ...write];
  }
}
