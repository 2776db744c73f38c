/*
 * What a page may be handed in history state: it survives reload and Back, dies with the tab, and stands in no
 * address, log or storage. Only the app itself writes it.
 */

export type LoginNotice = 'logged-out' | 'session-ended' | 'log-in-first';

export type LoginPageState = { notice?: LoginNotice; username?: string };

export type ForgottenPart = 'username' | 'password';

export type LoginHelperPageState = {
  forgot?: ForgottenPart;
  email?: string;
  username?: string;
  /** The mail was asked for: the calm page. */
  asked?: true;
};

/** A page that a link from a mail opens. */
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

export type ComposePageState = {
  /** A draft to go on with; what else stands here is then left aside. */
  draftId?: string;
  clients?: { id: string; firstName: string; lastName: string }[];
  subject?: string;
  body?: string;
};

export function stateOf<State extends object>(state: unknown): Partial<State> {
  return typeof state === 'object' && state !== null ? state : {};
}
