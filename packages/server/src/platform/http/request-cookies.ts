import type { FastifyReply, FastifyRequest } from 'fastify';

/** The product's two cookies. Neither says who somebody is: they are random, and HttpOnly. */
export interface RequestCookies {
  readonly session: string | null;
  readonly browser: string | null;
  setSession(token: string, maxAgeMs: number): void;
  clearSession(): void;
  setBrowser(token: string): void;
}

/** Of a request with an API token: none is read, and none is ever set. */
export const noCookies: RequestCookies = {
  session: null,
  browser: null,
  setSession: refuseCookie,
  clearSession: refuseCookie,
  setBrowser: refuseCookie,
};

function refuseCookie(): never {
  throw new Error('A request with an API token gets no cookie');
}

// The most that browsers keep (RFC 6265bis).
const BROWSER_MAX_AGE_S = 400 * 86_400;
const TOKEN = /^[\w-]{43}$/;

/**
 * On https both carry the __Host- prefix and Secure. On a plain http development origin they can't: not every browser
 * counts localhost as secure.
 */
export function requestCookies(
  request: FastifyRequest,
  reply: FastifyReply,
  secure: boolean,
): RequestCookies {
  const prefix = secure ? '__Host-' : '';
  const sessionName = `${prefix}latchstring-session`;
  const browserName = `${prefix}latchstring-browser`;
  const shared = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure };
  const read = (name: string) => {
    const value = request.cookies[name];
    return value && TOKEN.test(value) ? value : null;
  };
  return {
    session: read(sessionName),
    browser: read(browserName),
    setSession: (token, maxAgeMs) =>
      void reply.setCookie(sessionName, token, { ...shared, maxAge: Math.floor(maxAgeMs / 1_000) }),
    clearSession: () => void reply.clearCookie(sessionName, shared),
    setBrowser: (token) => void reply.setCookie(browserName, token, { ...shared, maxAge: BROWSER_MAX_AGE_S }),
  };
}
