import { loadTokenViewer, loadViewer, proveOwner } from './features/login/index.ts';
import { badToken } from './platform/graphql/access.ts';
import type { HttpReply, HttpRequest } from './platform/http/http-server.ts';
import { deviceWords } from './platform/http/device-words.ts';
import { noCookies, requestCookies } from './platform/http/request-cookies.ts';
import { askedLanguage } from './platform/http/request-language.ts';
import { hashToken } from './platform/random-token.ts';
import { sourceOf } from './platform/rate-limits/source.ts';
import { loggedIn, type Mechanisms, type RequestContext } from './request-context.ts';

/** Opens the context of one request: a fork of its own, who asks, from where. */
export async function openRequest(
  mechanisms: Mechanisms,
  request: HttpRequest,
  reply: HttpReply,
): Promise<RequestContext> {
  const { authorization } = request.headers;
  // A token speaks for itself: whatever cookies came along are not looked at.
  const byToken = authorization !== undefined;
  const secure = mechanisms.publicUrl.startsWith('https:');
  const cookies = byToken ? noCookies : requestCookies(request, reply, secure);
  const viewer = byToken
    ? await loadTokenViewer(mechanisms, authorization)
    : await loadViewer(mechanisms, cookies.session);
  if (byToken && !viewer) throw badToken();
  const expected = request.headers['latchstring-account'];
  const context: RequestContext = {
    ...mechanisms,
    requestId: request.id,
    told: request.told,
    viewer,
    expectedAccountId: typeof expected === 'string' ? expected : null,
    source: sourceOf(request.ip),
    askedLanguage: askedLanguage(request),
    device: deviceWords(request.headers['user-agent']),
    cookies,
    browserHash: cookies.browser && hashToken(cookies.browser),
    proveOwner: (proof, currentPassword) =>
      proveOwner(context, loggedIn(context), { proof, currentPassword }),
  };
  return context;
}
