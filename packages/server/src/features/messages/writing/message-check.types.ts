import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Client } from '../../clients/index.ts';
import { ClockChange, MessageProblemKind, MessageProblemPlace, Severity } from './message-enums.types.ts';
import { Scopes } from '../../../platform/graphql/api-scopes.ts';

@Scopes('MESSAGES_READ', 'MESSAGES_SEND')
@ObjectType('MessageTemplate', { description: 'A text to begin messages with.' })
export class TemplateView {
  @Field(() => ID, { description: 'Of the template.' })
  id!: string;

  @Field(() => String, { description: 'As its writer called it.' })
  name!: string;

  @Field(() => String, { description: 'As written.' })
  subject!: string;

  @Field(() => String, { description: 'HTML, as written.' })
  body!: string;
}

@Scopes('MESSAGES_READ', 'MESSAGES_SEND')
@ObjectType({ description: 'A tag that a message may hold.' })
export class MagicTag {
  @Field(() => String, { description: 'Without brackets: loginLink.' })
  name!: string;

  @Field(() => String, { description: 'What stands in its place, in words for coaches.' })
  description!: string;

  @Field(() => String, { description: 'What one reader could see.' })
  example!: string;

  @Field(() => Boolean, { description: 'May stand in the subject.' })
  allowedInSubject!: boolean;

  @Field(() => Boolean, { description: 'May be written [name|words for when it is empty].' })
  takesFallback!: boolean;
}

@Scopes('MESSAGES_READ', 'MESSAGES_SEND')
@ObjectType({
  description:
    'What is wrong with a message, or worth knowing before it goes. The words are for a person; all they say stands in fields, too.',
})
export class MessageProblem {
  @Field(() => Severity, { description: 'Whether it stops the send.' })
  severity!: keyof typeof Severity;

  @Field(() => MessageProblemKind, { description: 'What is wrong.' })
  kind!: keyof typeof MessageProblemKind;

  @Field(() => MessageProblemPlace, { description: 'Where it is mended.' })
  place!: keyof typeof MessageProblemPlace;

  @Field(() => String, {
    description: 'For a person. Names clients only to whoever may read them; others are told how many.',
  })
  message!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The tag that it is about, as typed, without brackets.',
  })
  tag!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'UNKNOWN_TAG, FOREIGN_TAG: the name of the tag that was probably meant, if any. MISLEADING_LINK: the address that the link leads to.',
  })
  suggestion!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'MISLEADING_LINK: the words that look like an address of another place. FOREIGN_TAG: what was typed.',
  })
  shown!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'EMPTY_VALUE: the words to write behind the | for those who have no value; empty where leaving it out is best.',
  })
  fallback!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'TOO_LONG: the most characters. TOO_MANY_RECIPIENTS: the most clients an hour.',
  })
  limit!: number | null;

  @Field(() => Int, { description: 'How many of the recipients it is about.' })
  clientCount!: number;

  @Field(() => [Client], { description: 'Those it is about.' })
  clients!: Client[];
}

@Scopes('CLIENTS_READ')
@ObjectType({
  description:
    'What one client would get; where the login link would stand, [loginLink] stands, with no address behind it.',
})
export class MessagePreview {
  @Field(() => Client, { description: 'Whose it would be.' })
  client!: Client;

  @Field(() => String, { description: 'With tags filled in.' })
  subject!: string;

  @Field(() => String, { description: 'The HTML part of the mail.' })
  html!: string;

  @Field(() => String, { description: 'The plain part of the mail.' })
  text!: string;
}

@Scopes('ANY')
@ObjectType({ description: 'What sending would do, over the real recipients, with nothing sent.' })
export class MessageCheck {
  @Field(() => Boolean, { description: 'Nothing stops the send.' })
  ok!: boolean;

  @Field(() => Int, { description: 'How many would get it.' })
  recipientCount!: number;

  @Field(() => [MessageProblem], { description: 'All that was found.' })
  problems!: MessageProblem[];

  @Field(() => Date, { nullable: true, description: 'The instant that the schedule stands for.' })
  scheduledFor!: Date | null;

  @Field(() => ClockChange, {
    nullable: true,
    description: 'Where the clocks of the schedule’s zone change over the time asked for.',
  })
  clockChange!: keyof typeof ClockChange | null;

  /** Renders so many, behind those that are passed over. */
  preview!: (first: number, skip: number) => Promise<MessagePreview[]>;
}

@Scopes('ANY')
@ObjectType({ description: 'Returned when the template was kept; problems are what sending it would say.' })
export class MessageTemplateSaved {
  @Field(() => TemplateView, { description: 'As it was kept.' })
  template: TemplateView;

  @Field(() => [MessageProblem], { description: 'What sending it would say.' })
  problems: MessageProblem[];

  constructor(template: TemplateView, problems: MessageProblem[]) {
    this.template = template;
    this.problems = problems;
  }
}
