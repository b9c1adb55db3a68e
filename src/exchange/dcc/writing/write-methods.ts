import { readExpression } from '#metrology/measurement-model/expression.ts'
import { formulaLatex } from '#metrology/measurement-model/formula-latex.ts'
import { coherent } from '#metrology/quantity/coherent-unit.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { productOf, type Unit } from '#metrology/quantity/unit/unit.ts'
import { element, text, type WrittenElement } from '../../xml/write-xml.ts'
import type { CertificateSource, SourceBudget, SourceResult } from './certificate-source.ts'
import { line, wordsOf, type InBoth } from './dcc-text.ts'
import { decimalText, dsiTextOf, realOf } from './dsi-column.ts'

/** By what the results were obtained, and how their uncertainty was evaluated (ISO/IEC 17025:2017, 7.8.2.1 d, 7.6). */
export const usedMethods = (source: CertificateSource, results: readonly SourceResult[]): WrittenElement =>
  element('dcc:usedMethods', {}, methodOf(source), evaluation, results.flatMap(budgetMethod))

function methodOf({ method }: CertificateSource): WrittenElement | undefined {
  if (!method) return undefined
  const { document, number = document, edition, title, deviation } = method
  const cited = edition === undefined || number.includes(edition) ? number : `${number}-${edition}`
  return element(
    'dcc:usedMethod',
    { refType: 'basic_calibrationMethod' },
    wordsOf('dcc:name', title ?? number),
    deviation === undefined
      ? undefined
      : wordsOf('dcc:description', { en: `Deviation: ${deviation}`, zh: `偏离：${deviation}` }),
    line('dcc:norm', cited),
  )
}

const evaluation = element(
  'dcc:usedMethod',
  { refType: 'basic_methodMeasurementUncertainty' },
  wordsOf('dcc:name', { en: 'Evaluation of measurement uncertainty', zh: '测量不确定度评定' }),
  wordsOf('dcc:description', {
    en: 'The expanded uncertainty is the combined standard uncertainty multiplied by the coverage factor k that is stated with each result, for the coverage probability that is stated with it. Where the certificate states k alone, the probability in this file is that of the t-distribution with the effective degrees of freedom (GUM G.3.2). The budget of each result follows.',
    zh: '扩展不确定度由合成标准不确定度乘以各结果所列的包含因子 k 得到，包含概率与各结果一并给出。证书仅给出 k 时，本文件中的包含概率按有效自由度的 t 分布求得（GUM G.3.2）。各结果的不确定度评定如下。',
  }),
  text('dcc:norm', 'JCGM 100:2008'),
  text('dcc:norm', 'JJF 1059.1-2012'),
)

/** The model as formulae, and the budget as columns: anybody can compute it anew. */
function budgetMethod({ code, unit, budget }: SourceResult): readonly WrittenElement[] {
  if (!budget) return []
  const { lines, output } = budget
  const result = coherent(parseUnit(unit))
  const columns = [
    words(
      { en: 'Input quantity', zh: '输入量' },
      lines.map(({ symbol }) => symbol),
      'basic_formulaInputQuantity',
    ),
    numbers(
      { en: 'Estimate and standard uncertainty', zh: '估计值与标准不确定度' },
      lines.map(({ estimate }) => estimate),
      {
        units: lines.map((each) => parseUnit(each.unit)),
        standard: lines.map(({ standardUncertainty }) => decimalText(standardUncertainty)),
      },
    ),
    words(
      { en: 'Degrees of freedom', zh: '自由度' },
      lines.map(({ degreesOfFreedom }) => String(degreesOfFreedom)),
    ),
    numbers(
      { en: 'Sensitivity coefficient', zh: '灵敏系数' },
      lines.map(({ sensitivity }) => sensitivity),
      {
        units: lines.map((each) => quotientOf(result, parseUnit(each.unit))),
      },
    ),
    numbers(
      { en: 'Contribution', zh: '不确定度分量' },
      lines.map(({ contribution }) => contribution),
      {
        units: [differenceUnit(result)],
      },
    ),
    numbers(
      { en: 'Share', zh: '占比' },
      lines.map(({ share }) => share),
      { units: [parseUnit('1')] },
    ),
  ]
  return [
    element(
      'dcc:usedMethod',
      { refType: 'basic_uncertainty' },
      wordsOf('dcc:name', { en: `Uncertainty budget of ${code}`, zh: `${code} 的不确定度评定` }),
      wordsOf(
        'dcc:description',
        {
          en: `Model of ${output}; quantities in coherent SI units, Celsius temperatures in °C. The contribution is |c|·u, the share that of u² of the result.`,
          zh: `${output} 的测量模型；各量采用一贯制SI单位，摄氏温度用°C。分量为 |c|·u，占比为其占结果 u² 的份额。`,
        },
        ...formulaeOf(budget),
      ),
      element('dcc:usedMethodQuantities', {}, columns),
    ),
  ]
}

const formulaeOf = ({ model }: SourceBudget): readonly WrittenElement[] =>
  Object.entries(model.outputs).map(([name, expression]) => {
    const left = formulaLatex({ kind: 'name', name, at: 0 })
    return element(
      'dcc:formula',
      {},
      text('dcc:latex', `${left} = ${formulaLatex(readExpression(expression))}`),
    )
  })

const words = (name: InBoth, values: readonly string[], refType?: string): WrittenElement =>
  element(
    'dcc:usedMethodQuantity',
    { refType },
    wordsOf('dcc:name', name),
    text('dcc:charsXMLList', values.join(' ')),
  )

const numbers = (
  name: InBoth,
  values: readonly number[],
  { units, standard }: { readonly units: readonly Unit[]; readonly standard?: readonly string[] },
): WrittenElement =>
  element(
    'dcc:usedMethodQuantity',
    {},
    wordsOf('dcc:name', name),
    realOf(
      {
        values: values.map(decimalText),
        ...(standard && { uncertainty: { form: 'standard', values: standard } }),
      },
      units.map(dsiTextOf),
    ),
  )

/** A difference on a scale that has a zero of its own, or a reference: of °C the kelvin, of dBm the decibel. */
function differenceUnit(unit: Unit): Unit {
  if (unit.scale.kind === 'affine') return parseUnit('K')
  return unit.scale.kind === 'logarithmic' && unit.scale.reference !== '' ? parseUnit('dB') : unit
}

const quotientOf = (above: Unit, below: Unit): Unit =>
  productOf([
    ...differenceUnit(above).factors,
    ...differenceUnit(below).factors.map((factor) => ({ ...factor, exponent: -factor.exponent })),
  ])
