import { registerEnumType } from 'type-graphql';
import { days, seconds, spelled } from '../../../settings/descriptions.ts';
import { defaultSettings } from '../../../settings/settings.ts';

const enumOf = <const Names extends readonly string[]>(...names: Names) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Name in Names[number]]: Name };

export const MessageState = enumOf('DRAFT', 'SCHEDULED', 'SENDING', 'SENT', 'CANCELLED');
registerEnumType(MessageState, {
  name: 'MessageState',
  description: 'How far a message has come.',
  valuesConfig: {
    DRAFT: { description: 'Is being written.' },
    SCHEDULED: {
      description: `Waits for its time. A send of the app waits ${spelled(seconds(defaultSettings.undoSendMs))} seconds like this too, so that it can be undone: schedule is null then, and scheduledFor says when it goes.`,
    },
    SENDING: { description: 'On its way: some of its deliveries are still queued.' },
    SENT: { description: 'Every delivery is done, one way or another.' },
    CANCELLED: { description: 'Stopped before it went: a scheduled message, or a send that was undone.' },
  },
});

export const MessagesShown = enumOf('ALL', 'NEED_YOU', 'DRAFTS', 'SCHEDULED', 'SENT');
registerEnumType(MessagesShown, {
  name: 'MessagesShown',
  description: 'Which messages a list shows.',
  valuesConfig: {
    DRAFTS: { description: 'Those being written.' },
    SCHEDULED: { description: 'Those that wait for their time.' },
    ALL: { description: 'Cancelled ones too.' },
    NEED_YOU: {
      description: `Of the last ${days(defaultSettings.helpReportMs)} days, with a delivery that came back, failed or is held until you mend the reason.`,
    },
    SENT: { description: 'Also those on their way.' },
  },
});

export const DeliveryOrder = enumOf('NAME', 'NEED_YOU');
registerEnumType(DeliveryOrder, {
  name: 'DeliveryOrder',
  description: 'In which order deliveries are listed.',
  valuesConfig: {
    NAME: { description: "By the recipients' names." },
    NEED_YOU: {
      description:
        'First what came back, failed or is held, then what is on its way, then links that were not used; each by name.',
    },
  },
});

export const DeliveryOutcome = enumOf('CAME_IN', 'ARRIVED', 'ON_THE_WAY', 'CAME_BACK', 'NOT_SENT', 'HELD');
registerEnumType(DeliveryOutcome, {
  name: 'DeliveryOutcome',
  description:
    'What became of a delivery. Each has one of these, so that their counts add up to all of them.',
  valuesConfig: {
    CAME_IN: { description: 'Its login link logged its reader in, whatever the provider says of the mail.' },
    ARRIVED: { description: 'It was delivered. Its link, if it had one, was not used.' },
    ON_THE_WAY: { description: 'QUEUED, or SENT and not known to have arrived.' },
    CAME_BACK: { description: 'BOUNCED.' },
    NOT_SENT: { description: 'FAILED.' },
    HELD: { description: 'HELD.' },
  },
});

export const DeliveryState = enumOf('QUEUED', 'SENT', 'DELIVERED', 'BOUNCED', 'FAILED', 'HELD');
registerEnumType(DeliveryState, {
  name: 'DeliveryState',
  description: 'How far a delivery has come.',
  valuesConfig: {
    QUEUED: { description: 'Not sent yet.' },
    DELIVERED: { description: 'It arrived, says the provider.' },
    BOUNCED: { description: 'It came back, says the provider.' },
    FAILED: { description: 'Not sent, for good.' },
    SENT: { description: 'The provider has taken it.' },
    HELD: { description: 'Not sent, for a reason that the coach can mend.' },
  },
});

export const DeliveryFault = enumOf('ADDRESS', 'CONTENT', 'REPUTATION', 'ACCOUNT', 'SERVER');
registerEnumType(DeliveryFault, {
  name: 'DeliveryFault',
  description: 'What a mail that came back, or was turned away, failed for.',
  valuesConfig: {
    ADDRESS: { description: 'Nobody has this address, or it takes no mail. Only this marks the address.' },
    CONTENT: { description: 'What the mail says. Change it, then send it again.' },
    REPUTATION: { description: 'Who sends it: the receiving server takes no mail of this site now.' },
    ACCOUNT: { description: 'The account of this site at its mail provider.' },
    SERVER: { description: 'The receiving server was not reached for hours.' },
  },
});

export const LoginLinkState = enumOf('NONE', 'WAITING', 'ACTIVE', 'USED', 'EXPIRED', 'REVOKED');
registerEnumType(LoginLinkState, {
  name: 'LoginLinkState',
  description: 'The life of the login link that a delivery carried. The link itself is never shown.',
  valuesConfig: {
    NONE: { description: 'It carried none.' },
    WAITING: { description: 'Made when the mail goes.' },
    ACTIVE: { description: 'It would log in.' },
    USED: { description: 'It has logged in.' },
    EXPIRED: { description: 'Its time is over.' },
    REVOKED: { description: 'It was ended: taken back, or by another login or change.' },
  },
});

export const BodyFormat = enumOf('HTML', 'TEXT');
registerEnumType(BodyFormat, {
  name: 'BodyFormat',
  description: 'What the body of a message is.',
  valuesConfig: {
    HTML: { description: 'HTML, of which only plain shapes are kept.' },
    TEXT: { description: 'Plain text.' },
  },
});

export const Severity = enumOf('ERROR', 'WARNING');
registerEnumType(Severity, {
  name: 'Severity',
  description: 'How much a problem weighs.',
  valuesConfig: { ERROR: { description: 'Stops the send.' }, WARNING: { description: 'The coach decides.' } },
});

export const MessageProblemPlace = enumOf('RECIPIENTS', 'SUBJECT', 'BODY', 'SCHEDULE');
registerEnumType(MessageProblemPlace, {
  name: 'MessageProblemPlace',
  description: 'The part of a message in which a problem is mended.',
  valuesConfig: {
    RECIPIENTS: { description: 'Who gets it.' },
    SUBJECT: { description: 'The subject.' },
    BODY: { description: 'The body.' },
    SCHEDULE: { description: 'When it goes.' },
  },
});

export const ClockChange = enumOf('SKIPPED', 'REPEATED');
registerEnumType(ClockChange, {
  name: 'ClockChange',
  description: 'What the clocks of a zone do to a time of day on one day.',
  valuesConfig: {
    SKIPPED: { description: 'They are put forward over it: what is due then comes later by as much.' },
    REPEATED: { description: 'They are put back and show it twice: the first time is meant.' },
  },
});

export const MessageProblemKind = enumOf(
  'NO_RECIPIENT',
  'EMPTY_SUBJECT',
  'EMPTY_BODY',
  'UNKNOWN_TAG',
  'FOREIGN_TAG',
  'TAG_NOT_ALLOWED_HERE',
  'EMPTY_VALUE',
  'RECIPIENT_INACTIVE',
  'RECIPIENT_UNDELIVERABLE',
  'RECIPIENT_IS_SENDER',
  'EMAIL_CHANGE_PENDING',
  'LINKS_REFUSED_BY_CLIENT',
  'TOO_LONG',
  'SCHEDULED_IN_THE_PAST',
  'TOO_MANY_RECIPIENTS',
  'MISLEADING_LINK',
  'TOO_OFTEN',
  'LINKS_TAKEN_BACK',
);
registerEnumType(MessageProblemKind, {
  name: 'MessageProblemKind',
  description: 'What can be wrong with a message, or worth knowing before it goes.',
  valuesConfig: {
    NO_RECIPIENT: { description: 'Nobody would get it.' },
    EMPTY_SUBJECT: { description: 'It has no subject.' },
    EMPTY_BODY: { description: 'It has no text.' },
    UNKNOWN_TAG: { description: 'There is no magic tag of this name.' },
    TAG_NOT_ALLOWED_HERE: { description: 'This tag may not stand in this place.' },
    EMPTY_VALUE: { description: 'For some there is nothing to put in the place of a tag.' },
    RECIPIENT_INACTIVE: { description: 'A deactivated client gets nothing.' },
    RECIPIENT_UNDELIVERABLE: { description: 'An address that took no mail of yours.' },
    RECIPIENT_IS_SENDER: { description: 'A login link would go to the coach’s own address.' },
    EMAIL_CHANGE_PENDING: {
      description: 'A login link would go to somebody whose new address is not confirmed.',
    },
    LINKS_REFUSED_BY_CLIENT: { description: 'The client takes no login links.' },
    TOO_LONG: { description: 'Subject, text or formatting are too much.' },
    SCHEDULED_IN_THE_PAST: { description: 'This time has passed.' },
    FOREIGN_TAG: {
      description:
        'What looks like a tag of another program, or like one of ours that lacks a bracket: it goes out as it stands.',
    },
    TOO_MANY_RECIPIENTS: { description: 'More than a coach may write to in an hour.' },
    LINKS_TAKEN_BACK: {
      description: 'Of a delivery that is tried again: the coach took back the login links of its message.',
    },
    MISLEADING_LINK: {
      description:
        'A link whose words are an address of another place than it leads to. An ERROR where the words are an address of this site.',
    },
    TOO_OFTEN: {
      description:
        'More mails of this coach than may go in an hour to one account, or to one address from which nobody has come in yet, over all accounts that have it. What is over is HELD and goes by itself later.',
    },
  },
});
