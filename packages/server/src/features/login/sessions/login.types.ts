import { createUnionType, Field, ObjectType } from 'type-graphql';
import { InvalidInput, TooManyAttempts, UserError } from '../../../platform/graphql/user-errors.types.ts';
import {
  fullNameInLetter,
  Me,
  practiceInLetter,
  SecondStepNeeded,
  type Account,
} from '../../accounts/index.ts';
import { say } from '../../../platform/language/say.ts';

@ObjectType({ description: 'Returned when the login worked; the session stands in a cookie.' })
export class LoggedIn {
  @Field(() => Me, { description: 'Whoever is logged in now.' })
  me: Me;

  constructor(me: Me) {
    this.me = me;
  }
}

@ObjectType({
  implements: UserError,
  description: 'Returned when username, password or code is wrong: never says which.',
})
export class InvalidCredentials extends UserError {}

@ObjectType({
  implements: UserError,
  description: 'Returned when the account is deactivated: only after the right password.',
})
export class AccountInactive extends UserError {
  @Field(() => String, { description: 'Whom to ask, by name.' })
  coachName: string;

  @Field(() => String, { description: 'Where to write to.' })
  supportEmail: string;

  constructor(coachName: string, supportEmail: string) {
    super(say().login.thisAccountIsDeactivatedWrite({ coachName, supportEmail }));
    this.coachName = coachName;
    this.supportEmail = supportEmail;
  }

  /** Names whom a deactivated client may write to: their coach, else the practice. */
  static of({ coach, practice }: Account, siteName: string): AccountInactive {
    const name = fullNameInLetter(coach) || practiceInLetter(practice, siteName);
    return new AccountInactive(name, practice.supportEmail);
  }
}

export const LoginResult = createUnionType({
  name: 'LoginResult',
  description: 'Logged in, what is still needed for that, or a failure that says why not.',
  types: () =>
    [LoggedIn, InvalidCredentials, AccountInactive, TooManyAttempts, InvalidInput, SecondStepNeeded] as const,
});
