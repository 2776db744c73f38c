import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One copy of graphql: Vitest would otherwise load it once as CommonJS and once as a module.
  resolve: { dedupe: ['graphql'], alias: { graphql: 'graphql/index.js' } },
  test: {
    include: ['test/**/*.test.ts', 'src/**/*.test.ts'],
    setupFiles: ['reflect-metadata', 'test/world/same-seed.ts'],
    globalSetup: ['test/global-setup.ts'],
    // Two cores: two files at once, each with a database of its own.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    fsModuleCache: false,
  },
});
