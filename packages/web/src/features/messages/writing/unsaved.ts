import { hideTokenLinks, type OwnHosts } from '@latchstring/message-language';
import type { MessageFieldsFragment } from '@latchstring/operations';
import { nowInstant } from '../../../words/clock-time';
import { forgetText, keepText, keptTexts } from '../../../signed-in/kept-text';
import type { Body } from './rich-text/body-editor.svelte';

export type Person = { id: string; firstName: string; lastName: string };

/** Everything that somebody fills in for a message. */
export type Written = Body & {
  subject: string;
  clients: Person[];
  allActive: boolean;
  /** Besides: those who got that message and have not come in since. */
  notInOf?: string | null;
  copyToMe: boolean;
  isLater: boolean;
  localTime: string;
  timeZone: string;
};

export type Draft = { id: string; version: number };

/** One message as this browser keeps it, under a name that its page's history entry knows. */
export type Unsaved = {
  name: string;
  at: string;
  draft: Draft | null;
  /** Null once the server has it all: then only the draft's id is remembered. */
  written: Written | null;
};

const daysKept = 30;
const dayMs = 24 * 60 * 60 * 1_000;

export function keepUnsaved(
  accountId: string,
  { name, draft, written }: Omit<Unsaved, 'at'>,
  ownHosts: OwnHosts,
): void {
  const safe = written && { ...written, subject: hideTokenLinks(written.subject, ownHosts) };
  keepText(accountId, name, JSON.stringify({ at: nowInstant(), draft, written: safe }));
}

export function forgetUnsaved(accountId: string, name: string): void {
  forgetText(accountId, name);
}

/** Newest first. What is old or can't be read is thrown away. */
export function unsavedOf(accountId: string): Unsaved[] {
  const found: Unsaved[] = [];
  for (const { name, text } of keptTexts(accountId)) {
    const unsaved = read(name, text);
    if (unsaved && Date.parse(nowInstant()) - Date.parse(unsaved.at) < daysKept * dayMs) found.push(unsaved);
    else forgetText(accountId, name);
  }
  return found.sort((a, b) => b.at.localeCompare(a.at));
}

function read(name: string, text: string): Unsaved | undefined {
  try {
    const { at, draft, written } = JSON.parse(text) as Omit<Unsaved, 'name'>;
    const isWhole = written === null || (Array.isArray(written.clients) && typeof written.body === 'string');
    return typeof at === 'string' && isWhole ? { name, at, draft, written } : undefined;
  } catch {
    return undefined;
  }
}

/** What a draft of the server's says. */
export function writtenIn(draft: MessageFieldsFragment, timeZone: string): Written {
  const { subject, body, bodyFormat, copyToMe, recipients, schedule } = draft;
  return {
    subject,
    body,
    bodyFormat,
    copyToMe,
    clients: recipients.clients.map(({ id, firstName, lastName }) => ({ id, firstName, lastName })),
    allActive: recipients.allActive,
    notInOf: recipients.notInOf,
    isLater: schedule !== null,
    localTime: schedule?.localTime ?? '',
    timeZone: schedule?.timeZone ?? timeZone,
  };
}
