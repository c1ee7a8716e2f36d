import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/scale/**'],
    globalSetup: ['test/support/global-database.ts'],
    reporters: ['default', './test/support/halves-reporter.ts'],
    maxWorkers: 2,
    // Each test stands alone; the seed of a run is printed, and --sequence.seed plays its order again.
    sequence: { shuffle: { tests: true } },
    // What a library warns of today it refuses tomorrow: such a warning ends the run.
    execArgv: ['--throw-deprecation'],
    // Loading the app anew for each file took a third of the whole run; no module keeps anything between apps.
    isolate: false,
    // A busy machine is slow, not wrong: what is waited for in a hook has limits of its own, and says which was passed.
    testTimeout: 20_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 15_000, interval: 10 } },
  },
});
