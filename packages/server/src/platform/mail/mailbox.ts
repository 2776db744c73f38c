import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { MailTransport } from './mail.ts';

/** A letter kept on this machine instead of being sent. */
interface KeptLetter {
  id: string;
  at: string;
  from: string;
  to: string[];
  cc: string[];
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

const MOST_LETTERS = 500;

export interface Mailbox extends MailTransport {
  /** Newest first. */
  letters(): Promise<KeptLetter[]>;
}

/** Letters as files, one each, named so that their names sort by time: every process of this machine can read them. */
export function createMailbox(dir: string, clock: Clock): Mailbox {
  let sequence = 0;
  return {
    async carry(mail) {
      const at = clock.now().toISOString();
      sequence += 1;
      const name = `${at.replace(/[:.]/g, '-')}-${String(sequence).padStart(6, '0')}-${mail.id}.json`;
      const letter: KeptLetter = {
        id: mail.id,
        at,
        from: mail.from,
        to: [mail.to],
        cc: [],
        replyTo: mail.headers['Reply-To'] ?? null,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        headers: mail.headers,
      };
      await mkdir(dir, { recursive: true });
      // Whole or not at all: a reader never meets half a letter.
      await writeFile(join(dir, `.${name}`), JSON.stringify(letter, null, 2));
      await rename(join(dir, `.${name}`), join(dir, name));
      const old = (await names(dir)).slice(MOST_LETTERS);
      await Promise.all(old.map((file) => rm(join(dir, file), { force: true })));
    },
    async hasTaken(mailId) {
      return (await names(dir)).some((name) => name.includes(mailId));
    },
    // Every address is good here.
    lift: () => Promise.resolve(false),
    suppress: () => Promise.resolve(),
    async letters() {
      // One that another process has just pruned is no letter any more.
      const read = (file: string) =>
        readFile(join(dir, file), 'utf8').then(
          (text) => [JSON.parse(text) as KeptLetter],
          () => [],
        );
      return (await Promise.all((await names(dir)).map(read))).flat();
    },
  };
}

async function names(dir: string): Promise<string[]> {
  const files = await readdir(dir).catch(() => []);
  return files
    .filter((file) => file.endsWith('.json') && !file.startsWith('.'))
    .sort()
    .reverse();
}
