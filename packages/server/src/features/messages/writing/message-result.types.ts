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
  @Field(() => MessageView)
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
  @Field(() => [MessageProblem])
  problems: MessageProblem[];

  constructor(problems: MessageProblem[]) {
    super(
      problems.find(({ severity }) => severity === 'ERROR')?.message ??
        say().messages.thisMessageCanNotBeSent,
    );
    this.problems = problems;
  }
}

@InputType()
export class RecipientsInput {
  @Field(() => [ID], {
    nullable: true,
    description: `At most ${written(defaultSettings.clientIdsPerMessage)}.`,
  })
  clientIds?: string[] | null;

  @Field(() => Boolean, { defaultValue: false })
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
  types: () => [MessageCheck, InvalidInput, TooManyAttempts] as const,
});

export const SendMessageResult = createUnionType({
  name: 'SendMessageResult',
  types: () => [MessageAccepted, MessageRejected, InvalidInput, TooManyAttempts] as const,
});

export const MessageTemplateResult = createUnionType({
  name: 'MessageTemplateResult',
  types: () => [MessageTemplateSaved, InvalidInput, TooManyAttempts] as const,
});
