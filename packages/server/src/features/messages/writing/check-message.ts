import { emailKey, accessOf } from '../../accounts/index.ts';
import {
  type ComposedMessage,
  tagValue,
  type MagicTagName,
  type PlacedFault,
} from '@latchstring/message-language';
import { faultWords, longestOf } from './fault-words.ts';
import { say } from '../../../platform/language/say.ts';
import { tagValues, type MessageSender } from './tag-values.ts';
import type { FoundProblem, MessageProblemKind, MessageProblemPlace } from './found-problem.ts';

type Recipient = Parameters<typeof accessOf>[0] & {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  /** A new address was proposed and the client has not confirmed it yet. */
  isEmailChangePending: boolean;
  /** With this message they would have more mails from this coach in an hour than may go there. */
  isBeyondQuota: boolean;
};

interface Check {
  message: ComposedMessage;
  recipients: readonly Recipient[];
  coach: MessageSender & { email: string };
  now: Date;
  /** Null: at once. */
  scheduledFor: Date | null;
  /** That any hour has room for. */
  mostRecipients: number;
  /** False for an API token that may not read clients: then they are counted, not named. */
  mayName: boolean;
}

/** The pre-flight: everything that is wrong with a message for these very recipients, before anything is sent. */
export function checkMessage(check: Check): FoundProblem[] {
  const { message, recipients, now, scheduledFor, mostRecipients } = check;
  const isTooLong = (what: string) => message.faults.some((f) => f.kind === 'TOO_LONG' && f.what === what);
  const problems: FoundProblem[] = [];
  const error = (kind: MessageProblemKind, place: MessageProblemPlace, words: string, limit?: number) => {
    const most = limit === undefined ? {} : { limit };
    problems.push({ severity: 'ERROR', kind, place, message: words, ...most, clientIds: [] });
  };
  if (recipients.length === 0)
    error('NO_RECIPIENT', 'RECIPIENTS', say().messages.chooseAtLeastOneClientToWrite);
  if (recipients.length > mostRecipients)
    error(
      'TOO_MANY_RECIPIENTS',
      'RECIPIENTS',
      say().messages.theseAreClientsAndAtMost({ count: recipients.length, mostRecipients }),
      mostRecipients,
    );
  if (isEmpty(message.content.subject) && !isTooLong('SUBJECT'))
    error('EMPTY_SUBJECT', 'SUBJECT', say().messages.writeASubjectAMailWithoutOne);
  if (message.content.blocks.length === 0 && !(['BODY', 'LINES', 'MARKUP'] as const).some(isTooLong))
    error('EMPTY_BODY', 'BODY', say().messages.writeAMessage);
  problems.push(...writingProblems(message.faults));
  if (scheduledFor && scheduledFor.getTime() <= now.getTime())
    error('SCHEDULED_IN_THE_PAST', 'SCHEDULE', say().messages.thisTimeHasPassedChooseALater);
  return [...problems, ...recipientProblems(check), ...emptyValues(check)];
}

const isEmpty = (runs: ComposedMessage['content']['subject']) =>
  runs.every((run) => run.kind === 'break' || (run.kind === 'text' && run.text.trim() === ''));

/** Each fault once in each place, however often it was written. */
function writingProblems(faults: readonly PlacedFault[]): FoundProblem[] {
  const byWords = new Map<string, FoundProblem>();
  for (const fault of faults) {
    const { kind, place } = fault;
    const message = faultWords(fault);
    const severity = mayGo(fault) ? 'WARNING' : 'ERROR';
    byWords.set(`${place} ${message}`, { severity, kind, place, message, ...factsOf(fault), clientIds: [] });
  }
  return [...byWords.values()];
}

const mayGo = (fault: PlacedFault) =>
  fault.kind === 'FOREIGN_TAG' || (fault.kind === 'MISLEADING_LINK' && !fault.isOurs);

function factsOf(fault: PlacedFault): Pick<FoundProblem, 'tag' | 'suggestion' | 'shown' | 'limit'> {
  switch (fault.kind) {
    case 'MISLEADING_LINK':
      return { shown: fault.shown, suggestion: fault.target };
    case 'UNKNOWN_TAG':
      return { tag: fault.typed, ...(fault.suggestion ? { suggestion: fault.suggestion } : {}) };
    case 'FOREIGN_TAG':
      return { shown: fault.shown, ...(fault.suggestion ? { suggestion: fault.suggestion } : {}) };
    case 'TAG_NOT_ALLOWED_HERE':
      return { tag: fault.tag };
    case 'TOO_LONG': {
      const limit = longestOf(fault.what);
      return limit === null ? {} : { limit };
    }
  }
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
    words: () => say().messages.yourOwnAddressAndTheirLoginLink,
  },
  {
    kind: 'EMAIL_CHANGE_PENDING',
    severity: 'ERROR',
    aboutLoginLink: true,
    isMet: (recipient) => recipient.isEmailChangePending,
    words: () => say().messages.aNewAddressThatIsNotConfirmed,
  },
  {
    kind: 'RECIPIENT_INACTIVE',
    severity: 'WARNING',
    aboutLoginLink: false,
    isMet: (recipient) => accessOf(recipient).entry === 'NO',
    words: () => say().messages.aDeactivatedAccountNothingIsSentThere,
  },
  {
    kind: 'RECIPIENT_UNDELIVERABLE',
    severity: 'WARNING',
    aboutLoginLink: false,
    isMet: (recipient) => !accessOf(recipient).mail,
    words: () => say().messages.anAddressThatRefusedOurLastMail,
  },
  {
    kind: 'TOO_OFTEN',
    severity: 'WARNING',
    aboutLoginLink: false,
    isMet: ({ isBeyondQuota }) => isBeyondQuota,
    words: () => say().messages.asManyMailsFromYouAsMay,
  },
  {
    kind: 'LINKS_REFUSED_BY_CLIENT',
    severity: 'WARNING',
    aboutLoginLink: true,
    isMet: (recipient) => {
      const { entry, link } = accessOf(recipient);
      return entry !== 'NO' && link === 'NO';
    },
    words: () => say().messages.loginLinksTurnedOffSoThisMessage,
  },
];

function recipientProblems({
  message: {
    content: { usesLoginLink },
  },
  recipients,
  coach,
  mayName,
}: Check): FoundProblem[] {
  const coachKey = emailKey(coach.email);
  return RULES.flatMap(({ kind, severity, aboutLoginLink, isMet, words }): FoundProblem[] => {
    if (aboutLoginLink && !usesLoginLink) return [];
    const met = recipients.filter((recipient) => isMet(recipient, coachKey));
    if (met.length === 0) return [];
    const named = aboutLoginLink ? { tag: 'loginLink' } : {};
    const clientIds = met.map(({ id }) => id);
    const message = `${whoHave(met, mayName)} ${words()}`;
    return [{ severity, kind, place: 'RECIPIENTS', message, ...named, clientIds }];
  });
}

/** Tags without a fallback that would leave a hole for some of them. */
function emptyValues({ message, recipients, coach, mayName }: Check): FoundProblem[] {
  return message.neededTags.flatMap(({ tag, place }): FoundProblem[] => {
    const without = recipients.filter((recipient) => tagValue(tag, valuesOf(recipient, coach)) === '');
    if (without.length === 0) return [];
    const fallback = fallbackFor(tag);
    const message = say().messages.nothingToPutForWriteForThem({
      whoHave: whoHave(without, mayName),
      tag,
      fallback: fallback || '…',
    });
    const clientIds = without.map(({ id }) => id);
    return [{ severity: 'WARNING', kind: 'EMPTY_VALUE', place, message, tag, fallback, clientIds }];
  });
}

const fallbackFor = (tag: MagicTagName) =>
  tag === 'firstName' || tag === 'clientName' ? say().messages.there : '';

const valuesOf = (client: Recipient, coach: MessageSender) =>
  // A date is never empty.
  tagValues({ client, coach, date: 'today' });

const MOST_NAMES = 3;

/** Maria Kowalska has; Maria Kowalska and Jo have; Maria Kowalska, Jo, Sam and 37 more have; 40 of the recipients have */
function whoHave(people: readonly Recipient[], mayName: boolean): string {
  if (!mayName)
    return people.length === 1
      ? say().messages.oneOfTheRecipientsHas
      : say().messages.ofTheRecipientsHave({ count: people.length });
  const shown = people.slice(0, people.length === MOST_NAMES + 1 ? people.length : MOST_NAMES);
  const names = shown.map((person) => tagValue('clientName', valuesOf(person, NOBODY)) || person.email);
  const more = people.length - shown.length;
  if (more > 0) names.push(say().messages.more({ more }));
  const last = names.pop() ?? '';
  return names.length === 0
    ? say().messages.has({ last })
    : say().messages.andHave({ names: names.join(', '), last });
}

const NOBODY = { firstName: '', lastName: '', practice: { name: '', supportEmail: '' } };
