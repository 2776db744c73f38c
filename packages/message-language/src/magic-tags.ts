interface MagicTag {
  name: string;
  example: string;
  allowedInSubject: boolean;
  /** May be written `[name|words for when it is empty]`. */
  takesFallback: boolean;
  /** What people write instead: lower case, without separators. Only ever suggested from, never accepted. */
  meantBy: readonly string[];
}

/** The table of all magic tags. */
const TAGS = {
  loginLink: {
    name: 'loginLink',
    example: '[loginLink]',
    allowedInSubject: false,
    takesFallback: false,
    meantBy: ['magiclink', 'link', 'login', 'loginurl', 'signinlink', 'accesslink', 'resetlink', 'url'],
  },
  firstName: {
    name: 'firstName',
    example: 'Maria',
    allowedInSubject: true,
    takesFallback: true,
    meantBy: ['name', 'givenname', 'forename', 'fname', 'clientfirstname'],
  },
  lastName: {
    name: 'lastName',
    example: 'Kowalska',
    allowedInSubject: true,
    takesFallback: true,
    meantBy: ['surname', 'familyname', 'lname', 'clientlastname'],
  },
  clientName: {
    name: 'clientName',
    example: 'Maria Kowalska',
    allowedInSubject: true,
    takesFallback: true,
    meantBy: ['fullname', 'client', 'recipient', 'recipientname'],
  },
  coachName: {
    name: 'coachName',
    example: 'Dana Reyes',
    allowedInSubject: true,
    takesFallback: true,
    meantBy: ['coach', 'myname', 'sender', 'sendername', 'signature'],
  },
  practiceName: {
    name: 'practiceName',
    example: 'Northwind Coaching',
    allowedInSubject: true,
    takesFallback: true,
    meantBy: ['practice', 'company', 'companyname', 'business', 'organisation', 'organization'],
  },
  date: {
    name: 'date',
    example: '25 November 2026',
    allowedInSubject: true,
    takesFallback: true,
    meantBy: ['today', 'day', 'currentdate', 'todaysdate'],
  },
} as const satisfies Record<string, MagicTag>;

export type MagicTagName = keyof typeof TAGS;

/**
 * What each tag has to say to one reader: plain text, '' for nothing. The login link is none of them: it is made when a mail
 * goes out, and handed to the rendering.
 */
export type TagValues = Record<Exclude<MagicTagName, 'loginLink'>, string>;

export const MAGIC_TAGS: readonly (MagicTag & { name: MagicTagName })[] = Object.values(TAGS);

const byKey = new Map(MAGIC_TAGS.map((tag) => [tag.name.toLowerCase(), tag]));

export function magicTag(name: MagicTagName): MagicTag {
  return TAGS[name];
}

/** The tag whose name this is, in any case. */
export function knownTag(name: string): MagicTagName | null {
  return byKey.get(name.toLowerCase())?.name ?? null;
}

// Line breaks and other control characters, halves of surrogate pairs; and what turns the direction of reading around.
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+/gu;
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/** A tag's value as one line of plain text; '' where there is none. */
export function tagValue(name: MagicTagName, values: TagValues): string {
  const value = name === 'loginLink' ? '' : values[name];
  return value.replace(UNPRINTABLE, ' ').replace(TURNING, '').trim();
}
