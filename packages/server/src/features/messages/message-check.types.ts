import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Client } from '../clients/index.ts';
import { MessageProblemKind, Severity } from './message-enums.types.ts';
import { Scopes } from '../../platform/graphql/api-scopes.ts';

@Scopes('MESSAGES_READ', 'MESSAGES_SEND')
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

@Scopes('MESSAGES_READ', 'MESSAGES_SEND')
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

@Scopes('MESSAGES_READ', 'MESSAGES_SEND')
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

@Scopes('CLIENTS_READ')
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

@Scopes('ANY')
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

  /** Renders so many, behind those that are passed over. */
  preview!: (first: number, skip: number) => MessagePreview[];
}

@Scopes('ANY')
@ObjectType({ description: 'Returned when the template was kept; problems are what sending it would say.' })
export class MessageTemplateSaved {
  @Field(() => TemplateView)
  template!: TemplateView;

  @Field(() => [MessageProblem])
  problems!: MessageProblem[];
}
