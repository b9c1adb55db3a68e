import { describe, expect, it } from 'vitest'
import type { DccRead } from '#exchange/dcc/reading/dcc-read.ts'
import type { RealForm } from '#exchange/dcc/reading/quantities/dcc-quantity.ts'
import { readDcc } from '#exchange/dcc/reading/read-dcc.ts'
import { Refusal } from '#refusal.ts'
import { arePublishedFilesHere, changed, publishedFile, publishedFiles } from './published-files.ts'

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

function refusalOf(bytes: Uint8Array): Refusal | undefined {
  try {
    readDcc(bytes)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

const codeOf = (bytes: Uint8Array) => refusalOf(bytes)?.definition.code
const warningsOf = (bytes: Uint8Array) => readDcc(bytes).warnings.map(({ code }) => code)
const read = (name: string): DccRead => readDcc(publishedFile(name))

const temperature = 'examples/valid/3.3.0/dcclib-valid.xml'
const resistance = 'examples/valid/3.2.0/inmetro-dcc-example.xml'

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
    expect((error?.forms[0] as RealForm).values).toEqual(['0.072', '0.089', '0.107', '-0.009', '-0.084'])
    expect((error?.forms[0] as RealForm).uncertainty?.values).toEqual(['0.061'])
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

describe.skipIf(!arePublishedFilesHere)('a certificate is refused', () => {
  const plus = (value: string) => `${value} 1`
  const cases: readonly (readonly [string, Uint8Array | undefined, string])[] = !arePublishedFilesHere
    ? []
    : [
        [
          'where U has no k',
          changed(resistance, ['<si:coverageFactor>2</si:coverageFactor>', '']),
          'dcc.content-not-valid',
        ],
        [
          'where two results have one id',
          changed(
            temperature,
            ['refType="gp_table1"', 'id="a"'],
            ['refType="gp_measuringResult1"', 'id="a"'],
          ),
          'dcc.content-not-valid',
        ],
        [
          'of a release that is not known',
          changed(temperature, ['schemaVersion="3.3.0"', 'schemaVersion="4.0.0"']),
          'dcc.other-release',
        ],
        [
          'of a release before 2.2',
          changed('examples/valid/2.3.0/weight-10g.xml', ['schemaVersion="2.3.0"', 'schemaVersion="2.1.0"']),
          'dcc.other-release',
        ],
        [
          'where a column is longer than its table',
          changed(
            temperature,
            ['306.32 373.21 448.36 523.31 593.07', plus('306.32 373.21 448.36 523.31 593.07')],
            ['33.17 100.06 175.21 250.16 319.92', plus('33.17 100.06 175.21 250.16 319.92')],
          ),
          'dcc.list-lengths-differ',
        ],
        [
          'where k are fewer than values',
          changed(temperature, ['<si:coverageFactorXMLList>2<', '<si:coverageFactorXMLList>2 2<']),
          'dcc.list-lengths-differ',
        ],
        [
          'where decisions are fewer than values',
          changed(temperature, ['<dcc:conformityXMLList>pass<', '<dcc:conformityXMLList>pass fail<']),
          'dcc.list-lengths-differ',
        ],
        [
          'where a unit has a name that D-SI does not know',
          changed(temperature, [String.raw`\metre`, String.raw`\smoot`]),
          'dcc.unit-not-known',
        ],
        [
          'where a unit has two prefixes',
          changed(temperature, [String.raw`\metre`, String.raw`\milli\kilo\metre`]),
          'dcc.unit-not-known',
        ],
        [
          'where a value is a word',
          changed(temperature, ['<si:value>0.1<', '<si:value>abc<']),
          'dcc.content-not-valid',
        ],
        [
          'where a value is divided by a comment',
          changed(temperature, ['<si:value>0.1<', '<si:value>0<!-- -->.1<']),
          'xml.divided-value',
        ],
        [
          'where an attribute changes the type of an element',
          changed(temperature, ['<si:value>0.1', '<si:value xsi:type="x">0.1']),
          'dcc.content-not-valid',
        ],
        [
          'that is another format',
          new TextEncoder().encode('<x xmlns="https://dfm.dk"/>'),
          'dcc.other-format',
        ],
      ]
  it.each(cases)('%s', (_, file, code) => {
    expect(codeOf(file!)).toBe(code)
  })

  it('where the certificate it encloses is not the one whose hash it states', () => {
    const enclosed = (hash: string) =>
      '<dcc:certificate><dcc:referral><dcc:content>X</dcc:content></dcc:referral><dcc:referralID>1</dcc:referralID>' +
      `<dcc:procedure>SHA-256</dcc:procedure><dcc:value>${hash}</dcc:value><dcc:description><dcc:file>` +
      '<dcc:fileName>up.xml</dcc:fileName><dcc:mimeType>text/xml</dcc:mimeType><dcc:dataBase64>VGVzdAo=</dcc:dataBase64>' +
      '</dcc:file></dcc:description></dcc:certificate>'
    const withHash = (hash: string) =>
      changed(temperature, [
        'Pt 100 thermometer</dcc:content>\n          </dcc:name>',
        `x</dcc:content></dcc:name>${enclosed(hash)}`,
      ])
    expect(codeOf(withHash('0'.repeat(64)))).toBe('dcc.attachment-hash-wrong')
    expect(
      codeOf(withHash('c9d04c9565fc665c80681fb1d829938026871f66e14f501e08531df66938a789')),
    ).toBeUndefined()
    expect(codeOf(withHash('ydBMlWX8ZlyAaB+x2CmTgCaHH2bhT1AeCFMd9mk4p4k='))).toBeUndefined()
  })
})
