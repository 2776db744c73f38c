import { createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { InvalidInput, TooManyAttempts, UserError } from '../../../platform/graphql/user-errors.types.ts';
import { InvalidCredentials, LoggedIn } from '../sessions/index.ts';
import { SecondStepNeeded } from '../../accounts/index.ts';
import { say } from '../../../platform/language/say.ts';
import { MINUTE_MS } from '../../../platform/clock.ts';
import type { Settings } from '../../../settings/settings.ts';

export const LoginLinkProblem = {
  USED: 'USED',
  EXPIRED: 'EXPIRED',
  ANOTHER_USED: 'ANOTHER_USED',
  PASSWORD_CHANGED: 'PASSWORD_CHANGED',
  ACCESS_CHANGED: 'ACCESS_CHANGED',
  REVOKED: 'REVOKED',
  COACH_LOGGED_IN: 'COACH_LOGGED_IN',
} as const;
registerEnumType(LoginLinkProblem, {
  name: 'LoginLinkProblem',
  description: 'Why a link does not log in here.',
  valuesConfig: {
    USED: { description: 'It has logged in once.' },
    EXPIRED: { description: 'Its time is over, it was ended, or it never was one.' },
    ANOTHER_USED: { description: 'Another link or code of this account was used, which ends the others.' },
    PASSWORD_CHANGED: { description: 'A new password was set, which ends all links.' },
    ACCESS_CHANGED: {
      description: 'What opens the account was changed, such as its email address, which ends all links.',
    },
    REVOKED: { description: 'It was taken back and can not be renewed.' },
    COACH_LOGGED_IN: {
      description: "A coach of this client's practice is logged in in this browser. Nothing is spent.",
    },
  },
});

@ObjectType({
  implements: UserError,
  description: 'Returned when this link, or code, does not log in here and now.',
})
export class LoginLinkUnusable extends UserError {
  @Field(() => Boolean, { description: 'renewLoginLink mails a fresh one to the address on file.' })
  mayRenew: boolean;

  @Field(() => LoginLinkProblem, { description: 'Why.' })
  problem: keyof typeof LoginLinkProblem;

  constructor(problem: keyof typeof LoginLinkProblem, words = PROBLEM_WORDS[problem]()) {
    super(words);
    this.problem = problem;
    this.mayRenew = mayRenew(problem);
  }

  /** Wrong, used, replaced or run out: a code never says which, nor whether the name exists. */
  static code({ loginCodeLifeMs }: Settings): LoginLinkUnusable {
    return LoginLinkUnusable.withoutRenewal('EXPIRED', WRONG_CODE(loginCodeLifeMs / MINUTE_MS));
  }

  /** The same of an invitation, which is never called anything else. */
  static invite(problem: keyof typeof LoginLinkProblem): LoginLinkUnusable {
    return new LoginLinkUnusable(problem, INVITE_WORDS[problem]());
  }

  /** The same, and renewLoginLink can't help. */
  static withoutRenewal(problem: keyof typeof LoginLinkProblem, words: string): LoginLinkUnusable {
    const unusable = new LoginLinkUnusable(problem, words);
    unusable.mayRenew = false;
    return unusable;
  }
}

/** Not after a revocation: the mailbox may be the wrong one. */
export function mayRenew(problem: keyof typeof LoginLinkProblem | null): boolean {
  return problem !== 'REVOKED' && problem !== 'COACH_LOGGED_IN';
}

const WRONG_CODE = (minutes: number) => say().loginLinks.thisUsernameAndThisCode({ minutes });

const PROBLEM_WORDS: Record<keyof typeof LoginLinkProblem, () => string> = {
  USED: () => say().loginLinks.thisLoginLinkWasUsedAlreadyEach,
  EXPIRED: () => say().loginLinks.thisLoginLinkDoesNotWork,
  ANOTHER_USED: () => say().loginLinks.anotherLinkOrCodeWasUsed,
  PASSWORD_CHANGED: () => say().loginLinks.aNewPasswordWasSetWhichEnds,
  ACCESS_CHANGED: () => say().loginLinks.whatOpensTheAccountWasChanged,
  REVOKED: () => say().loginLinks.thisLoginLinkWasTakenBack,
  COACH_LOGGED_IN: () => say().loginLinks.aCoachIsLoggedIn,
};

const INVITE_WORDS: Record<keyof typeof LoginLinkProblem, () => string> = {
  USED: () => say().loginLinks.thisInvitationWasAcceptedAlreadyEachOne,
  EXPIRED: () => say().loginLinks.thisInvitationDoesNotWorkAnyMore,
  ANOTHER_USED: () => say().loginLinks.anotherInvitationOfYoursWasAccepted,
  PASSWORD_CHANGED: () => say().loginLinks.thisInvitationDoesNotWorkAnyMore,
  ACCESS_CHANGED: () => say().loginLinks.thisInvitationDoesNotWorkAnyMore,
  REVOKED: () => say().loginLinks.thisInvitationWasTakenBack,
  COACH_LOGGED_IN: () => say().loginLinks.aCoachIsLogged,
};

@ObjectType({
  description:
    "Returned when the account's link policy is PASSWORD_TOO: call again with the password. The link is not spent.",
})
export class PasswordNeeded {
  @Field(() => String, { description: 'Whose account it is: Maria K. at Northwind Coaching.' })
  accountLabel: string;

  constructor(accountLabel: string) {
    this.accountLabel = accountLabel;
  }
}

@ObjectType({ description: 'What a link would do. Looking spends nothing.' })
export class LoginLinkInspection {
  @Field(() => Boolean, { description: 'It would log in here and now.' })
  usable!: boolean;

  @Field(() => LoginLinkProblem, { nullable: true, description: 'Null when usable.' })
  problem!: keyof typeof LoginLinkProblem | null;

  @Field(() => String, {
    nullable: true,
    description: 'For example: Maria K. at Northwind Coaching. Null when not usable.',
  })
  accountLabel!: string | null;

  @Field(() => Boolean, { description: 'Someone else is logged in here now.' })
  replacesSession!: boolean;

  @Field(() => Boolean, { description: 'This very browser asked for the link, so that no click is needed.' })
  askedFromThisBrowser!: boolean;

  @Field(() => Boolean, {
    description: 'The password is asked for as well: redeemLoginLink answers PasswordNeeded without it.',
  })
  needsPassword!: boolean;

  @Field(() => Boolean, {
    description: 'The mail that carries this link holds a login code too, whose time is not over.',
  })
  hasCode!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Whom to write to where the password is lost: the practice. Null where the link alone is enough.',
  })
  supportEmail!: string | null;

  @Field(() => Boolean, { description: 'renewLoginLink mails a fresh one to the address on file.' })
  mayRenew!: boolean;

  @Field(() => Date, {
    nullable: true,
    description: 'When its time is over. Null where there is no such link.',
  })
  expiresAt!: Date | null;

  constructor(facts: LoginLinkInspection) {
    Object.assign(this, facts);
  }
}

export const LoginLinkResult = createUnionType({
  name: 'LoginLinkResult',
  description: 'Logged in, what is still needed for that, or a failure that says why not.',
  types: () =>
    [
      LoggedIn,
      LoginLinkUnusable,
      PasswordNeeded,
      InvalidCredentials,
      TooManyAttempts,
      InvalidInput,
      SecondStepNeeded,
    ] as const,
});
