import { createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { InvalidInput, TooManyAttempts, UserError } from '../../platform/graphql/user-errors.types.ts';
import { Me } from '../accounts/index.ts';

@ObjectType({ description: 'Returned when the login worked; the session stands in a cookie.' })
export class LoggedIn {
  @Field(() => Me)
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
  @Field(() => String)
  coachName: string;

  @Field(() => String)
  supportEmail: string;

  constructor(coachName: string, supportEmail: string) {
    super(`This account is deactivated. Write to ${coachName}, ${supportEmail}, to have it opened again.`);
    this.coachName = coachName;
    this.supportEmail = supportEmail;
  }
}

const SecondStep = {
  PASSKEY: 'PASSKEY',
  AUTHENTICATOR: 'AUTHENTICATOR',
  RECOVERY_CODE: 'RECOVERY_CODE',
} as const;
registerEnumType(SecondStep, { name: 'SecondStep' });

@ObjectType({
  description:
    'Returned when the account has a second step: finish with completeSecondStep. Nothing is logged in yet. No account has one so far.',
})
export class SecondStepNeeded {
  @Field(() => String)
  challenge!: string;

  @Field(() => [SecondStep])
  methods!: (keyof typeof SecondStep)[];

  @Field(() => String, { nullable: true, description: 'For PASSKEY, options for the browser as JSON text.' })
  passkeyOptions!: string | null;

  @Field(() => Date)
  expiresAt!: Date;
}

export const LoginResult = createUnionType({
  name: 'LoginResult',
  types: () =>
    [LoggedIn, InvalidCredentials, AccountInactive, TooManyAttempts, InvalidInput, SecondStepNeeded] as const,
});
