import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { InvalidInput, TooManyAttempts, UserError } from '../../platform/graphql/user-errors.types.ts';
import { Me } from '../accounts/index.ts';

@ObjectType({ description: 'Returned when the change was made.' })
export class MyAccountChanged {
  @Field(() => Me)
  me: Me;

  constructor(me: Me) {
    this.me = me;
  }
}

@ObjectType({
  implements: UserError,
  description: 'Returned when somebody has this username, in any spelling of it.',
})
export class UsernameTaken extends UserError {
  constructor() {
    super('This username is taken. Choose another one.');
  }
}

@ObjectType({
  implements: UserError,
  description: 'Returned when the current password is wrong, or is needed here and was left out.',
})
export class CurrentPasswordWrong extends UserError {
  constructor(given: boolean) {
    super(
      given
        ? 'The current password is wrong.'
        : 'Type your current password, or have a login link mailed to you.',
    );
  }
}

@ObjectType({
  implements: UserError,
  description: 'Returned when the new password would be guessed too soon.',
})
export class PasswordRejected extends UserError {
  @Field(() => [String], { description: 'Why, and what helps.' })
  reasons: string[];

  constructor(reasons: string[]) {
    super(reasons[0] ?? 'This password can not be used.');
    this.reasons = reasons;
  }
}

@ObjectType({
  implements: UserError,
  description:
    'Returned when a deactivated client, who may look, tries to change more than their own credentials.',
})
export class ReadOnlyAccess extends UserError {
  constructor() {
    super(
      'Your account is deactivated: you may look, and change your own username and password, but nothing else.',
    );
  }
}

export const MyAccountResult = createUnionType({
  name: 'MyAccountResult',
  types: () =>
    [
      MyAccountChanged,
      InvalidInput,
      UsernameTaken,
      CurrentPasswordWrong,
      PasswordRejected,
      TooManyAttempts,
      ReadOnlyAccess,
    ] as const,
});

@InputType({ description: 'What is left out stays as it is.' })
export class ProfileInput {
  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  lastName?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA name: Europe/Madrid.' })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'BCP 47 tag of a language the product speaks: en.' })
  locale?: string | null;
}
