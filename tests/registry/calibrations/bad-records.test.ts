import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { laboratory } from '../laboratory-of-the-tests.ts'
import { entry, itRefuses, result, standard } from './bad-entries.ts'

const unknown = 'calibration.unknown-record'
const unknownUpstream = 'calibration.unknown-upstream'
const reversed = 'calibration.times-reversed'
const device = { from: { equipment: 'STANDARD' }, estimate: 10, standardUncertainty: 1e-5, unit: 'kg' }
const certificate = 'NMI-2025-0001'
const verification = { certificateKind: 'verification', validUntil: '2026-02-24' }

describe('a calibration that contradicts what is recorded is refused, and nothing is stored:', () => {
  const s = service()
  const lab = laboratory(s)

  describe('the times', () => {
    itRefuses(s, lab, [
      entry('end before they begin', { finished: '2026-02-25T08:59:59+08:00' }, '/finished', reversed),
      entry('lie ahead', { finished: '2026-03-02T08:06:00Z' }, '/finished', 'calibration.not-yet-done'),
      entry(
        'are valid without verification',
        { validUntil: '2027-02-24' },
        '/validUntil',
        'calibration.validity-not-allowed',
      ),
      entry('are valid until before the work', verification, '/validUntil', reversed),
    ])
  })

  describe('it names', () => {
    itRefuses(s, lab, [
      entry('an unknown laboratory', { laboratory: 'NOWHERE' }, '/laboratory', unknown),
      entry('an unknown item', { item: { equipment: 'NOTHING' } }, '/item/equipment', unknown),
      entry(
        'an unknown component',
        { item: { equipment: 'WEIGHT', component: 'ch2' } },
        '/item/equipment',
        unknown,
      ),
      entry('an unknown method', { method: { document: 'JJG 1-1' } }, '/method/document', unknown),
      entry('an unknown customer', { customer: 'NOBODY' }, '/customer', unknown),
      entry('an unknown operator', { operator: 'nobody' }, '/operator', unknown),
      entry('a foreign operator', { operator: 'stranger' }, '/operator', 'calibration.foreign-record'),
      entry('a foreign competence', { competence: 'NMI-MASS' }, '/competence', 'calibration.foreign-record'),
      entry(
        'a number that is taken',
        { certificateNumber: certificate },
        '/certificateNumber',
        'certificate.number-taken',
        409,
      ),
      result('an unknown kind', { measurandKind: 'mass.of-the-soul' }, '/measurandKind', unknown),
      standard('an unknown kind for an input', { measurandKind: 'mass.x' }, '/measurandKind', unknown),
    ])
  })

  describe('its standard', () => {
    itRefuses(s, lab, [
      standard('has no certificate', { from: { certificate: 'NMI-1' } }, '/from', unknownUpstream),
      standard('has no such version', { from: { certificate, version: 2 } }, '/from', unknownUpstream),
      standard('has no such result', { from: { certificate, result: 'm2' } }, '/from', unknownUpstream),
      standard('is no reference', { from: { reference: 'POUND' } }, '/from', unknownUpstream),
      standard('is only a device', device, '/from', 'calibration.device-without-certificate'),
      standard(
        'is an unknown device',
        { ...device, from: { equipment: 'NOTHING' } },
        '/from',
        unknownUpstream,
      ),
      standard('is itself', { from: { certificate: 'OWN-1' } }, '/from', unknownUpstream, {
        certificateNumber: 'OWN-1',
      }),
      standard('is its own item', {}, '/from', 'calibration.own-item', { item: { equipment: 'STANDARD' } }),
      standard('was calibrated afterwards', {}, '/from', 'calibration.upstream-later', {
        started: '2025-06-03T15:59:59+08:00',
      }),
      standard('realises another kind', { measurandKind: 'mass.true' }, '/from', 'calibration.kind-mismatch'),
    ])
  })

  it('without a single failure of ours', () => {
    expect(s.complaints).toEqual([])
  })
})
