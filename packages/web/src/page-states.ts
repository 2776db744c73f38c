import type { SecondStepNeededFieldsFragment } from '@latchstring/operations';

/*
 * What a page may be handed in history state: it survives reload and Back, dies with the tab, and stands in no
 * address, log or storage. Only the app itself writes it.
 */

export type LoginNotice = 'logged-out' | 'session-ended' | 'log-in-first' | 'confirm-email';

/** Where a login that ran out goes on, if it is the same account that comes back. */
export type GoOn = { accountId: string; state: ComposePageState };

export type LoginPageState = {
  notice?: LoginNotice;
  username?: string;
  goOn?: GoOn | undefined;
  /** The token of a link that its owner confirms once they are in. */
  confirmEmail?: string | undefined;
};

export type ForgottenPart = 'username' | 'password';

export type LoginHelperPageState = {
  forgot?: ForgottenPart;
  email?: string;
  username?: string;
  /** The mail was asked for: the calm page. */
  asked?: true;
};

/** Of a page that a link from a mail opens. */
export type TokenPagePath = '/login/link' | '/welcome' | '/account/email' | '/stop';

export type TokenPageState = {
  /** Taken out of the address by the entry module. */
  token?: string;
};

export type LoginLinkPageState = TokenPageState & {
  /** The login code is typed here instead, for this username if it is known. */
  enterCode?: true;
  username?: string;
  /** A fresh link was asked for; the dead token is gone. */
  renewed?: true;
};

export type WelcomePageState = TokenPageState & {
  /** A fresh invitation was asked for; the dead token is gone. */
  renewed?: true;
};

/** Of a page that comes after a login. */
export type AccountPageState = {
  /** Somebody who came in by link or invite is offered a passkey, so that next time nothing can be forgotten. */
  offersPasskey?: boolean | undefined;
  /** The page was loaded anew in the language that was just saved. */
  languageSaved?: true;
};

/** Where the login was on its way to goes along. */
export type SecondStepPageState = AccountPageState &
  Pick<LoginPageState, 'confirmEmail' | 'goOn'> & { needed?: SecondStepNeededFieldsFragment };

export type ConfirmEmailPageState = TokenPageState & {
  /** The address that counts now; the spent token is gone. */
  confirmed?: string;
};

export type StopPageState = TokenPageState & {
  /** What was stopped; the spent token is gone. */
  stopped?: 'EMAIL_CHANGE' | 'FRESH_START';
};

export type ClientPageState = {
  /** Their details are open for a correction. */
  edits?: true;
};

export type ComposePageState = {
  /** The name under which this browser keeps the message; what else stands here is then left aside. */
  keptAs?: string;
  /** A draft to go on with; what stands below is then left aside. */
  draftId?: string;
  /** A message that went or was stopped, whose words, recipients and choices a new draft begins with. */
  copyOf?: string;
  /** Not its recipients, but those of them who have not come in since. */
  toRest?: true;
  clients?: { id: string; firstName: string; lastName: string }[];
  allActive?: true;
  subject?: string;
  body?: string;
};

export function stateOf<State extends object>(state: unknown): Partial<State> {
  return typeof state === 'object' && state !== null ? state : {};
}
