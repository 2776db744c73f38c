import { say } from '../../../platform/language/say.ts';
import { lookAlikeKey } from './look-alikes.ts';

/** How many characters of a person's own name, and of a practice's or a sender's, a letter takes. */
const PERSON_MAX = 40;
const SENDER_MAX = 60;
const MOST_WORDS = 4;

const LETTERS = /^[\p{L}\p{M}'’.\- ]+$/u;
// Letters and marks that nobody sees.
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;
// A dot within words makes an address: it stands before a space, an initial or the end.
const DOT_WITHIN = /\.(?! |$|[\p{Lu}\p{Lt}\p{Lo}]\p{M}*(?![\p{L}\p{M}]))/u;

/**
 * Whether a text may stand as a name in a letter that the system writes. Readers trust those, so nobody may put an
 * address, a number or a sentence of their own into one by calling themselves, a client or a practice so.
 */
function looksLikeName(text: string, most: number): boolean {
  return (
    /\p{L}/u.test(text) &&
    LETTERS.test(text) &&
    !UNSEEN.test(text) &&
    !DOT_WITHIN.test(text) &&
    text.split(' ').length <= MOST_WORDS &&
    [...text].length <= most
  );
}

/** One kind of space, composed. Line and paragraph separators stay, and are no part of a name. */
export const tidied = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll(/\p{Zs}+/gu, ' ')
    .trim();

/** A person's first or last name as letters show it; empty where it does not look like a name. */
export function nameInLetter(text: string): string {
  const name = tidied(text);
  return looksLikeName(name, PERSON_MAX) ? name : '';
}

interface Named {
  firstName: string;
  lastName: string;
}

/** First and last name as letters show them; empty where either does not look like a name. */
export function fullNameInLetter(person: Named | null | undefined): string {
  const parts = person ? [person.firstName, person.lastName].map(tidied).filter(Boolean) : [];
  const name = parts.join(' ');
  return parts.every((part) => nameInLetter(part)) && [...name].length <= SENDER_MAX ? name : '';
}

/** The practice as letters and link pages name it; the site where its name does not look like one. */
export function practiceInLetter({ name }: { name: string }, siteName: string): string {
  const tidy = tidied(name);
  return looksLikeName(tidy, SENDER_MAX) ? tidy : siteName;
}

/** How every letter begins. */
export function greeting({ firstName }: Pick<Named, 'firstName'>): string {
  const name = nameInLetter(firstName);
  return name ? say().loginLetters.helloName({ name }) : say().loginLetters.hello;
}

/** What is wrong with a new practice's name, in words; null when it may be used. `others`: those that are there. */
export function practiceFault(name: string, others: string[]): string | null {
  if (!looksLikeName(tidied(name), SENDER_MAX))
    return say().accounts.useLettersSpacesApostrophesDashesAndDots({
      mostWords: MOST_WORDS,
      senderMax: SENDER_MAX,
    });
  const twin = others.find((other) => lookAlikeKey(other) === lookAlikeKey(name));
  return twin === undefined ? null : say().accounts.itLooksLikeWhichIsHereAlready({ twin });
}
