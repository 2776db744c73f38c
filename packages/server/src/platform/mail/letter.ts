/** What a letter says, before it is text or HTML: both are made from these same paragraphs. */
export interface Letter {
  to: string;
  /** The name before the sender's address: the practice's, or the site's. */
  fromName: string;
  /** One line, plain text. */
  subject: string;
  paragraphs: Paragraph[];
}

/** Every value is plain text and only gets in escaped. */
export type Paragraph =
  | { kind: 'words'; text: string }
  | { kind: 'list'; items: string[] }
  /** A button in HTML; in text the bare address alone on its line. */
  | { kind: 'button'; label: string; url: string }
  /** Something to copy or type: a code, a username. */
  | { kind: 'value'; label: string; value: string };

export const words = (text: string): Paragraph => ({ kind: 'words', text });
export const list = (items: string[]): Paragraph => ({ kind: 'list', items });
export const button = (label: string, url: string): Paragraph => ({ kind: 'button', label, url });
export const value = (label: string, value: string): Paragraph => ({ kind: 'value', label, value });
