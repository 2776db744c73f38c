import type { Mailbox } from '../../src/platform/mail/mailbox.ts';

type KeptLetter = Awaited<ReturnType<Mailbox['letters']>>[number];

const LINK = /https?:\/\/\S+?\/login\/link#[\w-]+/g;

/** The login code in the text of a letter. Links are left out: a token may hold what looks like one. */
export function codeIn(text: string): string {
  const words = text.replaceAll(/\S+#\S+/g, '');
  const code = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/.exec(words)?.[0];
  if (!code) throw new Error(`No login code in: ${text}`);
  return code;
}

/** A letter as its reader uses it. */
export class ReadLetter {
  readonly kept: KeptLetter;

  constructor(kept: KeptLetter) {
    this.kept = kept;
  }

  get to(): string {
    return this.kept.to.join();
  }

  get subject(): string {
    return this.kept.subject;
  }

  get text(): string {
    return this.kept.text;
  }

  /** The text part without the line breaks inside its paragraphs. */
  get prose(): string {
    return this.text.replaceAll(/(?<!\n)\n(?!\n)/g, ' ');
  }

  /** Every login link of the text part. */
  links(): string[] {
    return this.kept.text.match(LINK) ?? [];
  }

  /** Every login link of the HTML part. */
  htmlLinks(): string[] {
    return this.kept.html.match(/https?:\/\/[^\s"'<>]+?\/login\/link#[\w-]+/g) ?? [];
  }

  token(): string {
    const token = this.links()[0]?.split('#')[1];
    if (!token) throw new Error(`No login link in: ${this.kept.text}`);
    return token;
  }

  code(): string {
    return codeIn(this.kept.text);
  }
}
