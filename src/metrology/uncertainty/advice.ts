import type { MeasurementModel } from '#metrology/measurement-model/model.ts'
import type { BudgetLine } from './budget.ts'
import type { Coverage } from './coverage.ts'
import { truncated } from './degrees-of-freedom.ts'
import type { InputQuantity, ModelInput } from './input-quantity.ts'
import type { OutputResult } from './propagate.ts'

/** What whoever answers for a result should know about it, and which method would serve better. */
export interface Advice {
  readonly code: string
  readonly en: string
  readonly zh: string
  readonly output?: string
  readonly input?: string
}

/**
 * One contribution that is larger than the rest together by this ratio gives y its own form: the factor of a
 * normal distribution is then wrong (EA-4/02 M:2022, S9.14: the others at most 0.3 of the dominant one).
 */
const dominantShare = 1 / (1 + 0.3 ** 2)

const formsFarFromNormal = new Set([
  'rectangular',
  'trapezoidal',
  'curvilinear-trapezoidal',
  'arcsine',
  'exponential',
  'gamma',
])

/** About the inputs alone. */
export function adviceOnInputs(
  model: MeasurementModel,
  inputs: readonly ModelInput[],
  stated: ReadonlyMap<string, InputQuantity>,
): Advice[] {
  return inputs.flatMap(({ symbol: input, standardUncertainty }, i): Advice[] => {
    if (!model.outputs.some(({ uses }) => uses.includes(i))) {
      return [
        {
          code: 'uncertainty.unused-input',
          input,
          en: `The model does not use the input ${input}.`,
          zh: `模型没有使用输入量 ${input}。`,
        },
      ]
    }
    if (standardUncertainty > 0 || !stated.get(input)?.readings) return []
    return [
      {
        code: 'uncertainty.no-scatter',
        input,
        en: `The readings of ${input} do not scatter: their uncertainty is that of the resolution, as an input of its own.`,
        zh: `${input} 的读数没有分散性:应将分辨力作为单独的输入量来评定其不确定度。`,
      },
    ]
  })
}

/** About one result. */
export function adviceOnOutput(
  result: OutputResult,
  stated: ReadonlyMap<string, InputQuantity>,
  coverage: Coverage | undefined,
): Advice[] {
  const output = result.name
  const uncertain = result.budget.filter(({ standardUncertainty }) => standardUncertainty > 0)
  if (result.standardUncertainty === 0) return [uncertain.length === 0 ? exact(output) : stationary(output)]
  return [
    ...flat(output, uncertain),
    ...(result.degreesOfFreedom === undefined ? [unknownDegrees(output)] : []),
    ...dominantForm(result, stated, coverage),
    ...truncationImpossible(result, coverage),
  ]
}

const exact = (output: string): Advice => ({
  code: 'uncertainty.exact-output',
  output,
  en: `No input of ${output} has an uncertainty.`,
  zh: `${output} 的输入量都没有不确定度。`,
})

const stationary = (output: string): Advice => ({
  code: 'uncertainty.stationary-point',
  output,
  en: `Monte Carlo (JCGM 101) is recommended because all first-order sensitivities of ${output} are zero at the estimates: first order gives u = 0, which is not its uncertainty. The terms of second order (GUM 5.1.2, note) are another way.`,
  zh: `${output} 在估计值处的一阶灵敏系数均为零,一阶评定得到 u = 0,并非其不确定度,建议采用蒙特卡洛法(JJF 1059.2),也可计入二阶项(GUM 5.1.2 注)。`,
})

function flat(output: string, lines: readonly BudgetLine[]): Advice[] {
  const names = lines.filter(({ sensitivity }) => sensitivity === 0).map(({ input }) => input)
  if (names.length === 0) return []
  return [
    {
      code: 'uncertainty.zero-sensitivity',
      output,
      en: `Monte Carlo (JCGM 101) is recommended because ${output} has no first-order sensitivity to ${names.join(', ')} at the estimates, so that their uncertainty is left out. The terms of second order (GUM 5.1.2, note) are another way.`,
      zh: `${output} 在估计值处对 ${names.join('、')} 的一阶灵敏系数为零,其不确定度未计入,建议采用蒙特卡洛法(JJF 1059.2),也可计入二阶项(GUM 5.1.2 注)。`,
    },
  ]
}

const unknownDegrees = (output: string): Advice => ({
  code: 'uncertainty.correlated-degrees-of-freedom',
  output,
  en: `Inputs of ${output} are correlated and have finite degrees of freedom: the Welch-Satterthwaite formula does not apply (GUM G.4.1), so no effective degrees of freedom and no coverage factor for a probability are given. State a coverage factor, or the readings that were taken together.`,
  zh: `${output} 的输入量相关且自由度有限,韦尔奇-萨特思韦特公式不适用(GUM G.4.1),因此不给出有效自由度,也不按包含概率给出包含因子。可直接给定包含因子,或给出同时取得的读数。`,
})

function dominantForm(
  { name: output, budget }: OutputResult,
  stated: ReadonlyMap<string, InputQuantity>,
  coverage: Coverage | undefined,
): Advice[] {
  const line = budget.find(({ share }) => share >= dominantShare)
  const form = line && stated.get(line.input)?.distribution?.type
  if (!line || !form || !formsFarFromNormal.has(form) || !coverage || 'k' in coverage) return []
  return [
    {
      code: 'uncertainty.dominant-distribution',
      output,
      input: line.input,
      en: `Monte Carlo (JCGM 101) is recommended because the ${form} distribution of ${line.input} dominates ${output}, which is then not normal: the coverage factor is not that of its interval. Or state the factor of that distribution (EA-4/02, S9.14).`,
      zh: `${output} 由 ${line.input} 的 ${form} 分布主导,不服从正态分布,包含因子与其包含区间不符,建议采用蒙特卡洛法(JJF 1059.2),或给定该分布的包含因子(EA-4/02 S9.14)。`,
    },
  ]
}

function truncationImpossible(
  { name: output, degreesOfFreedom }: OutputResult,
  coverage?: Coverage,
): Advice[] {
  const isTruncating = coverage && 'probability' in coverage && coverage.degreesOfFreedomRule === 'truncate'
  if (!isTruncating || degreesOfFreedom === undefined || truncated(degreesOfFreedom) >= 1) return []
  return [
    {
      code: 'uncertainty.degrees-of-freedom-below-one',
      output,
      en: `${output} has less than one effective degree of freedom; there is no whole number below it, and the quantile is taken for the number itself.`,
      zh: `${output} 的有效自由度小于 1,没有更小的整数,分位数按该值本身取得。`,
    },
  ]
}
