import type { ReferenceNode, ResultNode, Use } from '../graph.ts'
import type { PointOfUse, ResultRecord } from '../records.ts'

import { within } from './inside.ts'
import { limitedUse } from './limited-use.ts'
import { certificateEvidence, figure, ruleOn } from './outcome.ts'
import type { RuleOutcome, Setting } from './outcome.ts'

/** R04: kinds are equal. Units that convert are not enough: N·m is not J, gauge pressure is not absolute pressure. */
export function sameMeasurand(node: ResultNode | ReferenceNode, use: Use): RuleOutcome {
  const rule = ruleOn('R04', node)
  const calibrated = node.kind === 'result' ? node.result.measurandKind : node.reference.measurandKind
  const evidence = node.kind === 'result' ? [certificateEvidence(node)] : []
  if (use.measurandKind === undefined || use.measurandKind === calibrated)
    return rule.pass(
      'same-kind',
      { en: `The measurand is ${calibrated}.`, zh: `被测量种类为 ${calibrated}。` },
      evidence,
    )
  return rule.fail(
    'other-kind',
    'not-traceable',
    {
      en: `Calibrated for ${calibrated}, used for ${use.measurandKind}.`,
      zh: `校准的被测量为 ${calibrated}，使用时为 ${use.measurandKind}。`,
    },
    evidence,
  )
}

/** R05: the value and every parameter lie in the calibrated set or its declared interpolation; nothing is extrapolated. */
export function pointCovered(setting: Setting, node: ResultNode, use: Use): RuleOutcome {
  const rule = ruleOn('R05', node)
  const { result } = node
  const missed = uncovered(result, use.point)
  const evidence = [certificateEvidence(node)]
  const at = rangeWords(result)
  if (missed === undefined)
    return (
      limitedUse(setting, node, use) ??
      rule.pass('covered', { en: `Used inside ${at}.`, zh: `使用点在 ${at} 之内。` }, evidence)
    )
  if (missed.parameter === undefined) {
    const asked = figure(missed.asked, result.point)
    return rule.fail(
      'value-outside',
      'not-traceable',
      { en: `${asked} is outside ${at}.`, zh: `${asked} 不在 ${at} 之内。` },
      evidence,
    )
  }
  return rule.fail(
    'parameter-outside',
    'not-traceable',
    {
      en: `Calibrated for other values of ${missed.parameter} than the one it was used at.`,
      zh: `使用时的参数 ${missed.parameter} 不在校准范围内。`,
    },
    evidence,
  )
}

interface Missed {
  readonly asked: number
  readonly parameter?: string
}

function uncovered(result: ResultRecord, used: PointOfUse): Missed | undefined {
  const { value, parameters = {} } = used
  if (value !== undefined && !within(value, result.point.value, result.interval)) return { asked: value }
  for (const [parameter, asked] of Object.entries(parameters))
    if (!within(asked, result.point.parameters[parameter], result.parameterIntervals?.[parameter]))
      return { asked, parameter }
  return undefined
}

function rangeWords(result: ResultRecord): string {
  const { interval, point } = result
  if (!interval) return figure(point.value, point)
  return `${figure(interval.lower, point)} … ${figure(interval.upper, point)}`
}
