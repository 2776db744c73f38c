import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import {
  InvalidInput,
  ReadOnlyAccess,
  TooManyAttempts,
  UserError,
} from '../../platform/graphql/user-errors.types.ts';
import { Me } from '../accounts/index.ts';
import { SecondStepNeeded } from '../second-step/index.ts';
import { say } from '../../platform/language/say.ts';

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
    super(say`This username is taken. Choose another one.`);
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
        ? say`The current password is wrong.`
        : say`Type your current password, or have a login link mailed to you.`,
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
    super(reasons[0] ?? say`This password can not be used.`);
    this.reasons = reasons;
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
      SecondStepNeeded,
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

  @Field(() => String, {
    nullable: true,
    description: 'BCP 47 tag of a language the product speaks: en or es.',
  })
  locale?: string | null;
}
