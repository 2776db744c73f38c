import { registerEnumType } from 'type-graphql';

/** The first of these that is true. */
export const ClientState = {
  DEACTIVATED: 'DEACTIVATED',
  MAY_LOOK: 'MAY_LOOK',
  FRESH_START_WAITS: 'FRESH_START_WAITS',
  NEW_ADDRESS_WAITS: 'NEW_ADDRESS_WAITS',
  MAIL_COMES_BACK: 'MAIL_COMES_BACK',
  MARKED_AS_SPAM: 'MARKED_AS_SPAM',
  NOT_INVITED: 'NOT_INVITED',
  INVITE_RAN_OUT: 'INVITE_RAN_OUT',
  INVITED: 'INVITED',
  LINK_WAITS: 'LINK_WAITS',
  WRONG_PASSWORDS: 'WRONG_PASSWORDS',
  LINK_NOT_DELIVERED: 'LINK_NOT_DELIVERED',
  LINK_RAN_OUT: 'LINK_RAN_OUT',
  CAN_LOG_IN: 'CAN_LOG_IN',
} as const;
registerEnumType(ClientState, {
  name: 'ClientState',
  description: 'Whether this client can log in, in one word: the first of these that is true.',
  valuesConfig: {
    DEACTIVATED: { description: 'Deactivated: no login works.' },
    MAY_LOOK: { description: 'Deactivated, and may log in to look.' },
    FRESH_START_WAITS: { description: 'A fresh start that you asked for waits: see freshStartAt.' },
    NEW_ADDRESS_WAITS: {
      description: 'An address that you proposed waits to be confirmed: see pendingEmail.',
    },
    MAIL_COMES_BACK: { description: 'Mail to the address on file comes back.' },
    MARKED_AS_SPAM: { description: 'A mail of yours was marked as spam.' },
    NOT_INVITED: { description: 'Has never logged in, and you have sent no invite.' },
    INVITE_RAN_OUT: { description: 'Has never logged in, and your last invite ended unused.' },
    INVITED: { description: 'Has never logged in; your last invite still works.' },
    LINK_WAITS: { description: 'Your last login link is on its way, or works and was not used yet.' },
    WRONG_PASSWORDS: {
      description: 'Wrong passwords since the last login, in a browser of the client’s own.',
    },
    LINK_NOT_DELIVERED: { description: 'Your last login link did not arrive.' },
    LINK_RAN_OUT: { description: 'Your last login link ended unused.' },
    CAN_LOG_IN: { description: 'Nothing that is known here keeps them out.' },
  },
});
