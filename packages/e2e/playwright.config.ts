import { defineConfig } from '@playwright/test';
import { chromiumFlags, chromiumPath } from './src/browser.ts';

/** Every page on more screens than one: this runs with the fortress, everything else with each change. */
const matrix = /@matrix/;

export default defineConfig({
  testDir: 'src/journeys',
  // Files run beside each other, each with a house of its own; its tests one after the other.
  workers: 2,
  // The longest look at thirty pages; a machine may be busy with other things.
  timeout: 600_000,
  forbidOnly: true,
  retries: 0,
  ...(process.env.FORTRESS === '1' ? {} : { grepInvert: matrix }),
  globalSetup: './src/house-template.ts',
  outputDir: 'node_modules/.cache/journeys',
  reporter: [['list', { printSteps: false }], ['./src/closing-reporter.ts']],
  use: { launchOptions: { executablePath: chromiumPath, args: chromiumFlags }, trace: 'off' },
});
