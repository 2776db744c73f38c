/** The letters the server has written, read as any mail program would: from outside. */
import { setTimeout as pause } from 'node:timers/promises';

export interface Letter {
  id: string;
  /** ISO 8601. */
  at: string;
  from: string;
  to: string[];
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

// What is sent in the app waits for ten seconds, and a busy machine takes its time.
const patienceSeconds = 30;

export class Mailbox {
  #seen = new Set<string>();
  readonly #url: string;

  constructor(serverUrl: string) {
    this.#url = `${serverUrl}/dev/mailbox.json`;
  }

  /** All letters, newest first. */
  async letters(): Promise<Letter[]> {
    const answer = await fetch(this.#url);
    if (!answer.ok) throw new Error(`${this.#url} answered ${String(answer.status)}.`);
    return (await answer.json()) as Letter[];
  }

  /** The next letter to an address that no earlier call has returned, waiting until there is one. */
  async next(address: string, subject: RegExp = /./): Promise<Letter> {
    const deadline = Date.now() + patienceSeconds * 1000;
    let letters: Letter[] = [];
    while (Date.now() < deadline) {
      letters = await this.letters();
      const found = letters
        .toReversed()
        .find(
          ({ id, to, subject: line }) => !this.#seen.has(id) && to.includes(address) && subject.test(line),
        );
      if (found) {
        this.#seen.add(found.id);
        return found;
      }
      await pause(50);
    }
    const there = letters.map(({ to, subject: line }) => `${to.join(', ')}: ${line}`).join('\n');
    throw new Error(`No new letter to ${address} (${String(subject)}) came. In the mailbox:\n${there}`);
  }
}

/** The login link of a letter: the one line of its text part that is nothing but a link with a token. */
export function linkOf(letter: Letter): string {
  const links = letter.text.match(/^https?:\/\/\S+#[\w-]{22}$/gm) ?? [];
  const [link] = links;
  if (link === undefined || links.length > 1) {
    throw new Error(`Expected one bare link, found ${String(links.length)} in:\n${letter.text}`);
  }
  return link;
}

/** The login code of a letter: eight characters of Crockford's base32 in two groups. */
export function codeOf(letter: Letter): string {
  // A token may hold what looks like one.
  const words = letter.text.replaceAll(/\S+#\S+/g, '');
  const code = /\b[0-9A-HJKMNP-TV-Z]{4}[- ]?[0-9A-HJKMNP-TV-Z]{4}\b/.exec(words)?.[0];
  if (code === undefined) throw new Error(`No login code in:\n${letter.text}`);
  return code;
}
