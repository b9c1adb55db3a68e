import type { Advice } from '#metrology/uncertainty/advice.ts'
import type { Conclusion, SimulatedResult } from './conclusion.ts'
import type { Simulation } from './simulation.ts'
import type { Validation } from './validation.ts'

/** One trial that makes up so much of the variance is not the last of its kind: the variance will not settle. */
const heavyShare = 0.01

/** What whoever answers for the result should know about a run. */
export function adviceOnRun(
  simulation: Simulation,
  conclusion: Conclusion,
  validations: Readonly<Record<string, Validation>> | undefined,
): Advice[] {
  return [
    ...(conclusion.notFinite > 0 ? [notFinite(conclusion)] : []),
    ...(simulation.narrowed.length > 0 ? [narrowed(simulation)] : []),
    ...(conclusion.isStable ? [] : [notStable(simulation, conclusion)]),
    ...conclusion.outputs.filter(({ largestShare }) => largestShare > heavyShare).map(heavyTail),
    ...Object.entries(validations ?? {})
      .filter(([, { isValid }]) => !isValid)
      .map(([output, found]) => notValidated(output, found)),
  ]
}

const notFinite = ({ notFinite, trials }: Conclusion): Advice => ({
  code: 'monte-carlo.trials-left-out',
  en: `The model has no finite value in ${notFinite} of ${trials} trials, which were left out: an input reaches where the model is not defined.`,
  zh: `${trials} 次试验中有 ${notFinite} 次模型没有有限的值,已剔除:输入量的取值超出了模型的定义域。`,
})

const narrowed = ({ narrowed }: Simulation): Advice => ({
  code: 'monte-carlo.drawn-as-normal',
  en: `${narrowed.join(', ')} have finite degrees of freedom and are correlated: they were drawn jointly normal, which leaves their degrees of freedom out. State the readings that were taken together.`,
  zh: `${narrowed.join('、')} 自由度有限且相关,按联合正态分布抽样,其自由度未计入。可给出同时取得的读数。`,
})

const notStable = ({ trials: { significantDigits } }: Simulation, { trials }: Conclusion): Advice => ({
  code: 'monte-carlo.not-stable',
  en: `After ${trials} trials the figures have not been seen to settle to ${significantDigits} significant digits of u (JCGM 101, 7.9): more trials are needed, or fewer digits.`,
  zh: `${trials} 次试验后,结果尚未稳定到 u 的 ${significantDigits} 位有效数字(JJF 1059.2):须增加试验次数,或减少有效位数。`,
})

const heavyTail = ({ name: output, largestShare }: SimulatedResult): Advice => ({
  code: 'monte-carlo.heavy-tail',
  output,
  en: `A single trial makes up ${(100 * largestShare).toPrecision(2)} % of the variance of ${output}: its standard deviation, and perhaps its mean, do not settle or do not exist. The coverage interval does; report that.`,
  zh: `单次试验占 ${output} 方差的 ${(100 * largestShare).toPrecision(2)} %:其标准偏差(以及可能其均值)不收敛或不存在。包含区间仍然有效,应报告包含区间。`,
})

const notValidated = (output: string, { tolerance, ...found }: Validation): Advice => {
  const largest = Math.max(found.lowerDifference, found.upperDifference).toPrecision(2)
  return {
    code: 'monte-carlo.propagation-not-validated',
    output,
    en: `The interval of ${output} by the law of propagation differs by up to ${largest} from that by Monte Carlo, more than the tolerance ${tolerance.toPrecision(2)}: it is not validated (JCGM 101, 8.1). Use the result by Monte Carlo.`,
    zh: `${output} 由不确定度传播律得到的区间与蒙特卡洛法相差达 ${largest},超过容差 ${tolerance.toPrecision(2)},未通过验证(JJF 1059.2)。应采用蒙特卡洛法的结果。`,
  }
}
