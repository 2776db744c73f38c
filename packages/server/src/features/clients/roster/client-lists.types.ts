import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Scopes } from '../../../platform/graphql/api-scopes.ts';
import { days } from '../../../settings/descriptions.ts';
import { defaultSettings } from '../../../settings/settings.ts';

export const ClientOrder = {
  NAME: 'NAME',
  ADDED_NEWEST: 'ADDED_NEWEST',
  LAST_LOGIN_NEWEST: 'LAST_LOGIN_NEWEST',
  LAST_LOGIN_OLDEST: 'LAST_LOGIN_OLDEST',
  NEEDS_ATTENTION: 'NEEDS_ATTENTION',
} as const;
registerEnumType(ClientOrder, {
  name: 'ClientOrder',
  description: 'In which order clients are listed.',
  valuesConfig: {
    ADDED_NEWEST: { description: 'By when they were added, the newest first.' },
    NAME: {
      description:
        'By last name, then first name. With a search: whole words first, then beginnings of words, then parts.',
    },
    LAST_LOGIN_NEWEST: { description: 'Who has never logged in last.' },
    LAST_LOGIN_OLDEST: { description: 'Who has never logged in first.' },
    NEEDS_ATTENTION: {
      description:
        'First whose mail comes back, then who has a change of yours to confirm, who has not come in yet, whose login link of yours did not arrive or ended unused, and who typed wrong passwords. Deactivated clients last.',
    },
  },
});

export const ClientsShown = {
  ALL: 'ALL',
  NEED_YOU: 'NEED_YOU',
  NEVER_LOGGED_IN: 'NEVER_LOGGED_IN',
  NOT_INVITED: 'NOT_INVITED',
  DEACTIVATED: 'DEACTIVATED',
} as const;
registerEnumType(ClientsShown, {
  name: 'ClientsShown',
  description: 'Which clients a list shows.',
  valuesConfig: {
    ALL: { description: 'Deactivated ones too.' },
    NEED_YOU: {
      description: `Active ones for whom there is something to do: mail that comes back or was called spam, wrong passwords, a login link that did not arrive or ended unused, an invite of more than ${days(defaultSettings.youngInviteMs)} days ago that did, a proposed address or a fresh start that waits.`,
    },
    NEVER_LOGGED_IN: { description: 'Active ones who have not come in yet.' },
    NOT_INVITED: { description: 'Of those, whom you have sent no invite.' },
    DEACTIVATED: { description: 'Also those who may look.' },
  },
});

export const ClientStatus = { ACTIVE: 'ACTIVE', INACTIVE: 'INACTIVE' } as const;
registerEnumType(ClientStatus, {
  name: 'ClientStatus',
  description: 'Whether a client is active.',
  valuesConfig: {
    ACTIVE: { description: 'Logs in and gets messages.' },
    INACTIVE: {
      description: 'Deactivated: gets no messages, and may log in only where the coach lets them look.',
    },
  },
});

export const ClientAccess = { ACTIVE: 'ACTIVE', READ_ONLY: 'READ_ONLY', NONE: 'NONE' } as const;
registerEnumType(ClientAccess, {
  name: 'ClientAccess',
  description: 'What a client may do, as their coach decides. Each can be set from each.',
  valuesConfig: {
    ACTIVE: { description: 'Everything. What a deactivation ended stays ended.' },
    READ_ONLY: {
      description: 'Deactivated; may log in and look. Links, codes and changes that wait end for good.',
    },
    NONE: { description: 'Deactivated; no login works. Sessions and API tokens end too.' },
  },
});

export const EmailState = {
  UNKNOWN: 'UNKNOWN',
  DELIVERED: 'DELIVERED',
  BOUNCED: 'BOUNCED',
  COMPLAINED: 'COMPLAINED',
} as const;
registerEnumType(EmailState, {
  name: 'EmailState',
  description: 'What mail of the coach to an address has told about it.',
  valuesConfig: {
    UNKNOWN: { description: 'Nothing was heard of mail to it yet.' },
    DELIVERED: { description: 'The last that was heard is that a mail arrived.' },
    BOUNCED: { description: 'A mail came back: nobody has this address, or it takes no mail.' },
    COMPLAINED: { description: 'A mail was called spam there: messages are held.' },
  },
});

export const OnDuplicateEmail = { ASK: 'ASK', ADD_ANYWAY: 'ADD_ANYWAY' } as const;
registerEnumType(OnDuplicateEmail, {
  name: 'OnDuplicateEmail',
  description: 'What to do where a client of yours has this address already.',
  valuesConfig: {
    ASK: { description: 'Answers DuplicateEmail, or ADDRESS_IN_USE for a row, and adds nobody.' },
    ADD_ANYWAY: { description: 'Two people may share an address: each gets a mail of their own.' },
  },
});

@Scopes('CLIENTS_READ')
@ObjectType({ description: 'How many clients each list has.' })
export class ClientCounts {
  @Field(() => Int, { description: 'Deactivated ones too.' })
  all!: number;

  @Field(() => Int, { description: 'Active ones for whom there is something to do.' })
  needYou!: number;

  @Field(() => Int, { description: 'Active ones who have not come in yet.' })
  neverLoggedIn!: number;

  @Field(() => Int, { description: 'Of those, whom you have sent no invite.' })
  notInvited!: number;

  @Field(() => Int, { description: 'Also those who may look.' })
  deactivated!: number;
}
