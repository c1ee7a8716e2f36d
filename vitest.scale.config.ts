import { defineConfig } from 'vitest/config';

// Every story and conformance test again, on engines for more than one machine. Needs pgbouncer and redis-server.
export default defineConfig({
  test: {
    include: ['test/story/**/*.test.ts', 'test/conformance/**/*.test.ts', 'test/scale/**/*.test.ts'],
    globalSetup: ['test/scale/global-engines.ts'],
    maxWorkers: 2,
    execArgv: ['--throw-deprecation'],
    isolate: false,
    testTimeout: 40_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000, interval: 10 } },
  },
});
