import { Extensions } from 'type-graphql';

/** What an API token may be good for. */
export const apiScopes = [
  'CLIENTS_READ',
  'CLIENTS_WRITE',
  'MESSAGES_READ',
  'MESSAGES_SEND',
  'ACCOUNT_READ',
] as const;

export type ApiScope = (typeof apiScopes)[number];

/**
 * Which scopes let an API token read a type's fields, any one of them being enough; on a field, in place of its type's.
 * ANY: holds nothing of its own, so that whoever got there may read it. Needed on every type that a token can reach.
 */
export const Scopes = (...scopes: readonly ApiScope[] | readonly ['ANY']) =>
  Extensions({ scopes: scopes[0] === 'ANY' ? apiScopes : scopes });
