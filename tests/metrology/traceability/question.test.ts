import { describe, expect, it } from 'vitest'

import { subjectOfCertificate, subjectOfEquipment } from '#metrology/traceability/question.ts'

import { calibrate, from, goodChain, historyOf, on } from './chain-book.ts'
import { ask, faults } from './question.ts'

const forEver = on('2040-01-01')
const weight = { equipmentId: 'W2', code: 'W2', component: 'main', measurandKind: 'mass' }
const result = (resultId: string) => ({ kind: 'result', resultId })

/** The plant's weight was calibrated again in 2025, and the first certificate amended in words. */
function book() {
  const records = goodChain()
  calibrate(records, { id: 'next', by: 'LAB', of: 'W2', day: '2025-06-03', from: [from('top')], own: 1e-7 })
  const certificate = records.certificates.find((one) => one.id === 'cert-low')!
  const low = records.results.find((one) => one.id === 'low')!
  const amended = { changeClass: 'editorial', version: 2, recordedAt: on('2024-08-01') } as const
  records.certificates.push({ ...certificate, ...amended, id: 'cert-low-2' })
  records.results.push({ ...low, id: 'low-2', certificateId: 'cert-low-2' })
  return records
}

describe('a question about a certificate', () => {
  it('means its newest version, as known', () => {
    expect(subjectOfCertificate(book(), { number: 'N-low' }, forEver)).toEqual(result('low-2'))
    expect(subjectOfCertificate(book(), { number: 'N-low' }, on('2024-07-01'))).toEqual(result('low'))
    expect(subjectOfCertificate(book(), { number: 'N-low', version: 1 }, forEver)).toEqual(result('low'))
  })

  it('means the result it names, and none that is not there', () => {
    expect(subjectOfCertificate(book(), { number: 'N-low', result: 'm1' }, forEver)).toEqual(result('low-2'))
    expect(subjectOfCertificate(book(), { number: 'N-low', result: 'm9' }, forEver)).toBeUndefined()
    expect(subjectOfCertificate(book(), { number: 'N-none' }, forEver)).toBeUndefined()
  })

  it('means the value as left where the item was adjusted', () => {
    const records = book()
    const low = records.results.find((one) => one.id === 'low-2')!
    records.results.push({ ...low, id: 'left', code: 'm0', stage: 'as-left' })
    expect(subjectOfCertificate(records, { number: 'N-low' }, forEver)).toEqual(result('left'))
  })
})

describe('a question about equipment', () => {
  it('means its last calibration before the time it is asked for', () => {
    expect(subjectOfEquipment(book(), weight, on('2025-01-01'), forEver)).toEqual(result('low-2'))
    expect(subjectOfEquipment(book(), weight, on('2025-07-01'), forEver)).toEqual(result('next'))
  })

  it('means the result that covers the value', () => {
    const records = book()
    const next = records.results.find((one) => one.id === 'next')!
    const point = { ...next.point, value: 5 }
    records.results.push({ ...next, id: 'five', code: 'm5', point, interval: { lower: 4, upper: 6 } })
    expect(subjectOfEquipment(records, { ...weight, value: 4.5 }, forEver, forEver)).toEqual(result('five'))
    expect(subjectOfEquipment(records, { ...weight, value: 1 }, forEver, forEver)).toEqual(result('next'))
  })

  it('for another kind is answered by what it was calibrated for', () => {
    const subject = subjectOfEquipment(
      book(),
      { ...weight, measurandKind: 'force' },
      on('2025-01-01'),
      forEver,
    )
    const answer = ask(book(), { subject, measurandKind: 'force' })
    expect(faults(answer)).toEqual(['R04 other-kind N-low/m1'])
  })

  it('has no result for a component that was never calibrated', () => {
    expect(subjectOfEquipment(book(), { ...weight, component: 'ch2' }, forEver, forEver)).toEqual({
      kind: 'none',
      equipment: 'W2',
      component: 'ch2',
      measurandKind: 'mass',
    })
  })

  it('about the former version of a certificate does not take its own calibration for a later one', () => {
    const records = book()
    const certificate = records.certificates.find((one) => one.id === 'cert-low-2')!
    const low = records.results.find((one) => one.id === 'low-2')!
    records.history.push(historyOf(certificate, { ...low, conformity: { rule: 'simple', outcome: 'fail' } }))
    expect(ask(records, { result: 'low', at: on('2024-09-01') }).verdict).toBe('traceable')
  })
})
