import type { MessagesShown } from '@latchstring/operations';
import { choiceNamed } from '../../../signed-in/list-address';

/** Which messages. It stands in the address, so that Back and a bookmark bring it back. */
export type MessageView = { show: MessagesShown; search: string };

/** As the address says it. What it doesn't name is what a coach begins with. */
const shown: Partial<Record<MessagesShown, string>> = {
  NEED_YOU: 'need-you',
  DRAFTS: 'drafts',
  SCHEDULED: 'scheduled',
  SENT: 'sent',
};

export function readView(search: string): MessageView {
  const address = new URLSearchParams(search);
  return { show: choiceNamed(shown, address.get('show')) ?? 'ALL', search: address.get('q') ?? '' };
}

/** With its question mark; empty for what a coach begins with. */
export function searchOf({ show, search }: MessageView): string {
  const address = new URLSearchParams();
  if (shown[show]) address.set('show', shown[show]);
  if (search) address.set('q', search);
  return address.size > 0 ? `?${address}` : '';
}
