import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Client } from '../clients/index.ts';
import { connectionOf } from '../../platform/graphql/connection.types.ts';
import { InvalidInput, TooManyAttempts, UserError } from '../../platform/graphql/user-errors.types.ts';

const enumOf = <const Names extends readonly string[]>(...names: Names) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Name in Names[number]]: Name };

export const MessageState = enumOf('DRAFT', 'SCHEDULED', 'SENDING', 'SENT', 'CANCELLED');
registerEnumType(MessageState, { name: 'MessageState' });

export const DeliveryState = enumOf('QUEUED', 'SENT', 'DELIVERED', 'BOUNCED', 'FAILED', 'HELD');
registerEnumType(DeliveryState, {
  name: 'DeliveryState',
  valuesConfig: {
    SENT: { description: 'The provider has taken it.' },
    HELD: { description: 'Not sent, for a reason that the coach can mend.' },
  },
});

export const LoginLinkState = enumOf('NONE', 'WAITING', 'ACTIVE', 'USED', 'EXPIRED', 'REVOKED');
registerEnumType(LoginLinkState, {
  name: 'LoginLinkState',
  description: 'The life of the login link that a delivery carried. The link itself is never shown.',
});

const BodyFormat = enumOf('HTML', 'TEXT');
registerEnumType(BodyFormat, { name: 'BodyFormat' });

const Severity = enumOf('ERROR', 'WARNING');
registerEnumType(Severity, {
  name: 'Severity',
  description: 'ERROR stops the send; WARNING lets the coach decide.',
});

const MessageProblemKind = enumOf(
  'NO_RECIPIENT',
  'EMPTY_SUBJECT',
  'EMPTY_BODY',
  'UNKNOWN_TAG',
  'TAG_NOT_ALLOWED_HERE',
  'EMPTY_VALUE',
  'RECIPIENT_INACTIVE',
  'RECIPIENT_UNDELIVERABLE',
  'RECIPIENT_IS_SENDER',
  'EMAIL_CHANGE_PENDING',
  'LINKS_REFUSED_BY_CLIENT',
  'TOO_LONG',
  'SCHEDULED_IN_THE_PAST',
);
registerEnumType(MessageProblemKind, { name: 'MessageProblemKind' });

@ObjectType()
export class Schedule {
  @Field(() => String, { description: 'Wall-clock time: 2026-12-01T09:00.' })
  localTime!: string;

  @Field(() => String, { description: 'IANA name.' })
  timeZone!: string;
}

@ObjectType({ description: 'As chosen: for drafts and scheduled messages; who got it stands in deliveries.' })
export class Recipients {
  @Field(() => [Client])
  clients!: Client[];

  @Field(() => Boolean)
  allActive!: boolean;
}

@ObjectType()
export class DeliveryCounts {
  @Field(() => Int)
  queued = 0;

  @Field(() => Int)
  sent = 0;

  @Field(() => Int)
  delivered = 0;

  @Field(() => Int)
  bounced = 0;

  @Field(() => Int)
  failed = 0;

  @Field(() => Int)
  held = 0;
}

@ObjectType('Message')
export class MessageView {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => String, {
    description: 'The body as written: magic tags stand literally, and no link is ever in it.',
  })
  body!: string;

  @Field(() => BodyFormat)
  bodyFormat!: keyof typeof BodyFormat;

  @Field(() => MessageState)
  state!: keyof typeof MessageState;

  @Field(() => Schedule, { nullable: true })
  schedule!: Schedule | null;

  @Field(() => Int, { description: 'Of a draft: grows with every save.' })
  version!: number;

  @Field(() => Boolean)
  copyToMe!: boolean;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  scheduledFor!: Date | null;

  @Field(() => Date, { nullable: true })
  sentAt!: Date | null;

  /** For the fields that are looked up. */
  chosen!: { clientIds: string[]; allActive: boolean };
}

@ObjectType('Delivery', {
  description: 'One message to one person. HELD: not sent, for a reason the coach can mend.',
})
export class DeliveryView {
  @Field(() => ID)
  id!: string;

  @Field(() => Client)
  client!: Client;

  @Field(() => MessageView)
  message!: MessageView;

  @Field(() => String)
  email!: string;

  @Field(() => DeliveryState)
  state!: keyof typeof DeliveryState;

  @Field(() => String, { nullable: true, description: 'In words, for the coach.' })
  reason!: string | null;

  @Field(() => Int)
  attempts!: number;

  @Field(() => Date)
  updatedAt!: Date;

  @Field(() => LoginLinkState)
  loginLink!: keyof typeof LoginLinkState;

  @Field(() => Date, { nullable: true })
  loginLinkExpiresAt!: Date | null;
}

export const MessageConnection = connectionOf('Message', () => MessageView);
export const DeliveryConnection = connectionOf('Delivery', () => DeliveryView);

@ObjectType('MessageTemplate')
export class TemplateView {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => String)
  body!: string;
}

@ObjectType({ description: 'A tag that a message may hold.' })
export class MagicTag {
  @Field(() => String, { description: 'Without brackets: loginLink.' })
  name!: string;

  @Field(() => String)
  description!: string;

  @Field(() => String)
  example!: string;

  @Field(() => Boolean)
  allowedInSubject!: boolean;

  @Field(() => Boolean)
  takesFallback!: boolean;
}

@ObjectType()
export class MessageProblem {
  @Field(() => Severity)
  severity!: keyof typeof Severity;

  @Field(() => MessageProblemKind)
  kind!: keyof typeof MessageProblemKind;

  @Field(() => String)
  message!: string;

  @Field(() => String, { nullable: true, description: 'The tag, with a suggestion in the message.' })
  tag!: string | null;

  @Field(() => [Client])
  clients!: Client[];
}

@ObjectType({
  description:
    'What one client would get; where the login link would stand, [loginLink] stands, with no address behind it.',
})
export class MessagePreview {
  @Field(() => Client)
  client!: Client;

  @Field(() => String)
  subject!: string;

  @Field(() => String)
  html!: string;

  @Field(() => String)
  text!: string;
}

@ObjectType({ description: 'What sending would do, over the real recipients, with nothing sent.' })
export class MessageCheck {
  @Field(() => Boolean)
  ok!: boolean;

  @Field(() => Int)
  recipientCount!: number;

  @Field(() => [MessageProblem])
  problems!: MessageProblem[];

  @Field(() => Date, { nullable: true, description: 'The instant that the schedule stands for.' })
  scheduledFor!: Date | null;

  /** Renders the first so many. */
  preview!: (first: number) => MessagePreview[];
}

@ObjectType({ description: 'Returned when the message was taken; with copies of what was asked for.' })
export class MessageAccepted {
  @Field(() => MessageView)
  message: MessageView;

  constructor(message: MessageView) {
    this.message = message;
  }
}

@ObjectType({
  implements: UserError,
  description: 'Returned when pre-flight found an ERROR; nothing was sent.',
})
export class MessageRejected extends UserError {
  @Field(() => [MessageProblem])
  problems: MessageProblem[];

  constructor(problems: MessageProblem[]) {
    super(
      problems.find(({ severity }) => severity === 'ERROR')?.message ??
        'This message can not be sent as it is.',
    );
    this.problems = problems;
  }
}

@ObjectType({ description: 'Returned when the template was kept; problems are what sending it would say.' })
export class MessageTemplateSaved {
  @Field(() => TemplateView)
  template!: TemplateView;

  @Field(() => [MessageProblem])
  problems!: MessageProblem[];
}

@InputType()
export class RecipientsInput {
  @Field(() => [ID], { nullable: true, description: 'At most 5,000.' })
  clientIds?: string[] | null;

  @Field(() => Boolean, { defaultValue: false })
  allActive!: boolean;
}

@InputType({
  description: 'Wall-clock time in a zone: 2026-12-01T09:00 in Europe/Madrid stays nine o’clock there.',
})
export class ScheduleInput {
  @Field(() => String)
  localTime!: string;

  @Field(() => String)
  timeZone!: string;
}

@InputType()
export class MessageInput {
  @Field(() => String)
  subject!: string;

  @Field(() => String)
  body!: string;

  @Field(() => BodyFormat, { defaultValue: BodyFormat.HTML })
  bodyFormat!: keyof typeof BodyFormat;

  @Field(() => RecipientsInput)
  recipients!: RecipientsInput;

  @Field(() => Boolean, { defaultValue: false })
  copyToMe!: boolean;

  @Field(() => ScheduleInput, { nullable: true })
  schedule?: ScheduleInput | null;
}

export const CheckMessageResult = createUnionType({
  name: 'CheckMessageResult',
  types: () => [MessageCheck, InvalidInput] as const,
});

export const SendMessageResult = createUnionType({
  name: 'SendMessageResult',
  types: () => [MessageAccepted, MessageRejected, InvalidInput, TooManyAttempts] as const,
});

export const MessageTemplateResult = createUnionType({
  name: 'MessageTemplateResult',
  types: () => [MessageTemplateSaved, InvalidInput] as const,
});
