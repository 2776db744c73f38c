import { loadViewer } from './features/login/index.ts';
import type { HttpReply, HttpRequest } from './platform/http/http-server.ts';
import { deviceWords } from './platform/http/device-words.ts';
import { requestCookies } from './platform/http/request-cookies.ts';
import { hashToken } from './platform/random-token.ts';
import { sourceOf } from './platform/rate-limits/source.ts';
import type { Mechanisms, RequestContext } from './request-context.ts';

/** Opens the context of one request: a fork of its own, who asks, from where. */
export async function openRequest(
  mechanisms: Mechanisms,
  request: HttpRequest,
  reply: HttpReply,
): Promise<RequestContext> {
  const cookies = requestCookies(request, reply, mechanisms.publicUrl.startsWith('https:'));
  const expected = request.headers['latchstring-account'];
  return {
    ...mechanisms,
    requestId: request.id,
    viewer: await loadViewer(mechanisms, cookies.session),
    expectedAccountId: typeof expected === 'string' ? expected : null,
    source: sourceOf(request.ip),
    device: deviceWords(request.headers['user-agent']),
    cookies,
    browserHash: cookies.browser && hashToken(cookies.browser),
  };
}
