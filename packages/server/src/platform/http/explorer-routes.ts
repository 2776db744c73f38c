import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** Packages that only developers install, by what the page calls them. */
const FILES: Record<string, [name: string, path: string, type: string]> = {
  'react.js': ['react', 'umd/react.production.min.js', 'text/javascript'],
  'react-dom.js': ['react-dom', 'umd/react-dom.production.min.js', 'text/javascript'],
  'graphiql.js': ['graphiql', 'graphiql.min.js', 'text/javascript'],
  'graphiql.css': ['graphiql', 'graphiql.min.css', 'text/css'],
};

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," />
    <title>GraphiQL · Latchstring</title>
    <link rel="stylesheet" href="/dev/graphiql/graphiql.css" />
    <link rel="stylesheet" href="/dev/graphiql/page.css" />
    <script defer src="/dev/graphiql/react.js"></script>
    <script defer src="/dev/graphiql/react-dom.js"></script>
    <script defer src="/dev/graphiql/graphiql.js"></script>
    <script defer src="/dev/graphiql/page.js"></script>
  </head>
  <body>
    <main id="explorer">This page needs JavaScript.</main>
  </body>
</html>
`;

const WELCOME = `# You are whoever is logged in here.
# As a program: put a token into Headers,
# { "authorization": "Bearer lst_…" }
{
  site { name }
  me { username role access }
}
`;

const SCRIPT = `ReactDOM.createRoot(document.getElementById('explorer')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultQuery: ${JSON.stringify(WELCOME)},
    shouldPersistHeaders: false,
  }),
);
// Its editors come one by one, and without names.
const name = () => {
  for (const area of document.querySelectorAll('.CodeMirror textarea:not([aria-label])'))
    area.setAttribute('aria-label', area.readOnly ? 'Answer' : 'Editor');
};
new MutationObserver(name).observe(document.getElementById('explorer'), { childList: true, subtree: true });
`;

// Its own blue and grey are a little too pale to be read by everybody.
const STYLE = `html, body, #explorer { height: 100%; margin: 0; }
@media (prefers-color-scheme: light) {
  .graphiql-container .cm-s-graphiql .cm-property { color: #0067c2; }
  .graphiql-container .graphiql-logo .graphiql-logo-link { color: #3b4b68; }
}
`;

/** Styles and fonts stand in the package's own sheet, the editor measures itself by inline styles; scripts stay ours. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * GraphiQL at /dev/graphiql, on a developer's machine alone and from nowhere but there. Its third version: the newer ones
 * bring an editor of several megabytes with workers, which a strict policy does not let in.
 */
export function serveExplorer(app: FastifyInstance): void {
  const { resolve } = createRequire(import.meta.url);
  app.get('/dev/graphiql', (_request, reply) =>
    reply
      .headers({ 'cache-control': 'no-store', 'content-security-policy': POLICY })
      .type('text/html; charset=utf-8')
      .send(PAGE),
  );
  app.get('/dev/graphiql/page.js', (_request, reply) => reply.type('text/javascript').send(SCRIPT));
  app.get('/dev/graphiql/page.css', (_request, reply) => reply.type('text/css').send(STYLE));
  for (const [file, [name, path, type]] of Object.entries(FILES))
    app.get(`/dev/graphiql/${file}`, (_request, reply) =>
      reply.type(type).send(createReadStream(join(dirname(resolve(`${name}/package.json`)), path))),
    );
}
