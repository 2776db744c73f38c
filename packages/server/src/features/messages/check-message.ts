import { emailKey, mayLogIn } from '../accounts/index.ts';
import type { ComposedMessage } from './compose-message.ts';
import { faultWords } from './fault-words.ts';
import { tagValue, type MagicTagName, type MessageFacts } from './magic-tags.ts';
import type { MessageFault } from './message-document.ts';
import { say, sayNumber } from '../../platform/language/say.ts';

type MessageProblemKind =
  | 'EMAIL_CHANGE_PENDING'
  | 'EMPTY_BODY'
  | 'EMPTY_SUBJECT'
  | 'EMPTY_VALUE'
  | 'LINKS_REFUSED_BY_CLIENT'
  | 'LINKS_TAKEN_BACK'
  | 'NO_RECIPIENT'
  | 'RECIPIENT_INACTIVE'
  | 'RECIPIENT_IS_SENDER'
  | 'RECIPIENT_UNDELIVERABLE'
  | 'SCHEDULED_IN_THE_PAST'
  | 'TAG_NOT_ALLOWED_HERE'
  | 'TOO_LONG'
  | 'TOO_MANY_RECIPIENTS'
  | 'TOO_OFTEN'
  | 'UNKNOWN_TAG';

export interface FoundProblem {
  severity: 'ERROR' | 'WARNING';
  kind: MessageProblemKind;
  message: string;
  /** The tag it is about, as typed, without brackets. */
  tag?: string;
  clientIds: string[];
}

interface Recipient {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  emailState: 'UNKNOWN' | 'DELIVERED' | 'BOUNCED' | 'COMPLAINED';
  status: 'ACTIVE' | 'INACTIVE';
  mayLogInWhileInactive: boolean;
  loginLinkPolicy: 'ALLOWED' | 'PASSWORD_TOO' | 'NEVER';
  /** A new address was proposed and the client has not confirmed it yet. */
  isEmailChangePending: boolean;
  /** With this message they would have more mails from this coach in an hour than may go there. */
  isBeyondQuota: boolean;
}

interface Check {
  message: ComposedMessage;
  recipients: readonly Recipient[];
  coach: { name: string; email: string; practiceName: string };
  now: Date;
  /** Null: at once. */
  scheduledFor: Date | null;
  /** That any hour has room for. */
  mostRecipients: number;
}

/** The pre-flight: everything that is wrong with a message for these very recipients, before anything is sent. */
export function checkMessage(check: Check): FoundProblem[] {
  const { message, recipients, now, scheduledFor, mostRecipients } = check;
  const isTooLong = (what: string) => message.faults.some((f) => f.kind === 'TOO_LONG' && f.what === what);
  const problems: FoundProblem[] = [];
  const error = (kind: MessageProblemKind, words: string) =>
    problems.push({ severity: 'ERROR', kind, message: words, clientIds: [] });
  if (recipients.length === 0) error('NO_RECIPIENT', say`Choose at least one client to write to.`);
  if (recipients.length > mostRecipients)
    error(
      'TOO_MANY_RECIPIENTS',
      say`These are ${sayNumber(recipients.length)} clients, and at most ${sayNumber(mostRecipients)} an hour get a message. Send it in parts.`,
    );
  if (isEmpty(message.subject) && !isTooLong('SUBJECT'))
    error('EMPTY_SUBJECT', say`Write a subject: a mail without one looks like spam.`);
  if (message.blocks.length === 0 && !isTooLong('BODY') && !isTooLong('MARKUP'))
    error('EMPTY_BODY', say`Write a message.`);
  problems.push(...writingProblems(message.faults));
  if (scheduledFor && scheduledFor.getTime() <= now.getTime())
    error('SCHEDULED_IN_THE_PAST', say`This time has passed. Choose a later one, or send now.`);
  return [...problems, ...recipientProblems(check), ...emptyValues(check)];
}

const isEmpty = (runs: ComposedMessage['subject']) =>
  runs.every((run) => run.kind === 'break' || (run.kind === 'text' && run.text.trim() === ''));

/** Each fault once, however often it was written. */
function writingProblems(faults: readonly MessageFault[]): FoundProblem[] {
  const byWords = new Map<string, FoundProblem>();
  for (const fault of faults) {
    const message = faultWords(fault);
    const tag = fault.kind === 'UNKNOWN_TAG' ? fault.typed : fault.kind === 'TOO_LONG' ? null : fault.tag;
    const named = tag === null ? {} : { tag };
    byWords.set(message, { severity: 'ERROR', kind: fault.kind, message, ...named, clientIds: [] });
  }
  return [...byWords.values()];
}

interface RecipientRule {
  kind: MessageProblemKind;
  severity: FoundProblem['severity'];
  /** Asked only of messages with a login link. */
  aboutLoginLink: boolean;
  isMet: (recipient: Recipient, coachKey: string) => boolean;
  /** Behind the names. */
  words: () => string;
}

const RULES: RecipientRule[] = [
  {
    kind: 'RECIPIENT_IS_SENDER',
    severity: 'ERROR',
    aboutLoginLink: true,
    isMet: ({ email }, coachKey) => emailKey(email) === coachKey,
    words: () =>
      say`your own address, and their login link would come to you. Leave them out, or take [loginLink] out.`,
  },
  {
    kind: 'EMAIL_CHANGE_PENDING',
    severity: 'ERROR',
    aboutLoginLink: true,
    isMet: (recipient) => recipient.isEmailChangePending,
    words: () =>
      say`a new address that is not confirmed yet, and until then no login link from you. Leave them out, or take [loginLink] out.`,
  },
  {
    kind: 'RECIPIENT_INACTIVE',
    severity: 'WARNING',
    aboutLoginLink: false,
    isMet: (recipient) => mayLogIn(recipient) === false,
    words: () => say`a deactivated account: nothing is sent there. Reactivate it first, or leave them out.`,
  },
  {
    kind: 'RECIPIENT_UNDELIVERABLE',
    severity: 'WARNING',
    aboutLoginLink: false,
    isMet: ({ emailState }) => emailState === 'BOUNCED' || emailState === 'COMPLAINED',
    words: () => say`an address that refused our last mail: nothing is sent there. Check the address first.`,
  },
  {
    kind: 'TOO_OFTEN',
    severity: 'WARNING',
    aboutLoginLink: false,
    isMet: ({ isBeyondQuota }) => isBeyondQuota,
    words: () =>
      say`as many mails from you as may go to that address in an hour: this one goes there by itself later.`,
  },
  {
    kind: 'LINKS_REFUSED_BY_CLIENT',
    severity: 'WARNING',
    aboutLoginLink: true,
    isMet: ({ loginLinkPolicy }) => loginLinkPolicy === 'NEVER',
    words: () =>
      say`login links turned off, so this message is not sent there. Write to them without [loginLink].`,
  },
];

function recipientProblems({ message, recipients, coach }: Check): FoundProblem[] {
  const coachKey = emailKey(coach.email);
  return RULES.flatMap(({ kind, severity, aboutLoginLink, isMet, words }): FoundProblem[] => {
    if (aboutLoginLink && !message.usesLoginLink) return [];
    const met = recipients.filter((recipient) => isMet(recipient, coachKey));
    if (met.length === 0) return [];
    const named = aboutLoginLink ? { tag: 'loginLink' } : {};
    const clientIds = met.map(({ id }) => id);
    return [{ severity, kind, message: `${namesHave(met)} ${words()}`, ...named, clientIds }];
  });
}

/** Tags without a fallback that would leave a hole for some of them. */
function emptyValues({ message, recipients, coach }: Check): FoundProblem[] {
  return message.neededTags.flatMap((tag): FoundProblem[] => {
    const without = recipients.filter((recipient) => tagValue(tag, factsAbout(recipient, coach)) === '');
    if (without.length === 0) return [];
    const words = say`${namesHave(without)} nothing to put for [${tag}]. Write [${tag}|${fallbackFor(tag)}] for them, or fill it in.`;
    return [
      { severity: 'WARNING', kind: 'EMPTY_VALUE', message: words, tag, clientIds: without.map((r) => r.id) },
    ];
  });
}

const fallbackFor = (tag: MagicTagName) => (tag === 'firstName' || tag === 'clientName' ? say`there` : '…');

const factsAbout = (client: Recipient, coach: Check['coach']): MessageFacts => ({
  client,
  coachName: coach.name,
  practiceName: coach.practiceName,
  // Never empty.
  date: 'today',
});

const MOST_NAMES = 3;

/** Maria Kowalska has; Maria Kowalska and Jo have; Maria Kowalska, Jo, Sam and 37 more have */
function namesHave(people: readonly Recipient[]): string {
  const shown = people.slice(0, people.length === MOST_NAMES + 1 ? people.length : MOST_NAMES);
  const names = shown.map((person) => tagValue('clientName', factsAbout(person, NOBODY)) || person.email);
  const more = people.length - shown.length;
  if (more > 0) names.push(say`${more} more`);
  const last = names.pop() ?? '';
  return names.length === 0 ? say`${last} has` : say`${names.join(', ')} and ${last} have`;
}

const NOBODY = { name: '', email: '', practiceName: '' };
