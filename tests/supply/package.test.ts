import { execFile, spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { etalonClient } from '#client/client.ts'
import type { MeasurementModelTask } from '#contract/types.ts'
import { listening } from '../listening.ts'
import { laboratory, standardCertificate } from '../registry/laboratory-of-the-tests.ts'
import { service } from '../service.ts'

const run = promisify(execFile)
const project = mkdtempSync(join(tmpdir(), 'etalon-project-'))
const installed = join(project, 'node_modules/etalon')
afterAll(() => rmSync(project, { recursive: true }))

/** What somebody writes who has installed the package, and knows nothing of how it is made. */
const program = `
import { etalonClient, EtalonProblem, type Answer } from 'etalon/client'

const [origin = '', key = '', number = ''] = process.argv.slice(2)
const client = etalonClient({ origin, key })
const read: Answer<'read-equipment'> = await client.ask('read-equipment', { params: { id: 'WEIGHT' } })
const { body } = await client.ask('validity-of-certificate', { params: { number } })
const status: 'in-force' | string = body.status
const codes: string[] = []
for await (const { code } of client.all('list-equipment', { query: { limit: 1 } })) codes.push(code)
const refused = await client.ask('read-equipment', { params: { id: 'none' } }).catch((error: unknown) => error)
const problem = refused instanceof EtalonProblem ? refused.code : 'no problem'
console.log(JSON.stringify({ version: read.body.version, status, codes: codes.length > 1, problem }))
declare const process: { readonly argv: readonly string[] }
`
const wrong = `
import { etalonClient } from 'etalon/client'
await etalonClient({ origin: '' }).ask('read-equipment', { params: { code: 1 } })
`
const simulation: MeasurementModelTask = {
  method: ['monte-carlo'],
  model: { outputs: { y: 'x^2' } },
  inputs: { x: { estimate: 1, distribution: { type: 'rectangular', halfWidth: 1 } } },
  coverage: { probability: 0.95 },
  monteCarlo: { trials: 10_000, seed: 7 },
}

type Served = ChildProcessByStdio<null, Readable, Readable>

/** Where it serves, once it says so. */
async function readyLine({ stdout, stderr }: Served): Promise<string> {
  let said = ''
  stderr.on('data', (chunk) => (said += String(chunk)))
  for await (const chunk of stdout) {
    said += String(chunk)
    const origin = /^Etalon is ready at (http:\S+)$/m.exec(said)?.[1]
    if (origin !== undefined) return origin
  }
  throw new Error(`It ended without being ready: ${said}`)
}

/** As in a browser: nothing of Node is there. */
const settings = {
  compilerOptions: {
    target: 'es2024',
    module: 'nodenext',
    lib: ['es2024', 'dom', 'dom.iterable', 'dom.asynciterable'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    outDir: 'out',
  },
}

describe('the package, as somebody else installs it', () => {
  const s = service()
  const lab = laboratory(s)
  const tsc = resolve('node_modules/typescript/bin/tsc')
  const at = listening(s)

  beforeAll(async () => {
    mkdirSync(installed, { recursive: true })
    await run('npm', ['pack', '--silent', '--pack-destination', project])
    await run('tar', ['xzf', join(project, 'etalon-0.1.0.tgz'), '-C', installed, '--strip-components=1'])
    symlinkSync(resolve('node_modules'), join(installed, 'node_modules'))
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ ...settings, files: ['program.ts'] }))
    writeFileSync(join(project, 'program.ts'), program)
    writeFileSync(join(project, 'wrong.ts'), wrong)
  })

  it('has a client whose types hold without any of ours, and that talks to a registry', async () => {
    await run(process.execPath, [tsc, '-p', project])
    const words = [join(project, 'out/program.js'), at.origin, lab.technician.key, standardCertificate]
    const { stdout, stderr } = await run(process.execPath, words)
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      status: 'in-force',
      codes: true,
      problem: 'equipment.unknown',
    })
  }, 120_000)

  it('has a program that runs where it is installed', async () => {
    const words = [join(installed, 'bin/etalon.js'), 'validity', standardCertificate, '--origin', at.origin]
    const { stdout, stderr } = await run(process.execPath, words)
    expect([stdout.split('  ')[0], stderr]).toEqual(['in-force', ''])
    const served = spawn(process.execPath, [join(installed, 'bin/etalon.js'), 'start'], {
      env: {
        PATH: process.env['PATH'],
        PORT: '0',
        DATABASE_URL: s.url,
        ETALON_DATA_DIR: join(project, 'data'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    try {
      const origin = await readyLine(served)
      // Its numbers are drawn on a thread, which has to find its source as well.
      const client = etalonClient({ origin, key: lab.technician.key })
      const { body } = await client.ask('evaluate-measurement-model', { body: simulation })
      expect(body.monteCarlo).toBeDefined()
    } finally {
      served.kill('SIGTERM')
      await once(served, 'close')
    }
  }, 120_000)

  it('tells a programmer before the registry does that a question is not one', async () => {
    writeFileSync(join(project, 'tsconfig.wrong.json'), JSON.stringify({ ...settings, files: ['wrong.ts'] }))
    const told = run(process.execPath, [tsc, '-p', join(project, 'tsconfig.wrong.json')])
    await expect(told).rejects.toMatchObject({
      stdout: expect.stringMatching(/wrong\.ts\(3,\d+\): error TS2353/),
    })
  }, 120_000)
})
