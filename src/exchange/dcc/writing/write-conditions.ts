import { reportedNumber } from '#metrology/quantity/reported-number.ts'
import { convertQuantity } from '#metrology/quantity/quantity.ts'
import { element, text, type WrittenElement } from '../../xml/write-xml.ts'
import type { CertificateSource, SourceCondition, SourceStage } from './certificate-source.ts'
import { contents, wordsOf } from './dcc-text.ts'
import { dsiOf } from './dsi-column.ts'
import { isDifference } from './results-table.ts'

/** The conditions under which the work was done (ISO/IEC 17025:2017, 7.8.4.1 b), and whether the item had been adjusted. */
export function influenceConditions(
  source: CertificateSource,
  stage: SourceStage,
): WrittenElement | undefined {
  const conditions = [...source.environment.map(conditionOf), ...adjustmentOf(stage)]
  return conditions.length > 0 ? element('dcc:influenceConditions', {}, conditions) : undefined
}

/** Words for which there is a refType; others keep their name and have none. */
const known: readonly (readonly [
  words: RegExp,
  refType: string,
  name: { readonly en: string; readonly zh: string },
])[] = [
  [/humidity|湿度/i, 'basic_humidityRelative', { en: 'Relative humidity', zh: '相对湿度' }],
  [
    /^(?:ambient|air|room)?[ -]?temperature$|^(?:环境|室内|空气)?温度$/i,
    'basic_temperature',
    { en: 'Temperature', zh: '温度' },
  ],
]

function conditionOf({ quantity, value, standardUncertainty }: SourceCondition): WrittenElement {
  const [, refType, name = quantity] = known.find(([words]) => words.test(quantity)) ?? []
  const uncertainty = standardUncertainty && {
    form: 'standard' as const,
    values: [
      String(
        convertQuantity({
          value: reportedNumber(standardUncertainty.value),
          from: standardUncertainty.unit,
          to: value.unit,
          kind: 'difference',
        }).value,
      ),
    ],
  }
  return element(
    'dcc:influenceCondition',
    { refType },
    wordsOf('dcc:name', name),
    element(
      'dcc:data',
      {},
      element(
        'dcc:quantity',
        { refType },
        wordsOf('dcc:name', name),
        dsiOf(
          {
            values: [reportedNumber(value.value)],
            unit: value.unit,
            isDifference: isDifference(quantity.toLowerCase().replaceAll(' ', '-')),
            ...(uncertainty && { uncertainty }),
          },
          'one',
        ),
      ),
    ),
  )
}

function adjustmentOf(stage: SourceStage): readonly WrittenElement[] {
  if (stage === 'as-found-and-left') return []
  const isFound = stage === 'as-found'
  return [
    element(
      'dcc:influenceCondition',
      { refType: 'basic_adjustment' },
      wordsOf('dcc:name', { en: 'Adjustment', zh: '调整' }),
      text('dcc:status', isFound ? 'beforeAdjustment' : 'afterAdjustment'),
      element(
        'dcc:data',
        {},
        element(
          'dcc:text',
          {},
          contents(
            isFound
              ? { en: 'As found, before the adjustment', zh: '调整前的状态' }
              : { en: 'As left, after the adjustment', zh: '调整后的状态' },
          ),
        ),
      ),
    ),
  ]
}
