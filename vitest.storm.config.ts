import { defineConfig } from 'vitest/config';

// The long tests: processes killed in the middle, races of hundreds. One file at a time, so that each has the machine.
export default defineConfig({
  test: {
    include: ['test/storm/**/*.storm.ts'],
    globalSetup: ['test/support/global-database.ts'],
    fileParallelism: false,
    execArgv: ['--throw-deprecation'],
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
