import { clientsTexts as texts } from '@latchstring/texts/app/clients';
import { shortDay } from '../../../words/clock-time';
import { deliveryStateWords } from '../../../words/delivery-state';
import type { RosterClient } from './roster-list.svelte';

/** What became of it, as far as it matters: of a letter that came back its link says nothing more. */
export function becameOf(sent: NonNullable<RosterClient['lastDelivery']>): string {
  const { state, loginLink, loginLinkExpiresAt } = sent;
  const hasArrived = state === 'DELIVERED' || state === 'SENT';
  if (hasArrived && loginLink === 'USED') return texts.linkUsed;
  if (hasArrived && loginLink === 'EXPIRED' && loginLinkExpiresAt)
    return texts.linkRanOut({ day: shortDay(loginLinkExpiresAt) });
  return deliveryStateWords(state);
}
