import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Scopes } from '../../platform/graphql/api-scopes.ts';
import type { Viewer } from '../../viewer.ts';

export const Role = { COACH: 'COACH', CLIENT: 'CLIENT' } as const;
registerEnumType(Role, {
  name: 'Role',
  description: 'What an account is for.',
  valuesConfig: {
    COACH: { description: 'Writes to clients and helps them in.' },
    CLIENT: { description: 'Of one coach.' },
  },
});

const Access = { FULL: 'FULL', READ_ONLY: 'READ_ONLY' } as const;
registerEnumType(Access, {
  name: 'Access',
  description: 'FULL, or READ_ONLY for a deactivated client whose coach lets them look.',
  valuesConfig: {
    FULL: { description: 'May do everything that its role may.' },
    READ_ONLY: { description: 'May look, and change its own credentials alone.' },
  },
});

export const LoginLinkPolicy = { ALLOWED: 'ALLOWED', PASSWORD_TOO: 'PASSWORD_TOO', NEVER: 'NEVER' } as const;
registerEnumType(LoginLinkPolicy, {
  name: 'LoginLinkPolicy',
  description: 'Whether a login link alone logs in, needs the password as well, or is never made.',
  valuesConfig: {
    ALLOWED: { description: 'A link alone logs in.' },
    PASSWORD_TOO: { description: 'A link asks for the password as well.' },
    NEVER: { description: 'No link or code is ever made.' },
  },
});

@Scopes('ACCOUNT_READ')
@ObjectType('Practice', { description: 'A coaching practice.' })
export class PracticeView {
  @Field(() => ID, { description: 'Of the practice.' })
  id: string;

  @Field(() => String, { description: 'As its clients know it.' })
  name: string;

  @Field(() => String, { description: 'Whom its clients may write to.' })
  supportEmail: string;

  @Field(() => Boolean, {
    description: 'Whether its coaches may ask for a fresh start of a client: `admin set-practice` decides.',
  })
  freshStartsAllowed: boolean;

  constructor({ id, name, supportEmail, freshStartsAllowed }: Viewer['practice']) {
    this.id = id;
    this.name = name;
    this.supportEmail = supportEmail;
    this.freshStartsAllowed = freshStartsAllowed;
  }
}

@Scopes('ACCOUNT_READ')
@ObjectType({
  description: 'The logged-in account as its owner sees it: the only type that ever carries a username.',
})
export class Me {
  @Field(() => ID, { description: 'Of the account; the header Latchstring-Account takes it.' })
  id: string;

  @Field(() => Role, { description: 'Whether this is a coach or a client.' })
  role: keyof typeof Role;

  @Field(() => String, {
    description: 'As its owner typed it. This, not the email address, is what one logs in with.',
  })
  username: string;

  @Field(() => String, { description: 'Where its mail goes.' })
  email: string;

  @Field(() => String, { description: 'May be empty.' })
  firstName: string;

  @Field(() => String, { description: 'May be empty.' })
  lastName: string;

  @Field(() => String, { description: 'IANA name: Europe/Madrid.' })
  timeZone: string;

  @Field(() => String, { description: 'BCP 47 tag: en.' })
  locale: string;

  @Field(() => Access, { description: 'What this session may do.' })
  access: keyof typeof Access;

  @Field(() => PracticeView, { description: 'The one it belongs to.' })
  practice: PracticeView;

  @Field(() => Boolean, { description: 'False until one is set: links and passkeys alone log in.' })
  hasPassword: boolean;

  @Field(() => Boolean, {
    description:
      'True for a while after a login by link: a new password may then be set without the current one.',
  })
  maySetPasswordWithoutCurrent: boolean;

  @Field(() => Date, { nullable: true, description: 'When that while ends; null when it is not on.' })
  maySetPasswordWithoutCurrentUntil: Date | null;

  @Field(() => LoginLinkPolicy, {
    description: 'Whether this account accepts login links at all, and on what condition.',
  })
  loginLinkPolicy: keyof typeof LoginLinkPolicy;

  /** No field: false spares the fields about what waits their look-up. */
  readonly hasWaitingChange: boolean;

  constructor({ account, practice, access, session }: Viewer, now: Date) {
    const until = session.passwordWithoutCurrentUntil;
    this.id = account.id;
    this.role = account.role;
    this.username = account.username;
    this.email = account.email;
    this.firstName = account.firstName;
    this.lastName = account.lastName;
    this.timeZone = account.timeZone;
    this.locale = account.locale;
    this.access = access;
    this.practice = new PracticeView(practice);
    this.hasPassword = account.hasPassword;
    this.maySetPasswordWithoutCurrent = until !== null && until > now;
    this.maySetPasswordWithoutCurrentUntil = this.maySetPasswordWithoutCurrent ? until : null;
    this.loginLinkPolicy = account.loginLinkPolicy;
    this.hasWaitingChange = account.hasWaitingChange;
  }
}
