import { describe, expect, it } from 'vitest'
import { arePublishedFilesHere, changed } from './published-files.ts'
import { codeOf, resistance, temperature } from './refusal-of.ts'

const plus = (value: string) => `${value} 1`
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

describe.skipIf(!arePublishedFilesHere)('a certificate is refused', () => {
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
    expect(codeOf(withHash('0'.repeat(64)))).toBe('dcc.attachment-hash-wrong')
    expect(
      codeOf(withHash('c9d04c9565fc665c80681fb1d829938026871f66e14f501e08531df66938a789')),
    ).toBeUndefined()
    expect(codeOf(withHash('ydBMlWX8ZlyAaB+x2CmTgCaHH2bhT1AeCFMd9mk4p4k='))).toBeUndefined()
  })
})
