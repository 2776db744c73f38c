/// <reference types="vitest/config" />
import { compileTexts } from '@latchstring/texts/compile';
import { languages, type Language } from '@latchstring/texts/languages';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { noPreload } from './vite/no-preload.ts';
import { oneLanguage } from './vite/one-language.ts';
import { trustedDocuments } from './vite/trusted-documents.ts';
import { wordsBeforeStyles } from './vite/words-before-styles.ts';

const sharedParts = [
  /[\\/]web[\\/]src[\\/](App|CrashPage|page-states|router|routes)\./,
  /[\\/]web[\\/]src[\\/]ui[\\/](Alert|Announcements|Button|DoorPicture|LanguageButtons|Lazy|Mark|OfflineBanner|PageHeading|PartMissing)\.svelte/,
  /[\\/]web[\\/]src[\\/]ui[\\/](WelcomeLayout|announce|load-file)\./,
  /[\\/]web[\\/]src[\\/]session[\\/](?!(OpeningPanel|PasteLinkForm)\.)/,
  /[\\/]web[\\/]src[\\/]signed-in[\\/]crash\./,
  /[\\/]web[\\/]src[\\/]features[\\/]login[\\/]sessions[\\/]account-label\./,
  /[\\/]web[\\/]src[\\/]words[\\/](choose-language|failures|locale|time-with-form)\./,
  /[\\/]texts[\\/](generated[\\/]\w+[\\/]app[\\/](account-label|app|failures|ui)|languages)\./,
  /[\\/]web[\\/]src[\\/]graphql[\\/](failure|run|sent-document|transport)\./,
  /[\\/]svelte[\\/]src[\\/]internal[\\/]client[\\/]dom[\\/]blocks[\\/]key\./,
  /^\0operation:(Site|Me)Document$/,
];

/** What only pages with a form need. */
const formParts = [
  /[\\/]web[\\/]src[\\/]ui[\\/](Field|NewPasswordField|PasswordField|SubmitForm|TextField)\.svelte/,
  /[\\/]web[\\/]src[\\/]ui[\\/]new-password-problem\./,
  /[\\/]texts[\\/]generated[\\/]\w+[\\/]app[\\/]new-password\./,
  /[\\/]texts[\\/]numbers\./,
  /[\\/]web[\\/]src[\\/]graphql[\\/]field-errors\./,
  /[\\/]svelte[\\/]src[\\/]internal[\\/]client[\\/]dom[\\/]elements[\\/]bindings[\\/]this\./,
];

/** What only pages with a list to choose from need; Svelte's own imports would carry it everywhere. */
const selectParts =
  /[\\/]svelte[\\/]src[\\/]internal[\\/]client[\\/]dom[\\/]elements[\\/]bindings[\\/]select\./;

function isForm(id: string): boolean {
  return formParts.some((part) => part.test(id));
}

function isShared(id: string): boolean {
  return sharedParts.some((part) => part.test(id));
}

/** `vite build` makes the English app, `vite build --mode es` the Spanish one in a folder of its own. */
export default defineConfig(({ mode }) => {
  compileTexts();
  const language = mode in languages ? (mode as Language) : 'en';
  const folder = language === 'en' ? '' : `/${language}`;
  return {
    plugins: [
      noPreload(),
      oneLanguage(language),
      trustedDocuments(),
      wordsBeforeStyles(),
      svelte({ compilerOptions: { runes: true } }),
    ],
    base: `${folder}/`,
    build: {
      outDir: `dist${folder}`,
      // scripts/first-load.ts reads the manifest to hold the signed-out pages to their budget.
      manifest: true,
      // One shared chunk and one stylesheet: nothing is left that a preloading script could speed up.
      modulePreload: false,
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      target: 'es2022',
      rolldownOptions: {
        output: {
          // What every signed-out page needs travels together, which also packs better than a dozen small files.
          codeSplitting: {
            groups: [
              { name: 'forms', test: isForm, priority: 1, includeDependenciesRecursively: false },
              { name: 'select', test: selectParts, priority: 1, includeDependenciesRecursively: false },
              { name: 'shared', test: isShared },
            ],
          },
        },
        treeshake: {
          // Svelte doesn't say so, but its client modules only define things: what no page uses need not be sent.
          moduleSideEffects: [
            { test: /[\\/]svelte[\\/]src[\\/]internal[\\/]client[\\/]/, sideEffects: false },
          ],
        },
      },
    },
    test: { setupFiles: ['scripts/same-seed.ts'], isolate: false },
    server: { proxy: { '/graphql': 'http://localhost:4000', '/dev': 'http://localhost:4000' } },
  };
});
