import type { DeliveryFieldsFragment } from '@latchstring/operations';
import { messageListTexts } from '@latchstring/texts/app/message-list';
import { messagePagesTexts as texts } from '@latchstring/texts/app/message-pages';
import type { BadgeLook } from '../../../ui/badge-look';
import { clockTime, shortDay } from '../../../words/clock-time';
import { deliveryBadge } from '../../../words/delivery-state';
import { timeWithForm } from '../../../words/time-with-form';

type Delivery = DeliveryFieldsFragment;

export function rowBadge({ state, loginLink }: Delivery): BadgeLook {
  if (loginLink === 'USED') return { kind: 'good', icon: 'key', text: messageListTexts.linkUsed };
  return deliveryBadge(state);
}

/** What became of one mail, beside its badge. Of one that came back nothing is said about its link. */
export function becameOf({ state, reason, fault, updatedAt, client, ...link }: Delivery): string {
  if (link.loginLink === 'USED')
    return link.loginLinkUsedAt
      ? texts.cameInOn({ day: shortDay(link.loginLinkUsedAt) })
      : messageListTexts.cameInByLink;
  if (fault) return texts.faults[fault];
  if (state === 'HELD' && client.status === 'INACTIVE') return texts.deactivated;
  if (reason) return reason;
  if (state === 'DELIVERED') return linkWords(link) ?? clockTime(updatedAt);
  return texts.since(timeWithForm(clockTime(updatedAt)));
}

function linkWords({ loginLink }: Pick<Delivery, 'loginLink'>): string | undefined {
  if (loginLink === 'EXPIRED') return texts.linkRanOut;
  if (loginLink === 'REVOKED') return texts.linkOff;
  return loginLink === 'ACTIVE' ? texts.linkNotUsed : undefined;
}

/** All that is known of it, for whom a few words are not enough: the page of its client says the same. */
export function moreOf({ state, reason, loginLink, loginLinkExpiresAt: until }: Delivery): string | null {
  const isOpen = state === 'DELIVERED' && loginLink === 'ACTIVE';
  return isOpen && until ? texts.linkUntil(timeWithForm(clockTime(until))) : reason;
}
