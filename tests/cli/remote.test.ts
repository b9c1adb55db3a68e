import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportReport } from '#contract/types.ts'
import { listening } from '../listening.ts'
import { broughtTo, moved } from '../registry/calibrations-of-the-tests.ts'
import { entryOfWeight, laboratory, standardCertificate } from '../registry/laboratory-of-the-tests.ts'
import { administratorKey, must } from '../registry/people-of-the-tests.ts'
import { compiled } from '../process/etalon-process.ts'
import { service } from '../service.ts'

const s = service()
const lab = laboratory(s)
const at = listening(s)
const directory = mkdtempSync(join(tmpdir(), 'etalon-cli-'))
afterAll(() => rmSync(directory, { recursive: true }))

let number = ''
beforeAll(async () => {
  const reviewed = await broughtTo(lab, entryOfWeight(), 'reviewed')
  number = must(await moved(lab.signatory, 'authorise', reviewed)).body.number
})

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** The program, by somebody with this key, or with none. */
function etalon(key: string | undefined, words: readonly string[], piped = ''): Promise<Ended> {
  const env = {
    NODE_COMPILE_CACHE: compiled,
    PATH: process.env['PATH'],
    ETALON_ORIGIN: at.origin,
    ...(key !== undefined && { ETALON_KEY: key }),
  }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['src/cli/main.ts', ...words], { env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), stdout: out, stderr: err }),
    )
    child.stdin?.end(piped)
  })
}

const ladder = `Ladder of uncertainty 不确定度阶梯
level  certificate 证书  U here 折合  k     U stated 证书给出  issuer
0      LAB-2026-0001/m1  0.059 g      2.00  0.059 g            Laboratory LAB
1      NMI-2025-0001/m1  0.045 g      2.00  0.045 g            Laboratory NMI
2      KG                0.040 g      2.00  0.040 g            Laboratory NMI
`

describe('etalon trace', () => {
  it('draws the chain up to the references, and the ladder of uncertainty', async () => {
    const item = ['trace', 'equipment', 'WEIGHT', '--measurand-kind', 'mass.conventional']
    const asked = [etalon(lab.technician.key, ['trace', number]), etalon(lab.technician.key, item)]
    const [certificate, equipment] = await Promise.all(asked)
    expect(certificate).toMatchObject({ code: 0, stderr: '' })
    expect(certificate?.stdout).toContain(ladder)
    expect(certificate?.stdout).toMatch(
      /└─ m_S ← \[1\] NMI-2025-0001\/m1, STANDARD\n.*\n.*share 占方差 59\.1 %/,
    )
    expect(certificate?.stdout).toMatch(/root 参照对象 KG\n.*\n +National standard of mass/)
    expect(certificate?.stdout).toMatch(/^traceable \(resolved, 2 steps; ILAC-P10; used at 2026-03-02T/m)
    expect(equipment).toEqual(certificate)
  })

  it('says by its exit that a result is not traceable, and in words why', async () => {
    const early = ['--at', '2020-01-01T00:00:00Z']
    const [drawn, told] = await Promise.all([
      etalon(undefined, ['trace', number, ...early, '--language', 'zh']),
      etalon(undefined, ['trace', 'certificate', number, ...early, '--json']),
    ])
    expect([drawn.code, told.code]).toEqual([4, 4])
    expect(drawn.stdout).toMatch(/^ {2}R03 not-yet-issued: \p{Script=Han}/mu)
    expect(JSON.parse(told.stdout)).toMatchObject({
      verdict: 'not-traceable',
      subject: { certificate: number },
    })
  })
})

describe('etalon validity', () => {
  it('answers for many numbers at once, also from a pipe, and says by its exit that one does not hold', async () => {
    const piped = `${number}\n${standardCertificate}\n\n`
    const [all, one, lines] = await Promise.all([
      etalon(undefined, ['validity', '-', '--json'], piped),
      etalon(undefined, ['validity', 'NO-SUCH', number]),
      etalon(undefined, ['validity', number, '--at', '2026-03-01T00:00:00Z']),
    ])
    expect(all.code).toBe(0)
    expect(JSON.parse(all.stdout).items).toMatchObject([
      { status: 'in-force' },
      { number: standardCertificate },
    ])
    expect(one.code).toBe(5)
    expect(one.stdout).toBe(
      `unknown   NO-SUCH\nin-force  ${number} v1  Laboratory LAB  performed 2026-02-25  due 2027-02-25  traceable\n`,
    )
    expect(lines.code).toBe(5)
  })
})

describe('etalon export', () => {
  it('writes a list to standard output, or into a file that is complete or not there', async () => {
    const file = join(directory, 'equipment.ndjson')
    const into = ['export', 'equipment', '--format', 'ndjson', '--output', file]
    const [printed, told] = await Promise.all([
      etalon(lab.technician.key, ['export', 'equipment', 'level=working-standard']),
      etalon(lab.technician.key, [...into, '--json']),
    ])
    expect(printed).toMatchObject({ code: 0, stderr: '' })
    expect(printed.stdout).toMatch(/^\ufeffid,code,owner,/)
    expect(printed.stdout.trimEnd().split('\r\n')).toHaveLength(2)
    const text = readFileSync(file, 'utf8')
    const codes = text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { code: string }).code)
    expect(codes).toEqual(['STANDARD', 'WEIGHT'])
    expect(JSON.parse(told.stdout)).toEqual({ file, bytes: Buffer.byteLength(text) })
    const again = await etalon(lab.technician.key, into)
    expect(again).toMatchObject({ code: 1, stderr: expect.stringMatching(/^etalon export: EEXIST/) })
    expect([readFileSync(file, 'utf8'), existsSync(`${file}.unfinished`)]).toEqual([text, false])
  })

  it('says what is wrong with the question', async () => {
    const [filter, list, below] = await Promise.all([
      etalon(lab.technician.key, ['export', 'equipment', 'level=best']),
      etalon(lab.technician.key, ['export', 'everything']),
      etalon(lab.technician.key, ['export', 'equipment-events']),
    ])
    expect(filter).toMatchObject({ code: 1, stdout: '' })
    expect(filter.stderr).toMatch(
      /^etalon export: 400 request\.does-not-match: .*working-standard.* \(\/level\) \[/,
    )
    expect(list).toMatchObject({ code: 2, stderr: expect.stringMatching(/there is no list “everything”/) })
    expect(below).toMatchObject({ code: 2, stderr: expect.stringMatching(/state id=…/) })
  })
})

const device = (code: string, change: object = {}) => ({
  code,
  owner: 'LAB',
  name: `Device ${code}`,
  manufacturer: 'Maker',
  model: 'M',
  serialNumber: code,
  level: 'instrument',
  components: [{ code: 'main', intervals: [] }],
  ...change,
})

const written = (name: string, rows: readonly object[]): string => {
  const file = join(directory, name)
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return file
}
const bring = (...words: readonly string[]) => etalon(administratorKey, ['import', 'equipment', ...words])

describe('etalon import', () => {
  it('records a file of many, and finds it recorded when it is sent again', async () => {
    const file = written('devices.ndjson', [device('D-1'), device('D-2')])
    const tried = await bring(file, '--dry-run')
    expect(tried.stdout).toBe(
      'equipment: 2 rows: 2 recorded, 0 unchanged, 0 conflicting, 0 refused (nothing was stored)\n',
    )
    const sent = await bring(file, '--json')
    expect([sent.code, sent.stderr]).toEqual([0, ''])
    const report = JSON.parse(sent.stdout) as ImportReport
    expect(report).toMatchObject({ state: 'finished', name: 'devices.ndjson', counts: { recorded: 2 } })
    const [again, anew] = await Promise.all([bring(file, '--json'), bring(file, '--anew')])
    expect(JSON.parse(again.stdout)).toMatchObject({ id: report.id, counts: { recorded: 2 } })
    expect(anew.stdout).toMatch(
      /^equipment: 2 rows: 0 recorded, 2 unchanged, .* \(ended; \/v1\/imports\/[0-9a-f-]{36}\)$/m,
    )
  })

  it('says of every row that is refused where it stands and why, and by its exit what became of the file', async () => {
    const rows = [device('D-3'), device('D-4', { owner: 'NOBODY' }), device('D-1', { model: 'Other' })]
    const file = written('mixed.ndjson', rows)
    const whole = await bring(file)
    expect(whole.code).toBe(1)
    expect(whole.stdout).toMatch(/^line 2 \(D-4\): refused /m)
    expect(whole.stdout).toMatch(/\(nothing was recorded; /)
    const each = await bring(file, '--mode', 'each')
    expect(each.code).toBe(6)
    expect(each.stdout).toMatch(/^line 3 \(D-1\): conflicting/m)
    expect(each.stdout).toMatch(/^equipment: 3 rows: 1 recorded, 0 unchanged, 1 conflicting, 1 refused/m)
  })

  it('takes only files of which it knows how they are written', async () => {
    const [kind, ending, missing] = await Promise.all([
      etalon(administratorKey, ['import', 'everything', 'x.csv']),
      bring('package.json5'),
      bring('nowhere.csv'),
    ])
    expect(kind).toMatchObject({ code: 2, stderr: expect.stringMatching(/there is no kind “everything”/) })
    expect(ending).toMatchObject({ code: 2, stderr: expect.stringMatching(/ends in none of \.ndjson/) })
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringMatching(/cannot be read/) })
  })
})

describe('etalon key', () => {
  it('makes a key, shows its secret once, replaces it, and ends it', async () => {
    const create = [
      'key',
      'create',
      '--person',
      'reviewer',
      '--role',
      'reviewer',
      '--scope',
      'calibration.review',
    ]
    const made = await etalon(administratorKey, [...create, '--expires-at', '2027-01-01T00:00:00Z', '--json'])
    const { id, key } = JSON.parse(made.stdout) as { id: string; key: string }
    expect([made.code, made.stderr]).toEqual([0, ''])
    const rotated = await etalon(administratorKey, ['key', 'rotate', id, '--overlap-hours', '0'])
    const [secret = ''] = rotated.stdout.split('\n')
    expect(secret).toMatch(/^etl_live_/)
    expect(secret).not.toBe(key)
    const listed = await etalon(administratorKey, ['key', 'list', '--person', 'reviewer'])
    expect(listed.stdout).toContain(
      `${secret.slice(0, 13)}  reviewer  LAB           never       until 2027-01-01  reviewer\n`,
    )
    expect(listed.stdout).not.toContain(secret)
    const revoked = await etalon(administratorKey, ['key', 'revoke', id])
    expect(revoked).toEqual({ code: 0, stdout: `revoked: ${secret.slice(0, 13)}… of reviewer\n`, stderr: '' })
  }, 60_000)

  it('tells a program what was refused as the registry told it', async () => {
    const [refused, unclear] = await Promise.all([
      etalon(lab.technician.key, ['key', 'create', '--person', 'reviewer', '--role', 'reviewer', '--json']),
      etalon(lab.technician.key, ['key', 'rotate']),
    ])
    expect(refused.code).toBe(1)
    expect(JSON.parse(refused.stdout)).toMatchObject({ status: 403, code: 'request.role-missing' })
    expect(refused.stderr).not.toContain(lab.technician.key)
    expect(unclear).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^etalon key: name one key by its id\n\nUsage:/),
    })
  })
})

it('says in one line that nobody answers there', async () => {
  const nowhere = await etalon(undefined, ['validity', 'A-1', '--origin', 'http://127.0.0.1:1'])
  expect(nowhere).toMatchObject({ code: 1, stdout: '' })
  expect(nowhere.stderr).toMatch(/^etalon validity: the registry cannot be reached: [^\n]+\n$/)
})
