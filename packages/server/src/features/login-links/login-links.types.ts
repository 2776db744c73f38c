import { createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { InvalidInput, TooManyAttempts, UserError } from '../../platform/graphql/user-errors.types.ts';
import { InvalidCredentials, LoggedIn } from '../login/index.ts';
import { SecondStepNeeded } from '../second-step/index.ts';
import { say } from '../../platform/language/say.ts';

export const LoginLinkProblem = {
  USED: 'USED',
  EXPIRED: 'EXPIRED',
  REVOKED: 'REVOKED',
  COACH_LOGGED_IN: 'COACH_LOGGED_IN',
} as const;
registerEnumType(LoginLinkProblem, {
  name: 'LoginLinkProblem',
  description: 'Why a link does not log in here.',
  valuesConfig: {
    USED: { description: 'It has logged in once.' },
    EXPIRED: { description: 'Its time is over, something newer took its place, or it never was one.' },
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

  @Field(() => LoginLinkProblem)
  problem: keyof typeof LoginLinkProblem;

  constructor(problem: keyof typeof LoginLinkProblem, words = PROBLEM_WORDS[problem]()) {
    super(words);
    this.problem = problem;
    this.mayRenew = problem === 'USED' || problem === 'EXPIRED';
  }

  /** Wrong, used, replaced or run out: a code never says which, nor whether the name exists. */
  static code(): LoginLinkUnusable {
    return LoginLinkUnusable.forGood('EXPIRED', WRONG_CODE());
  }

  /** Nothing takes its place. */
  static forGood(problem: keyof typeof LoginLinkProblem, words: string): LoginLinkUnusable {
    const unusable = new LoginLinkUnusable(problem, words);
    unusable.mayRenew = false;
    return unusable;
  }
}

const WRONG_CODE = () =>
  say`This username and this code do not log in. Codes live ten minutes, and only the newest works; the link in the same mail lives longer.`;

const PROBLEM_WORDS: Record<keyof typeof LoginLinkProblem, () => string> = {
  USED: () => say`This login link was used already. Each one works once.`,
  EXPIRED: () => say`This login link does not work any more.`,
  REVOKED: () => say`This login link was taken back.`,
  COACH_LOGGED_IN: () =>
    say`A coach is logged in in this browser. A login link of a client can not be used here.`,
};

@ObjectType({
  description:
    "Returned when the account's link policy is PASSWORD_TOO: call again with the password. The link is not spent.",
})
export class PasswordNeeded {
  @Field(() => String)
  accountLabel: string;

  constructor(accountLabel: string) {
    this.accountLabel = accountLabel;
  }
}

@ObjectType({ description: 'What a link would do. Looking spends nothing.' })
export class LoginLinkInspection {
  @Field(() => Boolean)
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

  @Field(() => Boolean)
  mayRenew!: boolean;

  @Field(() => Date, { nullable: true })
  expiresAt!: Date | null;

  constructor(facts: LoginLinkInspection) {
    Object.assign(this, facts);
  }
}

export const LoginLinkResult = createUnionType({
  name: 'LoginLinkResult',
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
