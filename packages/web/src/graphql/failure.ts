/** Why a request brought no answer that a feature could use. */
export type Failure = {
  kind:
    | 'offline'
    | 'timed-out'
    | 'unauthenticated'
    | 'account-changed'
    | 'forbidden'
    | 'bad-input'
    | 'rate-limited'
    /** The browser would forget a login at once; nothing was sent. */
    | 'no-cookies'
    /** The server has become another version than this page. */
    | 'outdated'
    /** The database can't be worked with: in a moment it can. */
    | 'unavailable'
    | 'server';
  /** In the server's words, where it said more than its code; holds the reference of a masked fault. */
  message?: string | undefined;
  /** A change was asked for, and its answer was lost. */
  mayHaveBeenDone?: boolean | undefined;
};

/** Carries a Failure through code that can only throw, such as Apollo's links. */
export class RequestFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message ?? failure.kind);
    this.name = 'RequestFailed';
    this.failure = failure;
  }
}

export type TopLevelError = {
  message?: string;
  extensions?: { code?: string; reason?: string; mayHaveBeenDone?: boolean };
};

const kinds: Record<string, Failure['kind']> = {
  UNAUTHENTICATED: 'unauthenticated',
  FORBIDDEN: 'forbidden',
  BAD_USER_INPUT: 'bad-input',
  RATE_LIMITED: 'rate-limited',
  DOCUMENT_UNKNOWN: 'outdated',
  UNAVAILABLE: 'unavailable',
};

export function failureOf(error: TopLevelError | undefined): Failure {
  const code = error?.extensions?.code ?? '';
  if (code === 'UNAUTHENTICATED' && error?.extensions?.reason === 'ACCOUNT_CHANGED') {
    return { kind: 'account-changed' };
  }
  const mayHaveBeenDone = error?.extensions?.mayHaveBeenDone;
  return { kind: kinds[code] ?? 'server', message: error?.message, mayHaveBeenDone };
}
