import { createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';
import {
  InvalidInput,
  ReadOnlyAccess,
  TooManyAttempts,
  UserError,
} from '../../platform/graphql/user-errors.types.ts';
import { say } from '../../platform/language/say.ts';
import { Me } from './me.types.ts';

export const SecondStep = {
  PASSKEY: 'PASSKEY',
  AUTHENTICATOR: 'AUTHENTICATOR',
  RECOVERY_CODE: 'RECOVERY_CODE',
} as const;
registerEnumType(SecondStep, {
  name: 'SecondStep',
  description: 'What may be asked for after the first step.',
  valuesConfig: {
    PASSKEY: { description: 'A passkey of this account.' },
    AUTHENTICATOR: { description: 'The six digits of an authenticator app (RFC 6238).' },
    RECOVERY_CODE: { description: 'One of the codes that were shown once; each works once.' },
  },
});

@ObjectType({
  description:
    'Returned when the account has a second step: finish with completeSecondStep. Nothing is logged in yet; where somebody is, nothing is changed yet, and the change can be made again afterwards.',
})
export class SecondStepNeeded {
  @Field(() => String, { description: 'Works once, in this browser alone, until expiresAt.' })
  challenge: string;

  @Field(() => [SecondStep], { description: 'What this account has set up: any one of them will do.' })
  methods: (keyof typeof SecondStep)[];

  @Field(() => String, { nullable: true, description: 'For PASSKEY, options for the browser as JSON text.' })
  passkeyOptions: string | null;

  @Field(() => Date, { description: 'Until then the challenge can be answered.' })
  expiresAt: Date;

  constructor({ challenge, methods, passkeyOptions, expiresAt }: SecondStepNeeded) {
    this.challenge = challenge;
    this.methods = methods;
    this.passkeyOptions = passkeyOptions;
    this.expiresAt = expiresAt;
  }
}

@ObjectType({ description: 'Returned when the change was made.' })
export class MyAccountChanged {
  @Field(() => Me, { description: 'The account as it is now.' })
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
    super(say().myAccount.thisUsernameIsTakenChooseAnotherOne);
  }
}

@ObjectType({
  implements: UserError,
  description: 'Returned when the current password is wrong, or is needed here and was left out.',
})
export class CurrentPasswordWrong extends UserError {
  constructor(given: boolean) {
    super(given ? say().myAccount.theCurrentPasswordIsWrong : say().myAccount.typeYourCurrentPassword);
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
    super(reasons[0] ?? say().myAccount.thisPasswordCanNotBeUsed);
    this.reasons = reasons;
  }
}

export const MyAccountResult = createUnionType({
  name: 'MyAccountResult',
  description: 'What was asked for, or a failure that says why not.',
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
