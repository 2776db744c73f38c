import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Client } from '../../clients/index.ts';
import { connectionOf } from '../../../platform/graphql/connection.types.ts';
import {
  BodyFormat,
  DeliveryFault,
  DeliveryState,
  LoginLinkState,
  MessageState,
} from './message-enums.types.ts';
import { Scopes } from '../../../platform/graphql/api-scopes.ts';

@Scopes('MESSAGES_READ', 'MESSAGES_SEND')
@ObjectType({ description: 'When a message goes: wall-clock time in a zone.' })
export class Schedule {
  @Field(() => String, { description: 'Wall-clock time: 2026-12-01T09:00.' })
  localTime!: string;

  @Field(() => String, { description: 'IANA name.' })
  timeZone!: string;
}

@Scopes('MESSAGES_READ', 'MESSAGES_SEND')
@ObjectType({ description: 'As chosen: for drafts and scheduled messages; who got it stands in deliveries.' })
export class Recipients {
  readonly #find: () => Promise<Client[]>;

  @Field(() => Boolean, { description: 'All active clients, as they are when it goes.' })
  allActive: boolean;

  @Field(() => ID, {
    nullable: true,
    description:
      'Besides: those who got that message and have not come in since. Worked out when this one goes.',
  })
  notInOf: string | null;

  constructor(
    { allActive, notInOf }: Pick<Recipients, 'allActive' | 'notInOf'>,
    find: () => Promise<Client[]>,
  ) {
    this.allActive = allActive;
    this.notInOf = notInOf;
    this.#find = find;
  }

  /** Looked for when they are asked for: a list of messages asks only whether it is all of them. */
  @Field(() => [Client], { description: 'Those who were named one by one.' })
  clients(): Promise<Client[]> {
    return this.#find();
  }
}

@Scopes('MESSAGES_READ', 'MESSAGES_SEND')
@ObjectType({ description: 'How many deliveries of a message are in which state.' })
export class DeliveryCounts {
  @Field(() => Int, { description: 'Not sent yet.' })
  queued = 0;

  @Field(() => Int, { description: 'Taken by the provider.' })
  sent = 0;

  @Field(() => Int, { description: 'Arrived.' })
  delivered = 0;

  @Field(() => Int, { description: 'Came back.' })
  bounced = 0;

  @Field(() => Int, { description: 'Not sent, for good.' })
  failed = 0;

  @Field(() => Int, { description: 'Not sent, for a reason that the coach can mend.' })
  held = 0;
}

@Scopes('MESSAGES_READ', 'MESSAGES_SEND')
@ObjectType({ description: 'What became of the login links of a message: of deliveries, not of links.' })
export class LinkCounts {
  @Field(() => Int, { description: 'Mails that went with a link in them.' })
  made = 0;

  @Field(() => Int, { description: 'Of those, the ones whose link logged somebody in.' })
  used = 0;

  @Field(() => Int, {
    description:
      'Active clients who got this message and have not come in since, by its link or in any other way: those whom recipients.notInOf means.',
  })
  notIn = 0;
}

@Scopes('MESSAGES_READ', 'MESSAGES_SEND')
@ObjectType({ description: 'How many deliveries of a message have which outcome: each is counted once.' })
export class OutcomeCounts {
  @Field(() => Int, { description: 'CAME_IN.' })
  cameIn = 0;

  @Field(() => Int, { description: 'ARRIVED.' })
  arrived = 0;

  @Field(() => Int, { description: 'ON_THE_WAY.' })
  onTheWay = 0;

  @Field(() => Int, { description: 'CAME_BACK.' })
  cameBack = 0;

  @Field(() => Int, { description: 'NOT_SENT.' })
  notSent = 0;

  @Field(() => Int, { description: 'HELD.' })
  held = 0;
}

@Scopes('MESSAGES_READ', 'MESSAGES_SEND')
@ObjectType({ description: 'How many messages each list has.' })
export class MessageCounts {
  @Field(() => Int, { description: 'Cancelled ones too.' })
  all = 0;

  @Field(() => Int, { description: 'With a delivery that needs you.' })
  needYou = 0;

  @Field(() => Int, { description: 'Not sent off yet.' })
  drafts = 0;

  @Field(() => Int, { description: 'Wait for their time.' })
  scheduled = 0;

  @Field(() => Int, { description: 'Also those on their way.' })
  sent = 0;
}

@Scopes('MESSAGES_READ', 'MESSAGES_SEND')
@ObjectType('Message', { description: 'What a coach writes to one, many or all clients.' })
export class MessageView {
  @Field(() => ID, { description: 'Of the message.' })
  id!: string;

  @Field(() => String, { description: 'One line, as written.' })
  subject!: string;

  @Field(() => String, {
    description: 'The body as written: magic tags stand literally, and no link is ever in it.',
  })
  body!: string;

  @Field(() => BodyFormat, { description: 'What body is.' })
  bodyFormat!: keyof typeof BodyFormat;

  @Field(() => MessageState, { description: 'How far it has come.' })
  state!: keyof typeof MessageState;

  @Field(() => Schedule, {
    nullable: true,
    description: 'As chosen; null for a message that was sent at once, also while it can still be undone.',
  })
  schedule!: Schedule | null;

  @Field(() => Int, { description: 'Of a draft: grows with every save.' })
  version!: number;

  @Field(() => Boolean, { description: 'Its writer gets a copy, in which tags stand literally.' })
  copyToMe!: boolean;

  @Field(() => Date, { description: 'When it was first kept.' })
  createdAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description:
      'When it goes: the moment that the schedule means, or the end of the time in which it can be undone.',
  })
  scheduledFor!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'A send of the app can be undone until then. Null where there is nothing to undo any more.',
  })
  undoableUntil!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was sent off. Null: not yet.' })
  sentAt!: Date | null;

  /** For the fields that are looked up. */
  chosen!: { clientIds: string[]; allActive: boolean; notInOf: string | null };
}

@Scopes('MESSAGES_READ', 'MESSAGES_SEND')
@ObjectType('Delivery', {
  description: 'One message to one person. HELD: not sent, for a reason the coach can mend.',
})
export class DeliveryView {
  @Field(() => ID, { description: 'For retryDelivery.' })
  id!: string;

  @Field(() => Client, { description: 'Who gets it.' })
  client!: Client;

  @Field(() => MessageView, { description: 'What they get.' })
  message!: MessageView;

  @Scopes('CLIENTS_READ')
  @Field(() => String, { description: 'Where it went, or is to go.' })
  email!: string;

  @Field(() => DeliveryState, { description: 'How far it has come.' })
  state!: keyof typeof DeliveryState;

  @Field(() => String, { nullable: true, description: 'In words, for the coach.' })
  reason!: string | null;

  @Field(() => DeliveryFault, {
    nullable: true,
    description: 'Of one that came back, or that the provider turned away after it had taken it.',
  })
  fault!: keyof typeof DeliveryFault | null;

  @Field(() => Int, { description: 'Calls to the provider so far.' })
  attempts!: number;

  @Field(() => Date, { description: 'When anything of it last changed.' })
  updatedAt!: Date;

  @Field(() => LoginLinkState, { description: 'The life of the login link that it carried.' })
  loginLink!: keyof typeof LoginLinkState;

  @Field(() => Date, {
    nullable: true,
    description: 'When that link runs out. Null: it carried none, or has not gone yet.',
  })
  loginLinkExpiresAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its login link logged its reader in.' })
  loginLinkUsedAt!: Date | null;
}

export const MessageConnection = connectionOf('Message', () => MessageView);
export const DeliveryConnection = connectionOf('Delivery', () => DeliveryView);
