import type { Language } from '../language/languages.ts';

/** What a letter says, before it is text or HTML: both are made from these same paragraphs. */
export interface Letter {
  /** In which all of it is written. */
  language: Language;
  to: string;
  /** The name before the sender's address: the practice's, or the site's. */
  fromName: string;
  /** One line, plain text. */
  subject: string;
  paragraphs: Paragraph[];
  /** Where an answer reaches somebody: nobody reads what comes back to the sender's address. */
  writeTo?: string;
  /** Whose it is: what the provider tells of it is marked on these accounts alone; on none where none is named. */
  owners?: LetterOwner[];
  /** The Message-ID of the mail that this is the automatic answer to. */
  answers?: string;
}

export interface LetterOwner {
  accountId: string;
  /** The owner, known by their browser; ourselves or a coach; or anybody who knows a name or an address. */
  askedBy: 'OWNER' | 'US' | 'ANYONE';
}

/** Every value is plain text and only gets in escaped. */
export type Paragraph =
  | { kind: 'words'; text: string }
  | { kind: 'list'; items: string[] }
  /** What somebody else wrote, with its line breaks. */
  | { kind: 'quote'; text: string }
  /** A button in HTML; in text the bare address alone on its line. */
  | { kind: 'button'; label: string; url: string }
  /** Something to copy or type: a code, a username. */
  | { kind: 'value'; label: string; value: string };

/** One paragraph of these sentences. */
export const words = (...sentences: string[]): Paragraph => ({ kind: 'words', text: sentences.join(' ') });
export const list = (items: string[]): Paragraph => ({ kind: 'list', items });
export const button = (label: string, url: string): Paragraph => ({ kind: 'button', label, url });
export const value = (label: string, value: string): Paragraph => ({ kind: 'value', label, value });
export const quote = (text: string): Paragraph => ({ kind: 'quote', text });
