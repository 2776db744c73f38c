import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Scopes } from '../../../platform/graphql/api-scopes.ts';
import { connectionOf } from '../../../platform/graphql/connection.types.ts';
import { accessEventKinds } from './access-event-kinds.ts';

type Kind = (typeof accessEventKinds)[number];

const AccessEventKind = Object.fromEntries(accessEventKinds.map((kind) => [kind, kind])) as {
  [K in Kind]: K;
};
registerEnumType(AccessEventKind, {
  name: 'AccessEventKind',
  description: "What can happen to an account's access.",
  valuesConfig: {
    LOGGED_IN: { description: 'Somebody logged in.' },
    LOGGED_OUT: { description: 'A session was ended by its owner.' },
    LOGIN_FAILED: { description: 'A password or code was wrong.' },
    LOGIN_LINK_REQUESTED: { description: 'The login helper was asked for a login link.' },
    LOGIN_LINK_SENT: { description: 'A login link went out by mail.' },
    LOGIN_LINK_SENT_BY_COACH: { description: 'A login link went out in a message of the coach.' },
    LOGIN_LINK_USED: { description: 'A login link logged in.' },
    LOGIN_LINK_EXPIRED: { description: 'The time of a login link ran out unused.' },
    LOGIN_LINK_REVOKED: { description: 'A login link was taken back.' },
    LOGIN_LINK_OPENED_BY_COACH: {
      description:
        'A login link was opened where a coach of the practice is logged in: it did not work there.',
    },
    USERNAME_REQUESTED: { description: 'The login helper was asked for the usernames of an address.' },
    USERNAME_CHANGED: { description: 'The username was changed.' },
    PASSWORD_CHANGED: { description: 'A password was set.' },
    EMAIL_CHANGE_REQUESTED: { description: 'The owner asked for another email address.' },
    EMAIL_CHANGE_PROPOSED: { description: 'The coach proposed another email address.' },
    EMAIL_CHANGED: { description: 'The email address was changed.' },
    EMAIL_CHANGE_STOPPED: { description: 'A change of the email address was stopped.' },
    LINK_POLICY_CHANGED: { description: 'The owner decided anew about login links.' },
    SESSION_REVOKED: { description: 'A session was ended from elsewhere.' },
    INVITED: { description: 'An invite was sent.' },
    REGISTERED: { description: 'The owner came in for the first time.' },
    DEACTIVATED: { description: 'The coach closed the account, or let it look only.' },
    REACTIVATED: { description: 'The coach opened the account again.' },
    FRESH_START_REQUESTED: { description: 'The coach asked for a fresh start.' },
    FRESH_START_CANCELLED: { description: 'A fresh start was stopped or withdrawn.' },
    FRESH_START_DONE: { description: 'A fresh start took effect.' },
    PASSKEY_ADDED: { description: 'A passkey was added.' },
    PASSKEY_REMOVED: { description: 'A passkey was removed.' },
    PASSKEY_COPIED: {
      description: 'A passkey answered with a counter that was used before: it may have been copied.',
    },
    SECOND_STEP_ADDED: { description: 'A second step was switched on, or got new recovery codes.' },
    SECOND_STEP_REMOVED: { description: 'A second step was switched off.' },
    API_TOKEN_CREATED: { description: 'An API token was made.' },
    API_TOKEN_REVOKED: { description: 'An API token was ended.' },
    DATA_EXPORTED: { description: 'The owner took a copy of their data.' },
  },
});

const AccessActor = { YOU: 'YOU', COACH: 'COACH', SYSTEM: 'SYSTEM' } as const;
registerEnumType(AccessActor, {
  name: 'AccessActor',
  description: 'Who did something to an account.',
  valuesConfig: {
    YOU: { description: 'Somebody logged in as you, or with your link.' },
    COACH: { description: 'A coach of yours.' },
    SYSTEM: { description: 'Nobody who is known.' },
  },
});

@Scopes('ACCOUNT_READ')
@ObjectType('AccessEvent', {
  description:
    "One thing that happened to an account's access. Holds no token, no code and nothing that was typed.",
})
export class AccessEventView {
  @Field(() => ID, { description: 'Of this entry.' })
  id!: string;

  @Field(() => Date, { description: 'When it happened.' })
  at!: Date;

  @Field(() => AccessEventKind, { description: 'What happened.' })
  kind!: Kind;

  @Field(() => String, { description: "Who did it, in words: You, your coach's name, or The system." })
  actor!: string;

  @Field(() => AccessActor, { description: 'The same, for programs.' })
  actorKind!: keyof typeof AccessActor;

  @Field(() => String, {
    nullable: true,
    description: 'In words: Firefox on Windows. Null where there was none.',
  })
  device!: string | null;
}

export const AccessEventConnection = connectionOf('AccessEvent', () => AccessEventView);
