import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Scopes } from '../../../platform/graphql/api-scopes.ts';

/** In the order in which equals are told. */
export const LoginHelpCheckKind = {
  ACTIVE: 'ACTIVE',
  REGISTERED: 'REGISTERED',
  EMAIL_DELIVERABLE: 'EMAIL_DELIVERABLE',
  LINK_POLICY: 'LINK_POLICY',
  THROTTLED: 'THROTTLED',
  FAILED_PASSWORDS: 'FAILED_PASSWORDS',
  LAST_LINK: 'LAST_LINK',
  LAST_HELPER_REQUEST: 'LAST_HELPER_REQUEST',
} as const;
registerEnumType(LoginHelpCheckKind, {
  name: 'LoginHelpCheckKind',
  description: 'What is looked at when a client can’t log in.',
  valuesConfig: {
    ACTIVE: { description: 'Whether the account may log in at all.' },
    REGISTERED: { description: 'Whether the client has come in at least once.' },
    EMAIL_DELIVERABLE: { description: 'Whether mail arrives at the address on file.' },
    LINK_POLICY: { description: 'What the client has chosen about login links.' },
    THROTTLED: { description: 'Whether the client has to wait before another password is looked at.' },
    FAILED_PASSWORDS: { description: 'Wrong passwords since the last login, in a browser of the client.' },
    LAST_LINK: { description: 'The last login link or invite that the coach sent.' },
    LAST_HELPER_REQUEST: {
      description: 'The last time the client asked the login helper, in a browser of theirs.',
    },
  },
});

/** Worst first. */
export const CheckState = { PROBLEM: 'PROBLEM', WARNING: 'WARNING', UNKNOWN: 'UNKNOWN', OK: 'OK' } as const;
registerEnumType(CheckState, {
  name: 'CheckState',
  description: 'What a look found.',
  valuesConfig: {
    PROBLEM: { description: 'It keeps the client out.' },
    WARNING: { description: 'It may keep the client out.' },
    UNKNOWN: { description: 'Nothing is known of it.' },
    OK: { description: 'It keeps nobody out.' },
  },
});

export const LoginHelpAction = {
  NONE: 'NONE',
  REACTIVATE: 'REACTIVATE',
  ALLOW_ACCESS: 'ALLOW_ACCESS',
  SEND_LOGIN_LINK: 'SEND_LOGIN_LINK',
  RESEND_INVITE: 'RESEND_INVITE',
  FIX_EMAIL: 'FIX_EMAIL',
  WAIT: 'WAIT',
  CALL_THE_CLIENT: 'CALL_THE_CLIENT',
} as const;
registerEnumType(LoginHelpAction, {
  name: 'LoginHelpAction',
  description: 'What helps best, and by which mutation.',
  valuesConfig: {
    NONE: { description: 'There is nothing to do.' },
    REACTIVATE: { description: 'reactivateClient.' },
    ALLOW_ACCESS: { description: 'deactivateClient with mayLogIn: they may look again.' },
    SEND_LOGIN_LINK: { description: 'sendMessage with [loginLink] in the body.' },
    RESEND_INVITE: { description: 'inviteClient.' },
    FIX_EMAIL: { description: 'updateClient with an address that works.' },
    WAIT: { description: 'Something is on its way, or the client has to wait for a while.' },
    CALL_THE_CLIENT: { description: 'Only the client can go on; the verdict says what to tell them.' },
  },
});

@Scopes('CLIENTS_READ')
@ObjectType({ description: 'One thing that could keep a client out.' })
export class LoginHelpCheck {
  @Field(() => LoginHelpCheckKind, { description: 'What was looked at.' })
  kind!: keyof typeof LoginHelpCheckKind;

  @Field(() => CheckState, { description: 'What was found.' })
  state!: keyof typeof CheckState;

  @Field(() => String, { description: 'In words, for the coach.' })
  detail!: string;

  @Field(() => Date, {
    nullable: true,
    description: 'The beginning of the day, in the coach’s time zone: never a time of day.',
  })
  since!: Date | null;
}

@Scopes('CLIENTS_READ')
@ObjectType({
  description:
    'Why can’t this client log in? Tries count only where they came from a browser in which this client had logged in before, and no coach ever, or ended in a login. So it says the same whatever a coach tries.',
})
export class LoginHelpReport {
  @Field(() => String, { description: 'The one sentence to act on.' })
  verdict!: string;

  @Field(() => [LoginHelpCheck], { description: 'All of them, worst first.' })
  checks!: LoginHelpCheck[];

  @Field(() => LoginHelpAction, { description: 'The one thing that helps best.' })
  suggestedAction!: keyof typeof LoginHelpAction;
}
