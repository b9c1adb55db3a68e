import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const pure = ['tests/metrology/**/*.test.ts', 'tests/evidence/**/*.test.ts', 'tests/exchange/**/*.test.ts']
/** What watches the building: imports, schemas against types, refusal codes, file sizes. */
const guards = ['tests/*.test.ts', 'tests/contract/**/*.test.ts']

/** Stories as a person lives them, in a real browser. */
const browser = ['tests/browser/**/*.test.ts']

const setupFiles = ['tests/fast-check.setup.ts']
const environment = 'node'

const isLong = ({ moduleId }: TestSpecification) => /\/tests\/(?:process|hostile|demo|cli)\//.test(moduleId)

/** What takes longest begins first: at the end nobody waits for a single file. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'pure', include: pure, environment, setupFiles } },
      { extends: true, test: { name: 'guards', include: guards, environment, setupFiles } },
      {
        extends: true,
        test: {
          name: 'service',
          include: ['tests/**/*.test.ts'],
          exclude: [...pure, ...guards, ...browser],
          environment,
          setupFiles,
          globalSetup: ['tests/postgres.setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          environment,
          setupFiles,
          globalSetup: ['tests/postgres.setup.ts', 'tests/browser/chromium.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 90_000,
          isolate: true,
          maxWorkers: 2,
          // Afterwards: pages have to be quick, and a browser takes all there is.
          sequence: { groupOrder: 1 },
        },
      },
    ],
    // The app is read once for each process, not for each file: nothing that a file leaves behind changes the next one.
    isolate: false,
    // Most wait for PostgreSQL more than they compute.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
  },
})
