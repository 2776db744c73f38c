/** Who may import whom. scripts/fences.test.ts proves that every rule here still bites. */

import { mayUse, mayUseInApp, shared } from './scripts/feature-edges.js';

const server = '^packages/server/src';
const web = '^packages/web/src';
const tests = '\\.test\\.ts$|^packages/(server|web)/test/';

/** An installed package, wherever it was found, and also where it was not found at all. */
function installed(...names) {
  return `(^|node_modules/)(${names.map((name) => name.replaceAll('.', '\\.')).join('|')})(/|$)`;
}

function rule(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

/** One package, at home in one place. */
function only(name, packages, home) {
  const comment = `Only ${home.join(' and ')} may import ${packages.join(', ')}.`;
  const pathNot = home.map((place) => `^packages/${place}`);
  return rule(
    name,
    comment,
    { path: '^packages/(server|web)/src', pathNot: [...pathNot, tests] },
    {
      path: installed(...packages),
    },
  );
}

/** What a package may know of this house: itself and these. */
function knowsOnly(name, comment, others = []) {
  const names = [name, ...others];
  return rule(
    `${name}-knows-no-other-package`,
    comment,
    { path: `^packages/${name}/` },
    {
      path: '^packages/|(^|/)@latchstring/',
      pathNot: [`^packages/(${names.join('|')})/`, `@latchstring/(${names.join('|')})(/|$)`, 'node_modules/'],
    },
  );
}

const parts = [
  ...['server', 'web'].map((name) =>
    knowsOnly(name, 'It knows what both have in common, and no more.', shared),
  ),
  ...shared.map((name) => knowsOnly(name, 'What everybody knows must know nobody.')),
  rule(
    'message-language-runs-anywhere',
    'The composer reads a message in the browser as the server does: no part of Node may be needed for it.',
    { path: '^packages/message-language/src/', pathNot: [tests] },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'e2e-knows-no-other-package',
    'A journey sees what a person sees: the running server, not its insides.',
    { path: '^packages/e2e/' },
    { path: '^packages/', pathNot: ['^packages/(e2e|operations)/', 'node_modules/'] },
  ),
];

const serverRules = [
  rule(
    'platform-knows-no-feature',
    'How things are done must not depend on what is done.',
    { path: `${server}/platform/` },
    { path: `${server}/features/` },
  ),
  rule(
    'feature-by-its-index',
    "A feature is entered only through its index.ts; what is not there is the feature's own business. features.ts puts their feature.ts together.",
    { path: '^packages/server/', pathNot: [`${server}/features/`, tests] },
    {
      path: `${server}/features/[^/]+/`,
      pathNot: [`${server}/features/[^/]+/index\\.ts$`, `${server}/features/[^/]+/feature\\.ts$`],
    },
  ),
  rule(
    'feature-put-together-in-features',
    'What a feature brings along is put together in one place.',
    { path: '^packages/server/', pathNot: [`${server}/features/`, `${server}/features\\.ts$`, tests] },
    { path: `${server}/features/[^/]+/feature\\.ts$` },
  ),
  rule(
    'feature-by-its-index-from-a-feature',
    "A feature is entered only through its index.ts; what is not there is the feature's own business.",
    { path: `${server}/features/([^/]+)/`, pathNot: [tests] },
    {
      path: `${server}/features/[^/]+/`,
      pathNot: [`${server}/features/$1/`, `${server}/features/[^/]+/index\\.ts$`],
    },
  ),
  rule(
    'room-by-its-index',
    "A room of a feature is entered only through its index.ts; the feature's own feature.ts puts their feature.ts together.",
    { path: `${server}/features/([^/]+)/([^/]+)/`, pathNot: [tests] },
    {
      path: `${server}/features/[^/]+/[^/]+/`,
      pathNot: [`${server}/features/$1/$2/`, `${server}/features/[^/]+/[^/]+/index\\.ts$`],
    },
  ),
  rule(
    'room-by-its-index-from-its-feature',
    "A room of a feature is entered only through its index.ts; the feature's own feature.ts puts their feature.ts together.",
    { path: `${server}/features/[^/]+/[^/]+\\.ts$`, pathNot: [`/feature\\.ts$`, tests] },
    {
      path: `${server}/features/[^/]+/[^/]+/`,
      pathNot: [`${server}/features/[^/]+/[^/]+/index\\.ts$`],
    },
  ),
  ...Object.entries(mayUse).map(([feature, others]) =>
    rule(
      `feature-edges-of-${feature}`,
      `${feature} may use: ${others.join(', ') || 'no other feature'}.`,
      { path: `${server}/features/${feature}/`, pathNot: [tests] },
      {
        path: `${server}/features/`,
        pathNot: [feature, ...others].map((name) => `${server}/features/${name}/`),
      },
    ),
  ),
  rule(
    'feature-edges-of-unlisted',
    'A new feature says in the list above what it may use.',
    {
      path: `${server}/features/([^/]+)/`,
      pathNot: Object.keys(mayUse).map((name) => `${server}/features/${name}/`),
    },
    { path: `${server}/features/`, pathNot: `${server}/features/$1/` },
  ),
  rule(
    'resolver-without-orm',
    'Resolvers and API types are not tables: what an owner sees and what a coach sees differ.',
    { path: `${server}/.*\\.(resolver|types)\\.ts$` },
    { path: `${installed('@mikro-orm/[^/]+')}|\\.entity\\.ts$` },
  ),
  rule(
    'entity-without-graphql',
    'Tables are not API types: what an owner sees and what a coach sees differ.',
    { path: `${server}/.*\\.entity\\.ts$` },
    { path: `${installed('type-graphql', 'graphql', 'graphql-scalars')}|\\.(resolver|types)\\.ts$` },
  ),
];

const shownOfFeature = `${web}/features/.*([A-Za-z]+(Page|Card)\\.svelte|index\\.ts)$`;

const webRules = [
  rule(
    'ui-knows-only-itself',
    'Buttons and fields know no GraphQL and no feature.',
    { path: `${web}/(ui|styles)/`, pathNot: [tests] },
    {
      path: `${web}/(features|graphql|session)/|^packages/operations/|${installed('graphql', '@apollo/client', '@latchstring/operations')}`,
    },
  ),
  rule(
    'web-parts-know-no-feature',
    'The session, what is logged in, the GraphQL transport and the texts serve every feature and know none.',
    { path: `${web}/(session|signed-in|graphql|words)/`, pathNot: [tests] },
    { path: `${web}/features/` },
  ),
  ...Object.entries(mayUseInApp).map(([feature, others]) =>
    rule(
      `web-edges-of-${feature}`,
      `In the app, ${feature} may use: ${others.join(', ') || 'no other feature'}. The others are reached by their pages, over the router.`,
      { path: `${web}/features/${feature}/`, pathNot: [tests] },
      {
        path: `${web}/features/`,
        pathNot: [feature, ...others].map((name) => `${web}/features/${name}/`),
      },
    ),
  ),
  rule(
    'web-edges-of-unlisted',
    'A new feature of the app says in the list above what it may use.',
    {
      path: `${web}/features/([^/]+)/`,
      pathNot: Object.keys(mayUseInApp).map((name) => `${web}/features/${name}/`),
    },
    { path: `${web}/features/`, pathNot: `${web}/features/$1/` },
  ),
  rule(
    'web-feature-by-its-pages-or-index',
    'From outside, a feature of the app is its pages, its cards and what an index.ts shows.',
    { path: `${web}/`, pathNot: [`${web}/features/`, tests] },
    { path: `${web}/features/`, pathNot: shownOfFeature },
  ),
  rule(
    'web-feature-by-its-pages-or-index-from-a-feature',
    'From outside, a feature of the app is its pages, its cards and what an index.ts shows.',
    { path: `${web}/features/([^/]+)/`, pathNot: [tests] },
    { path: `${web}/features/`, pathNot: [`${web}/features/$1/`, shownOfFeature] },
  ),
];

const homes = [
  only('mailgun-only-in-mail', ['mailgun.js'], ['server/src/platform/mail/']),
  only('argon2-only-in-passwords', ['argon2'], ['server/src/platform/passwords/']),
  only(
    'webauthn-only-in-passkeys',
    ['@simplewebauthn/[^/]+'],
    ['server/src/platform/passkeys/', 'web/src/features/login/passkeys/'],
  ),
  only('otpauth-only-in-totp', ['otpauth'], ['server/src/platform/totp/']),
  only('fastify-only-in-http', ['fastify', '@fastify/[^/]+'], ['server/src/platform/http/']),
  only('apollo-server-only-in-graphql', ['@apollo/server'], ['server/src/platform/graphql/']),
  only(
    'apollo-on-fastify-only-in-platform',
    ['@as-integrations/fastify'],
    ['server/src/platform/graphql/', 'server/src/platform/http/'],
  ),
  only('prom-client-only-in-metrics', ['prom-client'], ['server/src/platform/metrics/']),
  only('pg-boss-only-in-jobs', ['pg-boss'], ['server/src/platform/jobs/']),
  only('apollo-client-only-in-web-graphql', ['@apollo/client'], ['web/src/graphql/']),
  only('tiptap-only-in-rich-text', ['@tiptap/[^/]+'], ['web/src/features/messages/writing/rich-text/']),
];

const everywhere = [
  rule(
    'no-cycles',
    'Two things that need each other are one thing, or need a third.',
    {},
    // The router fetches a page when it is asked for, and the page asks the router for others: no cycle while loading.
    { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
  ),
  rule(
    'product-knows-no-tests',
    'Product code never imports tests.',
    { path: '^packages/(server|web|operations|message-language)/src/', pathNot: [tests] },
    { path: `${tests}|^packages/e2e/|^packages/bench/` },
  ),
];

export default {
  forbidden: [...parts, ...serverRules, ...webRules, ...homes, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Only what is built here: many packages live in a dist/ of their own.
    exclude: { path: '^packages/[^/]+/dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.svelte', '.json', '.d.ts'],
      conditionNames: ['svelte', 'types', 'import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
