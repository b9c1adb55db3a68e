import { describe, expect, it } from 'vitest'
import { readDcc } from '#exchange/dcc/reading/read-dcc.ts'
import type { CertificateSource } from '#exchange/dcc/writing/certificate-source.ts'
import { dccOf } from '#exchange/dcc/writing/dcc-of.ts'
import { verifySignatures } from '#exchange/xml-signature/verify-signatures.ts'
import { context, example, standard, trusted } from './certificate-example.ts'
import { areSchemasHere, faultsOf, figuresIn, figuresOf, oddities } from './read-back.ts'
import { measured, read, textOf, withResults, written } from './written.ts'

const conformity = (outcome: string) => ({
  rule: 'guarded-U',
  limits: { lower: { value: '59.9', unit: '°C' }, upper: { value: '60.1', unit: '°C' } },
  acceptanceLimits: { lower: 59.942, upper: 60.058 },
  outcome,
  specificRisk: 0.01,
})

const recalibrationIn = (source: CertificateSource) =>
  read(source).statements.find(({ refTypes }) => refTypes.includes('basic_recalibration'))

describe.runIf(areSchemasHere)('with the official schemas at hand (../shared/dcc/xsd)', () => {
  it('a written certificate is a valid DCC 3.3.0', () => {
    expect(faultsOf(written(example))).toEqual([])
  })
})

describe('a certificate as DCC', () => {
  it('is a valid DCC by the content model of its release, and nothing of it is odd to a strict reader', () => {
    expect(faultsOf(written(example))).toEqual([])
    expect(oddities(read(example))).toEqual([])
  })

  it('is sealed as a whole', () => {
    expect(verifySignatures(written(example), trusted)).toMatchObject([
      { status: 'valid', coversDocument: true, claimedSigningTime: '2026-03-03T02:00:00Z' },
    ])
  })

  it('is the same bytes whenever it is made', () => {
    expect(textOf(example)).toBe(textOf(structuredClone(example)))
  })

  it('states the figures as they are printed, digit by digit', () => {
    expect(figuresIn(written(example))).toEqual(figuresOf(example))
    expect(textOf(example)).toContain('<si:significantDigitXMLList>5</si:significantDigitXMLList>')
  })

  it('says who it is about, who did it, for whom, when, and by which method', () => {
    const { certificate, laboratory, customer, items, persons, methods } = read(example)
    expect(certificate).toMatchObject({
      number: 'LAB-2026-0007',
      country: 'CN',
      languages: ['zh', 'en'],
      bindingLanguages: ['zh'],
      received: '2026-02-27',
      begun: '2026-03-02',
      ended: '2026-03-03', // 02:00 in China
      issued: '2026-03-03',
      place: 'other',
    })
    expect(laboratory).toMatchObject({ code: 'CNAS L0001' })
    expect(customer.name).toContainEqual({ language: 'zh', text: '工厂' })
    expect(items).toMatchObject([{ manufacturer: [{ text: 'Maker & Sons <Ltd>' }], model: 'B-1' }])
    expect(items[0]?.identifications.map(({ value }) => value)).toEqual(['A "7"', 'WORKS-BATH'])
    expect(persons.map(({ name, isMainSigner }) => [name[0]?.text, isMainSigner])).toEqual([
      ['韩梅梅', true],
      ['Li Lei', false],
    ])
    expect(methods[0]).toMatchObject({ norms: ['JJF 1030-2023'] })
  })

  it('says every sentence of ours in Chinese and in English', () => {
    const languages = [...textOf(example).matchAll(/<dcc:content lang="(zh|en)">/g)].map(([, code]) => code)
    const count = (code: string) => languages.filter((each) => each === code).length
    expect(count('zh')).toBeGreaterThan(30)
    expect(count('zh')).toBe(count('en'))
  })

  it('names the certificate above by number and by a hash that a recipient can recompute, and what lies above that', () => {
    const above: CertificateSource = {
      ...example,
      number: 'NMI-T-2025-0044',
      standards: [{ ...standard, certificate: 'NMI-T-2024-0001', sha256: '12'.repeat(32) }],
    }
    const bytes = dccOf(example, {
      ...context,
      upstream: (number) => (number === 'NMI-T-2025-0044' ? above : undefined),
    })
    expect(faultsOf(bytes)).toEqual([])
    const [equipment] = readDcc(bytes).equipment
    expect(equipment).toMatchObject({
      model: 'SPRT 25 Ω',
      certificate: {
        referralId: 'NMI-T-2025-0044',
        procedure: 'jcs-sha256',
        value: 'cd'.repeat(32),
        inValidityRange: true,
        traceable: true,
        linked: { referralId: 'NMI-T-2024-0001', value: '12'.repeat(32) },
      },
    })
  })

  it('names a later version above by its own identifier, and by the number under which it may be held', () => {
    const source = { ...example, standards: [{ ...standard, version: 2 }] }
    expect(faultsOf(written(source))).toEqual([])
    const [equipment] = read(source).equipment
    expect(equipment?.certificate?.referralId).toBe('NMI-T-2025-0044 v2')
    expect(equipment?.certificate?.referral).toContainEqual({ text: 'NMI-T-2025-0044' })
  })

  it('does not claim traceability that the rules did not find', () => {
    for (const [verdict, claimed] of [
      ['not-traceable', false],
      ['suspect', undefined],
      ['indeterminate', undefined],
      ['traceable-with-conditions', undefined],
    ] as const) {
      const source = {
        ...example,
        traceability: { policy: 'ILAC-P10', verdict, statement: { en: 'no', zh: '否' } },
      }
      const { statements, equipment } = read(source)
      const told = statements.find(({ refTypes }) => refTypes.includes('basic_metrologicallyTraceableToSI'))
      expect([told?.traceable, equipment[0]?.certificate?.traceable]).toEqual([claimed, claimed])
    }
  })

  it('states conformity per point with its limits and the rule, and the validity of a verification', () => {
    const source: CertificateSource = {
      ...withResults({ conformity: conformity('pass') }, { conformity: conformity('conditional-fail') }),
      kind: 'verification',
      validUntil: '2027-03-01',
      verification: { conforms: false, words: { en: 'Does not conform', zh: '不合格' } },
    }
    expect(faultsOf(written(source))).toEqual([])
    const [result] = read(source).metadata
    expect(result).toMatchObject({ conformity: ['pass', 'conditionalFail'] })
    expect(result?.quantities.map(({ refTypes }) => refTypes[0])).toEqual([
      'basic_toleranceLimitLower',
      'basic_toleranceLimitUpper',
      'basic_acceptanceLimitLower',
      'basic_acceptanceLimitUpper',
      'basic_probabilityFalseAccept',
      'basic_probabilityFalseReject',
    ])
    const { statements } = read(source)
    const told = (role: string) => statements.find(({ refTypes }) => refTypes.includes(role))
    expect(told('basic_decisionRule')).toMatchObject({ convention: 'guarded-U' })
    expect(told('basic_conformity')).toMatchObject({ conformity: ['fail'] })
    expect(told('etalon_validUntil')).toMatchObject({ date: '2027-03-01' })
  })

  it('names a recalibration only where it was agreed, as the word of the customer', () => {
    expect(recalibrationIn(example)).toMatchObject({ date: '2027-03-02' })
    const { recalibration: _, ...silent } = example
    expect(recalibrationIn(silent)).toBeUndefined()
  })

  it('keeps apart what was found before an adjustment and what was left after it', () => {
    const source = withResults({ stage: 'as-left' }, { stage: 'as-found' })
    const stages = read(source)
      .results.filter(({ refTypes }) => refTypes.includes('basic_measuredValue'))
      .map(({ stage }) => stage)
    expect(stages).toEqual([
      { stage: 'as-found', toldBy: 'status' },
      { stage: 'as-left', toldBy: 'status' },
    ])
    expect(measured(example)?.stage).toBeUndefined()
  })

  it('of an amended certificate names the version it replaces, with an identifier of its own', () => {
    const amended = {
      ...example,
      version: 3,
      change: { class: 'value', reason: 'Two digits had changed places' },
    }
    expect(faultsOf(written(amended))).toEqual([])
    expect(read(amended).certificate).toMatchObject({
      number: 'LAB-2026-0007 v3',
      replaces: { change: 'amended', number: 'LAB-2026-0007 v2' },
    })
  })

  it('shows the budget so that it can be computed anew: model, inputs, sensitivities', () => {
    const budget = read(example).methods.find(({ refTypes }) => refTypes.includes('basic_uncertainty'))
    expect(textOf(example)).toContain('t_{\\mathrm{X}} = t_{\\mathrm{S}} - \\mathit{dt}_{\\mathrm{R}}')
    const [symbols, estimates, freedom, sensitivity] = budget?.quantities ?? []
    expect(symbols?.words).toEqual(['t_S', 'dt_R'])
    expect(freedom?.words).toEqual(['infinity', '9'])
    expect(estimates?.forms[0]).toMatchObject({
      values: ['60.03', '0.006'],
      uncertainty: { kind: 'standard', values: ['0.02', '0.0065'] },
    })
    expect(sensitivity?.forms[0]).toMatchObject({ values: ['1', '-1'] })
  })
})
