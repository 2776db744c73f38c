import { createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { TooManyAttempts } from '../../platform/graphql/user-errors.types.ts';
import { LoginLinkUnusable } from '../login/index.ts';

const AccessChangeKind = { EMAIL_CHANGE: 'EMAIL_CHANGE', FRESH_START: 'FRESH_START' } as const;
registerEnumType(AccessChangeKind, {
  name: 'AccessChangeKind',
  description: 'What kind of change of what opens an account waits.',
  valuesConfig: {
    EMAIL_CHANGE: { description: 'Another email address.' },
    FRESH_START: {
      description: 'Everything that opens the account ends, and an invite goes to another address.',
    },
  },
});

export const AccessChangeProblem = {
  DONE: 'DONE',
  STOPPED: 'STOPPED',
  CANCELLED: 'CANCELLED',
  WITHDRAWN: 'WITHDRAWN',
  REPLACED: 'REPLACED',
  EXPIRED: 'EXPIRED',
} as const;
registerEnumType(AccessChangeProblem, {
  name: 'AccessChangeProblem',
  description: 'Why a confirm or stop link has nothing left to do.',
  valuesConfig: {
    DONE: { description: 'The change has taken effect.' },
    STOPPED: { description: 'By the link in the letter to the old address.' },
    CANCELLED: { description: 'By the owner.' },
    WITHDRAWN: { description: 'By the coach.' },
    REPLACED: { description: 'A newer change took its place.' },
    EXPIRED: { description: 'Its time is over, or it never was one of our links.' },
  },
});

export const AccessChangeVisitor = {
  NOBODY: 'NOBODY',
  OWNER: 'OWNER',
  SOMEONE_ELSE: 'SOMEONE_ELSE',
  COACH: 'COACH',
} as const;
registerEnumType(AccessChangeVisitor, {
  name: 'AccessChangeVisitor',
  description: 'Who is logged in in this browser, seen from the account that the link is about.',
  valuesConfig: {
    NOBODY: { description: 'Nobody is logged in here.' },
    SOMEONE_ELSE: { description: 'Another account is logged in here.' },
    OWNER: { description: 'The only one who can confirm an email change.' },
    COACH: { description: "A coach of this client's practice." },
  },
});

@ObjectType({ description: 'What a stop or confirm link is about. Looking spends nothing.' })
export class AccessChangeInspection {
  @Field(() => Boolean, { description: 'The change waits still.' })
  usable!: boolean;

  @Field(() => AccessChangeProblem, { nullable: true, description: 'Null when usable.' })
  problem!: keyof typeof AccessChangeProblem | null;

  @Field(() => AccessChangeKind, { nullable: true, description: 'Null where there is no such link.' })
  kind!: keyof typeof AccessChangeKind | null;

  @Field(() => String, {
    nullable: true,
    description: 'For example: Maria K. at Northwind Coaching. Null when not usable.',
  })
  accountLabel!: string | null;

  @Field(() => String, { nullable: true, description: 'm•••@example.com. Null when not usable.' })
  oldEmailMasked!: string | null;

  @Field(() => String, { nullable: true, description: 'm•••@example.com. Null when not usable.' })
  newEmailMasked!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "In words: you (the account's owner), or the coach's name. Null when not usable.",
  })
  askedBy!: string | null;

  @Field(() => Boolean, { description: 'A coach asked for it, not the owner.' })
  isAskedByCoach!: boolean;

  @Field(() => Date, { nullable: true, description: 'Of a fresh start that waits.' })
  takesEffectAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Of an email change that waits: until then it can be confirmed.',
  })
  expiresAt!: Date | null;

  @Field(() => AccessChangeVisitor, { description: 'Who is logged in in the browser that asks.' })
  loggedInAs!: keyof typeof AccessChangeVisitor;

  constructor(facts: AccessChangeInspection) {
    Object.assign(this, facts);
  }
}

@ObjectType({ description: 'Returned when the change is off. Nothing has changed.' })
export class AccessChangeStopped {
  @Field(() => String, { description: 'What was stopped, in the language of whoever asks.' })
  message: string;

  constructor(message: string) {
    this.message = message;
  }
}

export const StopResult = createUnionType({
  name: 'StopResult',
  description: 'What was asked for, or a failure that says why not.',
  types: () => [AccessChangeStopped, LoginLinkUnusable, TooManyAttempts] as const,
});
