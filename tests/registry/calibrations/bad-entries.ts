import { expect, it } from 'vitest'
import type { Service } from '../../service.ts'
import { rowsOf } from '../calibrations-of-the-tests.ts'
import { entryOfWeight, weightResult, type Laboratory } from '../laboratory-of-the-tests.ts'

type Members = Readonly<Record<string, unknown>>

/** What is refused, where, as what, and with which status. */
export interface BadEntry {
  readonly what: string
  readonly entry: unknown
  readonly pointer: string
  readonly code: string
  readonly status: number
}

const { inputs } = weightResult()

const bad = (what: string, entry: Members, pointer: string, code: string, status = 422): BadEntry => ({
  what,
  entry: entryOfWeight(entry),
  pointer,
  code,
  status,
})

/** Of the calibration as a whole. */
export const entry = bad

/** Of its only result; the pointer is told within it. */
export const result = (what: string, change: Members, pointer: string, code: string, status?: number) =>
  bad(what, { results: [weightResult(change)] }, `/results/0${pointer}`, code, status)

/** Of the input `dm`, which the laboratory states itself. */
export const reading = (what: string, input: Members, pointer: string, code: string, status?: number) =>
  result(
    what,
    { inputs: { ...inputs, dm: { estimate: 0, unit: 'g', ...input } } },
    `/inputs/dm${pointer}`,
    code,
    status,
  )

const upstream = { from: { certificate: 'NMI-2025-0001' } }

/** Of the input `m_S`, which is taken from a standard; `more` are members of the calibration. */
export const standard = (
  what: string,
  input: Members,
  pointer: string,
  code: string,
  more: Members = {},
  status?: number,
) =>
  bad(
    what,
    { ...more, results: [weightResult({ inputs: { ...inputs, m_S: { ...upstream, ...input } } })] },
    `/results/0/inputs/m_S${pointer}`,
    code,
    status,
  )

export const model = (what: string, m_X: string, code: string) =>
  result(what, { model: { outputs: { m_X } } }, '/model/outputs/m_X', code)

/** Each is answered with a problem that names the place, and nothing at all is stored. */
export function itRefuses(s: Service, lab: Laboratory, cases: readonly BadEntry[]): void {
  it.each(cases)('$what', async (one) => {
    const before = await rowsOf(s)
    const { status, headers, body } = await lab.technician.post('/v1/calibrations', one.entry)
    const { pointer, code } = one
    expect({ status, body }).toMatchObject({ status: one.status, body: { pointer, code } })
    expect(body.detail).toEqual(expect.any(String))
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(await rowsOf(s)).toBe(before)
  })
}
