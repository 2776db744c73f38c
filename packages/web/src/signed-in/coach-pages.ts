import { signedInTexts as texts } from '@latchstring/texts/app/signed-in';
import { route } from '../routes';
import type { IconName } from '../ui/icons';

type Entry = { href: string; label: string; icon: IconName };

/** What a coach goes to and fro between. */
export const coachPages: Entry[] = [
  { href: '/clients', label: texts.clients, icon: 'people' },
  { href: '/messages', label: texts.messages, icon: 'mail' },
];

export const writing: Entry = { href: '/messages/new', label: texts.write, icon: 'pen' };

/** How an entry says that one is there, or somewhere below it. Writing has an entry of its own. */
export function currentAt(href: string): 'page' | 'true' | undefined {
  const { pathname } = route;
  if (pathname === href) return 'page';
  return pathname.startsWith(`${href}/`) && pathname !== writing.href ? 'true' : undefined;
}
