import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { operationTexts } from './vite/operation-texts.ts';

const sharedParts = [
  /[\\/]web[\\/]src[\\/](App|CrashPage|page-states|routes)\./,
  /[\\/]web[\\/]src[\\/]ui[\\/](Alert|Announcements|Button|DoorPicture|Lazy|Mark|OfflineBanner|PageHeading)\.svelte/,
  /[\\/]web[\\/]src[\\/]ui[\\/](WelcomeLayout|announce)\./,
  /[\\/]web[\\/]src[\\/]session[\\/]/,
  /[\\/]web[\\/]src[\\/]messages[\\/](app|failures|locale|ui)\./,
  /[\\/]web[\\/]src[\\/]graphql[\\/](failure|operation-text|run|transport)\./,
  /[\\/]svelte[\\/]src[\\/]internal[\\/]client[\\/]dom[\\/]blocks[\\/]key\./,
  /[\\/]sv-router[\\/]src[\\/](?!helpers[\\/]validate)/,
  /^\0operation:(Site|Me|Login|RecoverUsername|RequestLoginLink|RenewLoginLink)Document$/,
  /^\0operation:(InspectLoginLink|RedeemLoginLink|RedeemLoginCode)Document$/,
];

/** What only pages with a form need. */
const formParts = [
  /[\\/]web[\\/]src[\\/]ui[\\/](Field|NewPasswordField|PasswordField|SubmitForm|TextField)\.svelte/,
  /[\\/]web[\\/]src[\\/](ui[\\/]new-password-problem|messages[\\/]new-password)\./,
  /[\\/]web[\\/]src[\\/]graphql[\\/]field-errors\./,
];

function isForm(id: string): boolean {
  return formParts.some((part) => part.test(id));
}

function isShared(id: string): boolean {
  return sharedParts.some((part) => part.test(id));
}

export default defineConfig({
  plugins: [operationTexts(), svelte({ compilerOptions: { runes: true } })],
  build: {
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
            { name: 'shared', test: isShared },
          ],
        },
      },
      treeshake: {
        // Svelte doesn't say so, but its client modules only define things: what no page uses need not be sent.
        moduleSideEffects: [{ test: /[\\/]svelte[\\/]src[\\/]internal[\\/]client[\\/]/, sideEffects: false }],
      },
    },
  },
  server: { proxy: { '/graphql': 'http://localhost:4000', '/dev': 'http://localhost:4000' } },
});
