import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Client } from '../clients/index.ts';
import { connectionOf } from '../../platform/graphql/connection.types.ts';
import { BodyFormat, DeliveryState, LoginLinkState, MessageState } from './message-enums.types.ts';

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
