import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { InvalidInput, TooManyAttempts, UserError } from '../../../platform/graphql/user-errors.types.ts';
import { MessageCheck, MessageProblem, MessageTemplateSaved } from './message-check.types.ts';
import { BodyFormat } from './message-enums.types.ts';
import { MessageView } from './message.types.ts';
import { Scopes } from '../../../platform/graphql/api-scopes.ts';
import { say } from '../../../platform/language/say.ts';
import { written } from '../../../settings/descriptions.ts';
import { defaultSettings } from '../../../settings/settings.ts';

@Scopes('ANY')
@ObjectType({ description: 'Returned when the message was taken; with copies of what was asked for.' })
export class MessageAccepted {
  @Field(() => MessageView, { description: 'As it was taken.' })
  acceptedMessage: MessageView;

  constructor(message: MessageView) {
    this.acceptedMessage = message;
  }
}

@Scopes('ANY')
@ObjectType({
  implements: UserError,
  description: 'Returned when pre-flight found an ERROR; nothing was sent.',
})
export class MessageRejected extends UserError {
  @Field(() => [MessageProblem], { description: 'All that was found, warnings too.' })
  problems: MessageProblem[];

  constructor(problems: MessageProblem[]) {
    super(
      problems.find(({ severity }) => severity === 'ERROR')?.message ??
        say().messages.thisMessageCanNotBeSent,
    );
    this.problems = problems;
  }
}

@InputType({
  description: 'To whom a message goes: clients by id, all active ones, or those not in of another message.',
})
export class RecipientsInput {
  @Field(() => [ID], {
    nullable: true,
    description: `At most ${written(defaultSettings.clientIdsPerMessage)}.`,
  })
  clientIds?: string[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'All active clients, as they are when it goes.' })
  allActive!: boolean;

  @Field(() => ID, {
    nullable: true,
    description:
      'A message of yours: besides, all active clients who got it and have not come in since. Worked out when this one goes out.',
  })
  notInOf?: string | null;
}

@InputType({
  description: 'Wall-clock time in a zone: 2026-12-01T09:00 in Europe/Madrid stays nine o’clock there.',
})
export class ScheduleInput {
  @Field(() => String, { description: '2026-12-01T09:00.' })
  localTime!: string;

  @Field(() => String, { description: 'IANA name.' })
  timeZone!: string;
}

@InputType({ description: 'A message as it is written.' })
export class MessageInput {
  @Field(() => String, { description: 'One line; magic tags but [loginLink] may stand in it.' })
  subject!: string;

  @Field(() => String, { description: 'HTML or plain text, with magic tags.' })
  body!: string;

  @Field(() => BodyFormat, { defaultValue: BodyFormat.HTML, description: 'What body is.' })
  bodyFormat!: keyof typeof BodyFormat;

  @Field(() => RecipientsInput, { description: 'Who gets it.' })
  recipients!: RecipientsInput;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Its writer gets a copy, in which tags stand literally.',
  })
  copyToMe!: boolean;

  @Field(() => ScheduleInput, { nullable: true, description: 'When it goes. Left out: at once.' })
  schedule?: ScheduleInput | null;
}

export const CheckMessageResult = createUnionType({
  name: 'CheckMessageResult',
  description: 'What was asked for, or a failure that says why not.',
  types: () => [MessageCheck, InvalidInput, TooManyAttempts] as const,
});

export const SendMessageResult = createUnionType({
  name: 'SendMessageResult',
  description: 'What was asked for, or a failure that says why not.',
  types: () => [MessageAccepted, MessageRejected, InvalidInput, TooManyAttempts] as const,
});

export const MessageTemplateResult = createUnionType({
  name: 'MessageTemplateResult',
  description: 'What was asked for, or a failure that says why not.',
  types: () => [MessageTemplateSaved, InvalidInput, TooManyAttempts] as const,
});
