import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listening } from '../listening.ts'
import { laboratory, standardCertificate } from '../registry/laboratory-of-the-tests.ts'
import { administratorKey } from '../registry/people-of-the-tests.ts'
import { service } from '../service.ts'

const document = readFileSync('docs/integration.md', 'utf8')
const section = (heading: string): string =>
  new RegExp(`^### ${heading}\\n([\\s\\S]*?)(?=^#{2,3} )`, 'm').exec(document)?.[1] ?? ''
const blocks = (text: string, language: string): readonly string[] =>
  [...text.matchAll(new RegExp('^```' + language + '\\n([\\s\\S]*?)^```$', 'gm'))].map(
    ([, code = '']) => code,
  )
/** The first line of a program is its name. */
const programs = new Map(
  blocks(section('Python'), 'python').map((code) => [/^# (\S+)/.exec(code)?.[1] ?? '', code] as const),
)
const isThere = (program: string) => spawnSync(program, ['--version']).status === 0

const row = (code: string, owner: string) => ({
  code,
  owner,
  name: code,
  manufacturer: 'Maker',
  model: 'M',
  serialNumber: code,
  level: 'instrument',
  components: [{ code: 'main', intervals: [] }],
})

describe('the examples of docs/integration.md', () => {
  const s = service()
  const lab = laboratory(s)
  const at = listening(s)
  const directory = mkdtempSync(join(tmpdir(), 'etalon-examples-'))
  afterAll(() => rmSync(directory, { recursive: true }))

  function run(program: string, ...words: readonly string[]) {
    const { technician, reviewer, signatory } = lab
    const env = {
      PATH: process.env['PATH'],
      PYTHONIOENCODING: 'utf-8',
      ETALON: at.origin,
      TECHNICIAN: technician.key,
      REVIEWER: reviewer.key,
      SIGNATORY: signatory.key,
      QUALITY_MANAGER: administratorKey,
    }
    return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      execFile(program, words, { env, cwd: directory }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
      )
    })
  }

  beforeAll(() => {
    for (const [name, code] of programs) writeFileSync(join(directory, name), code)
  })

  it('are found', () => {
    expect([...programs.keys()]).toEqual(['etalon.py', 'calibrate.py', 'look_up.py', 'import_equipment.py'])
    expect(blocks(section('curl'), 'bash')).toHaveLength(1)
  })

  it.skipIf(!isThere('curl') || !isThere('bash'))(
    'in curl bring a calibration to its certificate',
    async () => {
      writeFileSync(join(directory, 'tour.sh'), blocks(section('curl'), 'bash').join('\n'))
      const { stdout, stderr } = await run('bash', '-eu', '-o', 'pipefail', 'tour.sh')
      const said = stdout.replaceAll('\r', '')
      expect({ said, stderr }).toEqual({ said: '/v1/certificates/LAB-2026-0001\n', stderr: '' })
    },
  )

  describe.skipIf(!isThere('python3'))('in Python (skipped where there is no python3)', () => {
    it('bring a calibration to its certificate', async () => {
      const { stdout, stderr } = await run('python3', 'calibrate.py')
      expect(stderr).toBe('')
      expect(stdout).toMatch(/^m10kg 10000\.026 ± 0\.0\d+ g\nLAB-2026-\d{4} version 1\n$/)
    })

    it('look up many certificates', async () => {
      const unknown = Array.from({ length: 1000 }, (_, i) => `NO-SUCH-${i}`)
      writeFileSync(join(directory, 'numbers.txt'), [...unknown, standardCertificate, ''].join('\n'))
      const { stdout, stderr } = await run('python3', 'look_up.py', 'numbers.txt')
      expect(stderr).toBe('')
      const lines = stdout.trimEnd().split('\n')
      expect(lines).toHaveLength(1001)
      expect(lines[0]).toBe('NO-SUCH-0\tcertificate.unknown')
      expect(lines[1000]).toBe(`${standardCertificate}\tin-force`)
    })

    it('import a file, and import it only once', async () => {
      const rows = [row('E-1', 'LAB'), row('E-2', 'NOBODY'), row('E-3', 'LAB')]
      writeFileSync(join(directory, 'rows.ndjson'), rows.map((each) => JSON.stringify(each)).join('\n'))
      const first = await run('python3', 'import_equipment.py', 'rows.ndjson')
      expect(first.stderr).toBe('')
      expect(first.stdout).toMatch(/^line 2: refused \S+/)
      expect(first.stdout).toContain(
        "{'rows': 3, 'recorded': 2, 'unchanged': 0, 'conflicting': 0, 'refused': 1}",
      )
      expect(await run('python3', 'import_equipment.py', 'rows.ndjson')).toEqual(first)
    })
  })
})
