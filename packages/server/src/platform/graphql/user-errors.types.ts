import { Field, InterfaceType, ObjectType } from 'type-graphql';
import { Scopes } from './api-scopes.ts';
import { say } from '../language/say.ts';

/** An expected failure, told as data. Everything unexpected is thrown and masked. */
@InterfaceType({ description: 'An expected failure, in words for the person who met it.' })
export abstract class UserError {
  // On the field: a class hands its scopes down, and what a failure says besides is for each of them to decide.
  @Scopes('ANY')
  @Field(() => String, { description: 'What happened and what helps, in the language of whoever asks.' })
  message: string;

  constructor(message: string) {
    this.message = message;
  }
}

@Scopes('ANY')
@ObjectType({ description: 'What is wrong with one argument.' })
export class FieldError {
  @Field(() => String, { description: 'Path of the argument: input.email.' })
  field: string;

  @Field(() => String, { description: 'What is wrong, and the cure, in the language of whoever asks.' })
  message: string;

  constructor(field: string, message: string) {
    this.field = field;
    this.message = message;
  }
}

@Scopes('ANY')
@ObjectType({
  implements: UserError,
  description: 'Returned when an argument is not usable as it is; names each one.',
})
export class InvalidInput extends UserError {
  @Field(() => [FieldError], { description: 'Each argument that is not usable.' })
  fields: FieldError[];

  constructor(fields: FieldError[]) {
    super(fields[0]?.message ?? say().platform.somethingInTheInputIsNotUsable);
    this.fields = fields;
  }
}

@Scopes('ANY')
@ObjectType({
  implements: UserError,
  description:
    'Returned when too much was tried, or done in a short time. Tries to get in are counted by what was typed and from where, before any look-up: the same for real and invented names.',
})
export class TooManyAttempts extends UserError {
  @Field(() => Date, { description: 'From then on another try is looked at.' })
  retryAt: Date;

  /** `words`: for what is no try to get in. */
  constructor(retryAt: Date, words?: string) {
    super(words ?? say().platform.tooManyTriesLoginLinksAlreadyMailed);
    this.retryAt = retryAt;
  }
}

/** For what is counted so that nobody does it by the hundred, and is no try to get in. */
export function tooOften(retryAt: Date): TooManyAttempts {
  return new TooManyAttempts(retryAt, say().platform.thisWasDoneOftenInAShort);
}

@ObjectType({
  implements: UserError,
  description:
    'Returned when a deactivated client, who may look, tries to change more than their own credentials.',
})
export class ReadOnlyAccess extends UserError {
  constructor() {
    super(say().platform.yourAccountIsDeactivatedYouMayLook);
  }
}
