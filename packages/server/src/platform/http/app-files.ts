import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { LANGUAGES } from '../language/languages.ts';
import type { KeptReleases } from '../releases/kept-releases.ts';
import { LANGUAGE_VARIES, requestLanguage } from './request-language.ts';
import { appPolicy } from './security-headers.ts';
import { sendError } from './send-error.ts';

/** Of what carries a hash in its name. */
const FOR_EVER = 'public, max-age=31536000, immutable';

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** English stands at the top of the app's folder, any other language in one of its own. */
const pageIn = (language: string) => (language === 'en' ? 'index.html' : `${language}/index.html`);

/** Pages of the app; any other path is the app's own page for what isn't there, with status 404. */
const PAGES =
  /^\/(login(\/help|\/link|\/second-step)?|welcome|stop|account(\/email)?|clients(\/[\w-]+)?|messages(\/[\w-]+)?)?$/i;

/**
 * The built app: hashed assets kept for ever, the page itself never, the same page for every path and token, in the
 * reader's language.
 */
export async function serveApp(
  app: FastifyInstance,
  appDir: string,
  { mailbox, kept }: { mailbox: boolean; kept: KeptReleases },
): Promise<void> {
  const built = existsSync(join(appDir, 'index.html'));
  if (built) await app.register(fastifyStatic, staticFiles(appDir));
  const pages = built ? readPages(appDir) : undefined;
  // Where password managers look for the page that changes a password (W3C, change-password-url).
  app.get('/.well-known/change-password', (_request, reply) => reply.redirect('/account', 302));
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return sendError(reply, 405, 'BAD_USER_INPUT', 'There is nothing to do here.');
    const [path = '/', query] = request.url.split('?');
    const place = pageOf(path);
    const wantsPage = pages && !/\.[a-z0-9]+$/i.test(place);
    const file = wantsPage ? null : await fileOfAnotherRelease(path, kept);
    if (file) return reply.headers(file.headers).send(file.content);
    if (!wantsPage) return reply.code(404).type('text/plain').send('Not found\n');
    const known = PAGES.test(place) || (mailbox && place === '/dev/mailbox');
    // Without a script the page's "Try again" is a form that adds ?again=: taken off here, so that a second press asks again.
    if (known && query === 'again=') return reply.redirect(path, 302);
    const page = pages.get(requestLanguage(request));
    if (!page) throw new Error('The app was read in every language that a request can have');
    return reply
      .code(known ? 200 : 404)
      .headers({ 'cache-control': 'no-store', vary: LANGUAGE_VARIES, 'content-security-policy': page.policy })
      .type('text/html; charset=utf-8')
      .send(page.html);
  });
}

async function fileOfAnotherRelease(path: string, kept: KeptReleases) {
  const [, ending = ''] = /^\/(?:[\w-]+\/)?assets\/[\w./-]+\.(\w+)$/.exec(path) ?? [];
  const type = TYPES[ending];
  const content = type && (await kept.file(path.slice(1)));
  return content && { content, headers: { 'content-type': type, 'cache-control': FOR_EVER } };
}

function staticFiles(root: string): FastifyStaticOptions {
  return {
    root,
    index: false,
    dotfiles: 'ignore',
    wildcard: false,
    globIgnore: ['**/index.html', '**/.vite/**', '**/*.map'],
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? FOR_EVER : 'public, max-age=3600');
    },
  };
}

function readPages(appDir: string) {
  const read = (file: string) => {
    const html = readFileSync(join(appDir, file), 'utf8');
    return { html, policy: appPolicy(html) };
  };
  const pages = LANGUAGES.map((language) => {
    const page = pageIn(language);
    return [language, read(existsSync(join(appDir, page)) ? page : 'index.html')] as const;
  });
  return new Map(pages);
}

/**
 * As people and mail programs write a path: with a slash at its end, and with the link's # and token encoded into it, be it
 * several times over. What the token is only the app reads.
 */
function pageOf(path: string): string {
  return path.replace(/%(?:25)*23.*$/, '').replace(/(.)\/$/, '$1');
}
