import { compileTexts } from '@latchstring/texts/compile';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { defineConfig } from 'vitest/config';

/** Those that wait for real seconds to pass begin first: at the end they would be waited for alone. */
const waiting = [/test\/faults\//, /killed-workers/, /raw-http/, /mail\.test/];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = (file: TestSpecification) => waiting.some((name) => name.test(file.moduleId));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

compileTexts();

export default defineConfig({
  // One copy of graphql: Vitest would otherwise load it once as CommonJS and once as a module.
  resolve: { dedupe: ['graphql'], alias: { graphql: 'graphql/index.js' } },
  test: {
    include: ['test/**/*.test.ts', 'src/**/*.test.ts'],
    setupFiles: ['reflect-metadata', 'test/world/same-seed.ts'],
    globalSetup: ['test/global-setup.ts'],
    // One more than there are cores, since some files wait; each has a database of its own.
    maxWorkers: 3,
    // A worker loads the house once and keeps it: what a file changes beyond its own world, it puts back.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    fsModuleCache: false,
  },
});
