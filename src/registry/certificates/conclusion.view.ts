import type { CertificateView, ConformityStatement, LocalizedText } from '#contract/types.ts'
import type { CalibrationResult } from '../calibrations/calibration-result.entity.ts'
import type { Calibration } from '../calibrations/calibration.entity.ts'

type Conclusion = NonNullable<CertificateView['verification']>
type Nonconforming = NonNullable<Conclusion['nonconforming']>[number]

/** 检定结论: 合格 with the class, or what does not conform; undefined where nothing was verified. */
export function conclusionOf(row: Calibration): Conclusion | undefined {
  const { certificateKind: kind, particulars } = row
  if (kind !== 'verification' && kind !== 'verification-refusal') return undefined
  const accuracyClass = particulars?.accuracyClass ?? classOf(row)
  const nonconforming = [...row.results.getItems().flatMap(failing), ...(particulars?.nonconformities ?? [])]
  const conforms = kind === 'verification'
  return {
    conforms,
    ...(accuracyClass !== undefined && { accuracyClass }),
    ...(nonconforming.length > 0 && { nonconforming }),
    words: conforms ? inConformity(accuracyClass) : notInConformity(nonconforming),
  }
}

/** The class that the component is registered with, for what was measured; undefined where there are several. */
function classOf(row: Calibration): string | undefined {
  const measured = new Set(row.results.getItems().map(({ measurandKind }) => measurandKind.id))
  const { intervals } = row.component.getEntity()
  const classes = intervals
    .getItems(false)
    .filter(({ measurandKind }) => measured.has(measurandKind.id))
    .flatMap(({ accuracyClass }) => (accuracyClass ? [accuracyClass] : []))
  return new Set(classes).size === 1 ? classes[0] : undefined
}

/** A result that the agreed rule does not accept; `conditional-pass` is no 合格 either (ILAC-G8:09/2019, 4.2.3). */
function failing(result: CalibrationResult): Nonconforming[] {
  const conformity = result.conformity as ConformityStatement | null | undefined
  if (!conformity || conformity.outcome === 'pass') return []
  const { reportedEstimate, reportedUncertainty, unit, code } = result
  const uncertainty = reportedUncertainty ? ` (U = ${reportedUncertainty} ${unit})` : ''
  return [
    {
      item: result.measurandKind.getEntity().name as LocalizedText,
      result: code,
      requirement: limitsIn(conformity),
      found: `${reportedEstimate} ${unit}${uncertainty}`,
    },
  ]
}

function limitsIn({ limits: { lower, upper } }: ConformityStatement): string {
  const parts = [lower && `≥ ${lower.value} ${lower.unit}`, upper && `≤ ${upper.value} ${upper.unit}`]
  return parts.filter(Boolean).join(', ')
}

const inConformity = (accuracyClass: string | undefined) => ({
  en: `Conforms${accuracyClass === undefined ? '' : ` as class ${accuracyClass}`}`,
  zh: `合格${accuracyClass === undefined ? '' : `，准确度等级 ${accuracyClass}`}`,
})

const notInConformity = (items: readonly Nonconforming[]) => ({
  en: `Does not conform: ${items.map(({ item }) => inWords(item, 'en')).join('; ')}`.slice(0, 4000),
  zh: `不合格，不合格项目：${items.map(({ item }) => inWords(item, 'zh')).join('；')}`.slice(0, 4000),
})

const inWords = (text: LocalizedText, language: 'en' | 'zh'): string =>
  typeof text === 'string' ? text : (text[language] ?? text.zh ?? text.en ?? '')
