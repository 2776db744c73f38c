import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';
import { fencePlugin, fenceRules, webFenceRules } from './scripts/eslint-fences.js';

const server = 'packages/server/src';
const tests = ['**/*.test.ts', 'packages/server/test/**', 'packages/e2e/**', 'packages/web/test/**'];

export default defineConfig(
  globalIgnores([
    '**/dist/',
    'packages/texts/generated/',
    '**/.data/',
    'packages/operations/src/documents.ts',
    'packages/operations/src/possible-types.ts',
    'packages/server/src/platform/database/migrations/',
    'packages/e2e/screenshots/',
  ]),
  js.configs.recommended,
  tseslint.configs.strict,
  svelte.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // `== null` asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-console': ['error', { allow: ['error'] }],
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 50],
      // The compiler reports these, with the same names and fewer mistakes.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
      // GraphQL's object types and MikroORM's entities are classes of fields only.
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    // Rules that ask the compiler: forgotten awaits, and `any` that leaks in from elsewhere.
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: nodeTest() }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Ports are promises even where one side has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // graphql-js and the router hand out functions and names as plain values; both are made for it.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'], projectService: false },
    },
    extends: [tseslint.configs.disableTypeChecked],
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/button-has-type': 'error',
      // The router types its own links; SvelteKit's `resolve` does not exist here.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: [`${server}/**/*.ts`],
    plugins: { fence: fencePlugin },
    rules: fenceRules('error'),
  },
  {
    files: ['packages/web/src/**/*.{ts,svelte}'],
    ignores: tests,
    plugins: { fence: fencePlugin },
    rules: webFenceRules,
  },
  { files: [`${server}/env.ts`], rules: { 'fence/environment-only-in-env': 'off' } },
  { files: [`${server}/platform/clock.ts`], rules: { 'fence/time-only-in-clock': 'off' } },
  {
    files: [`${server}/platform/random-token.ts`],
    rules: { 'fence/randomness-only-in-random-token': 'off' },
  },
  {
    files: tests,
    rules: { ...fenceRules('off'), 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    // Programs for the terminal: they speak on it.
    files: [
      'scripts/**',
      'packages/web/scripts/**',
      `${server}/{main,worker,migrate,admin,print-schema,check-drift}.ts`,
      'packages/e2e/**',
      'packages/bench/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    // Its parts are installed only where it runs: without them every type would be an error. `pnpm bench types` asks the compiler.
    files: ['packages/bench/**/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
);

/** `test()` of node:test returns a promise that its runner waits for. */
function nodeTest() {
  return [
    { from: 'package', name: ['test', 'describe', 'it', 'suite', 'before', 'after'], package: 'node:test' },
  ];
}
