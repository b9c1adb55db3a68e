import { describe, expect, it } from 'vitest'
import type { DccRead } from '#exchange/dcc/reading/dcc-read.ts'
import { readDcc } from '#exchange/dcc/reading/read-dcc.ts'
import { arePublishedFilesHere, changed, publishedFile, publishedFiles } from './published-files.ts'
import { codeOf, refusalOf, resistance, temperature } from './refusal-of.ts'

/** What is said of a file in the list that comes with the published ones. Tampered signatures are seen by who verifies them. */
const refused: Readonly<Record<string, string>> = {
  'examples/reject/dcclib-invalid-syntax.xml': 'xml.not-well-formed',
  'examples/reject/dcclib-invalid-schema.xml': 'dcc.content-not-valid',
  'examples/reject/silicon-sphere-misspelt-element.xml': 'dcc.content-not-valid',
  'examples/reject/inmetro-dimci-0856-2024-nested-content.xml': 'dcc.content-not-valid',
  'examples/reject/signed-under-3.1.1.xml': 'dcc.content-not-valid',
  'examples/reject/missing-performance-location.xml': 'dcc.content-not-valid',
  'hostile/external-entity.xml': 'xml.doctype',
  'hostile/external-dtd.xml': 'xml.doctype',
  'hostile/entity-expansion.xml': 'xml.doctype',
  'hostile/internal-doctype-harmless.xml': 'xml.doctype',
  'hostile/xinclude.xml': 'dcc.content-not-valid',
  'hostile/deep-nesting.xml': 'xml.too-complex',
  'hostile/wrong-namespace-http.xml': 'dcc.other-format',
  'hostile/list-length-mismatch.xml': 'dcc.list-lengths-differ',
  'hostile/comma-decimal.xml': 'dcc.content-not-valid',
  'hostile/unit-prefix-typo.xml': 'dcc.unit-not-known',
  'hostile/coverage-factor-below-one.xml': 'dcc.content-not-valid',
  'hostile/dates-reversed.xml': 'dcc.dates-reversed',
}

const warningsOf = (bytes: Uint8Array) => readDcc(bytes).warnings.map(({ code }) => code)
const read = (name: string): DccRead => readDcc(publishedFile(name))

describe.skipIf(!arePublishedFilesHere)('the published certificates', () => {
  it.each(publishedFiles('examples/valid'))('%s is understood whole', (_, { bytes }) => {
    const { certificate, items, results, persons, laboratory, notUnderstood } = readDcc(bytes)
    expect(certificate.number).not.toBe('')
    expect(items.length).toBeGreaterThan(0)
    expect(persons.length).toBeGreaterThan(0)
    expect(laboratory.name.length).toBeGreaterThan(0)
    expect(results.some(({ forms }) => forms.length > 0)).toBe(true)
    expect(notUnderstood.filter(({ path }) => path !== '/digitalCalibrationCertificate/comment')).toEqual([])
  })

  it.each(
    [
      ...publishedFiles('examples/reject'),
      ...publishedFiles('examples/warn'),
      ...publishedFiles('hostile'),
    ].map(([name, file]) => [name, refused[name] ?? 'nothing', file] as const),
  )('%s is refused by %s', (_, code, { bytes }) => {
    expect(codeOf(bytes) ?? 'nothing').toBe(code)
  })

  it('say in which line and at which element a fault is, all of them at once', () => {
    const refusal = refusalOf(publishedFile('examples/reject/missing-performance-location.xml'))
    expect(refusal?.place.errors).toHaveLength(9)
    expect(refusal?.facts).toMatchObject({ line: 17 })
    expect(refusal?.place.pointer).toBe('/digitalCalibrationCertificate/administrativeData/coreData')
  })

  it('are taken with a warning where something is odd and nothing is doubtful', () => {
    expect(warningsOf(publishedFile('hostile/version-attribute-differs.xml'))).toContain('release-differs')
    expect(warningsOf(publishedFile('hostile/nan-value.xml'))).toContain('value-missing')
    expect(warningsOf(publishedFile('hostile/unit-not-dsi.xml'))).toContain('unit-in-symbols')
    expect(warningsOf(publishedFile('examples/warn/dcclib-invalid-schematron.xml'))).toContain(
      'language-undeclared',
    )
    expect(warningsOf(publishedFile(resistance))).toContain('unit-exponent')
  })

  it('are read the same in any encoding and with any prefixes', () => {
    const { warnings: _, ...plain } = read(temperature)
    for (const name of ['utf-16', 'utf-8-bom', 'other-prefix', 'default-namespace']) {
      const { warnings: __, ...other } = read(`hostile/${name}.xml`)
      expect(other, name).toMatchObject({ results: plain.results, items: plain.items })
    }
  })
})

describe.skipIf(!arePublishedFilesHere)('a certificate that is read', () => {
  it('keeps every number as it was written', () => {
    const [result] = read(resistance).results
    expect(result?.forms[0]).toMatchObject({
      values: ['0.99999397'],
      uncertainty: {
        kind: 'expanded',
        values: ['2.10E-07'],
        coverageFactors: ['2'],
        coverageProbabilities: ['0.9545'],
      },
    })
  })

  it('has the columns of a table with one uncertainty for all their values', () => {
    const [reference, indicated, error] = read(temperature).results
    expect(reference).toMatchObject({ refTypes: ['basic_referenceValue'], table: { column: 0 } })
    expect(indicated?.forms.map(({ units }) => units[0]?.symbol)).toEqual(['K', '°C'])
    expect(error?.forms[0]).toMatchObject({
      values: ['0.072', '0.089', '0.107', '-0.009', '-0.084'],
      uncertainty: { values: ['0.061'] },
    })
  })

  it('has the limits and decisions that are stated of each value', () => {
    const { results, metadata } = read(temperature)
    const stated = results[2]?.metadata.map((i) => metadata[i])
    const conformity = stated?.find((statement) => statement?.conformity.length)
    expect(conformity?.conformity).toEqual(['pass'])
    expect(conformity?.quantities.flatMap(({ refTypes }) => refTypes)).toEqual([
      'basic_acceptanceLimitLower',
      'basic_acceptanceLimitUpper',
    ])
  })

  it('names for each value the methods, equipment and conditions of its nearest levels', () => {
    const { results, equipment, methods, conditions } = read(temperature)
    const [first] = results
    expect(first?.equipment.map((i) => equipment[i]?.refTypes[0])).toEqual(['basic_normalUsed'])
    expect(first?.methods.map((i) => methods[i]?.refTypes[0])).toEqual([
      'basic_uncertainty',
      'gp_temperatureSensor',
    ])
    expect(first?.conditions.map((i) => conditions[i]?.refTypes[0])).toEqual([
      'gp_immersionDepth',
      'basic_temperature',
      'basic_humidityRelative',
    ])
  })

  it('gives way to a condition of the same kind that is stated nearer', () => {
    const nearer =
      '<dcc:influenceConditions><dcc:influenceCondition refType="basic_temperature"><dcc:name><dcc:content>near' +
      '</dcc:content></dcc:name><dcc:data><dcc:text><dcc:content>21</dcc:content></dcc:text></dcc:data>' +
      '</dcc:influenceCondition></dcc:influenceConditions>'
    const { results, conditions } = readDcc(
      changed(temperature, [
        '</si:hybrid>\n                <dcc:measurementMetaData>',
        `</si:hybrid>${nearer}<dcc:measurementMetaData>`,
      ]),
    )
    const names = results[0]?.conditions.map((i) => conditions[i]?.name[0]?.text)
    expect(names).toEqual(['near', 'Eintauchtiefe im Wasserbad', 'Umgebungsbedingung relative Luftfeuchte'])
  })

  it('tells as found from as left by the name of the result', () => {
    const { results } = read('examples/valid/2.2.0/beamex-temperature-transmitter.xml')
    expect(results[0]?.stage).toEqual({ stage: 'as-found', toldBy: 'name' })
  })

  it.each([
    [
      'status',
      'as-found',
      'bath</dcc:content>\n          </dcc:name>',
      'bath</dcc:content></dcc:name><dcc:status>beforeAdjustment</dcc:status>',
    ],
    ['ref-type', 'as-left', 'refType="gp_table1"', 'refType="basic_afterAdjustment"'],
    ['name', 'as-found', 'Messergebnisse', 'Ergebnisse vor der Justierung'],
    ['name', 'as-left', 'Measuring results', '调整后'],
  ])('tells as found from as left by a %s that says %s', (toldBy, stage, from, to) => {
    expect(readDcc(changed(temperature, [from, to])).results[0]?.stage).toEqual({ stage, toldBy })
  })

  it('names by which certificates its standards are said to be traceable, also those that name no hash', () => {
    const { equipment } = read('examples/valid/2.2.0/mikes-pressure-balance.xml')
    expect(equipment[0]?.certificate).toMatchObject({
      referral: [{ text: 'M-15P035' }, { text: 'M-14M060' }, { text: 'M-15M045' }],
      referralId: '-',
      procedure: '-',
    })
  })

  it('has its attachments by length and hash', () => {
    expect(read(temperature).attachments).toMatchObject([
      {
        fileName: 'test.txt',
        mimeType: 'text/plain',
        bytes: 5,
        sha256: 'c9d04c9565fc665c80681fb1d829938026871f66e14f501e08531df66938a789',
      },
    ])
  })

  it('lists what stands in it and is not understood, with its path', () => {
    const file = changed(temperature, [
      '</dcc:measurementResults>',
      '</dcc:measurementResults><dcc:comment><x:note xmlns:x="urn:x">hidden</x:note></dcc:comment>',
    ])
    expect(readDcc(file).notUnderstood).toMatchObject([{ path: '/digitalCalibrationCertificate/comment' }])
  })

  it('has the parts of an item after it', () => {
    const part =
      '<dcc:subItems><dcc:item><dcc:name><dcc:content>Sensor</dcc:content></dcc:name><dcc:identifications>' +
      '<dcc:identification><dcc:issuer>other</dcc:issuer><dcc:value>7</dcc:value></dcc:identification>' +
      '</dcc:identifications></dcc:item></dcc:subItems>'
    const { items } = readDcc(changed(temperature, ['</dcc:item>', `${part}</dcc:item>`]))
    expect(items.map(({ name }) => name[0]?.text)).toEqual(['String', 'Sensor'])
  })
})
