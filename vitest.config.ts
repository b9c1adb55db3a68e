import { defineConfig } from 'vitest/config'

const pure = ['tests/metrology/**/*.test.ts', 'tests/evidence/**/*.test.ts', 'tests/exchange/**/*.test.ts']
/** What watches the building: imports, schemas against types, refusal codes, file sizes. */
const guards = ['tests/*.test.ts', 'tests/contract/**/*.test.ts']

/** Stories as a person lives them, in a real browser. */
const browser = ['tests/browser/**/*.test.ts']

const setupFiles = ['tests/fast-check.setup.ts']

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'pure', include: pure, environment: 'node', setupFiles } },
      { test: { name: 'guards', include: guards, environment: 'node', setupFiles } },
      {
        test: {
          name: 'service',
          include: ['tests/**/*.test.ts'],
          exclude: [...pure, ...guards, ...browser],
          environment: 'node',
          setupFiles,
          globalSetup: ['tests/postgres.setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // Their tests wait for PostgreSQL more than they compute.
          maxWorkers: 3,
        },
      },
      {
        test: {
          name: 'browser',
          include: browser,
          environment: 'node',
          setupFiles,
          globalSetup: ['tests/postgres.setup.ts', 'tests/browser/chromium.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 90_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
