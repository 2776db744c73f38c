import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { LANGUAGE_VARIES, requestLanguage } from './request-language.ts';
import { APP_POLICY } from './security-headers.ts';
import { sendError } from './send-error.ts';

/** English stands at the top of the app's folder, any other language in one of its own. */
const SPANISH = 'es/index.html';

/** Pages of the app; any other path is the app's own page for what isn't there, with status 404. */
const PAGES =
  /^\/(login(\/help|\/link|\/second-step)?|welcome|stop|account(\/email)?|clients(\/[\w-]+)?|messages(\/[\w-]+)?)?$/;

/**
 * The built app: hashed assets kept for ever, the page itself never, the same page for every path and token, in the
 * reader's language.
 */
export async function serveApp(
  app: FastifyInstance,
  appDir: string,
  { mailbox }: { mailbox: boolean },
): Promise<void> {
  const built = existsSync(join(appDir, 'index.html'));
  const pages = { en: 'index.html', es: existsSync(join(appDir, SPANISH)) ? SPANISH : 'index.html' };
  if (built)
    await app.register(fastifyStatic, {
      root: appDir,
      index: false,
      dotfiles: 'ignore',
      wildcard: false,
      globIgnore: ['**/index.html', '**/.vite/**', '**/*.map'],
      setHeaders: (reply, path) => {
        if (path.endsWith('index.html')) return void reply.header('cache-control', 'no-store');
        const hashed = path.includes('/assets/');
        return void reply.header(
          'cache-control',
          hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        );
      },
    });
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return sendError(reply, 405, 'BAD_USER_INPUT', 'There is nothing to do here.');
    const path = request.url.split('?')[0] ?? '/';
    const wantsPage = built && !/\.[a-z0-9]+$/i.test(path);
    if (!wantsPage) return reply.code(404).type('text/plain').send('Not found\n');
    const known = PAGES.test(path) || (mailbox && path === '/dev/mailbox');
    return reply
      .code(known ? 200 : 404)
      .headers({
        'cache-control': 'no-store',
        vary: LANGUAGE_VARIES,
        'content-security-policy': APP_POLICY,
      })
      .type('text/html; charset=utf-8')
      .sendFile(pages[requestLanguage(request)], { cacheControl: false });
  });
}
