import type { BudgetInput } from '#contract/types.ts'
import { statesUncertainty } from '#metrology/budget/coherent-input.ts'
import { within } from '#refusal.ts'
import type { MeasurandKind } from '../../measurand-kinds/measurand-kind.entity.ts'
import {
  deviceWithoutCertificate,
  kindMismatch,
  ownItem,
  uncertaintyMissing,
  upstreamLater,
} from '../calibration.refusals.ts'
import { checkQuantity, noSuchParameter } from './result-draft.ts'
import { expectedKind } from './take-inputs.ts'
import type { UpstreamSource } from './upstream.queries.ts'

/** The result for which a standard is used. */
export interface Use {
  readonly kind: MeasurandKind
  readonly unit: string
  readonly componentId: string
  readonly startedAt: Date
}

/** What a laboratory of this registry may not do with a standard; a certificate from elsewhere is recorded as it is. */
export function refuseInadmissible(input: BudgetInput, source: UpstreamSource, use: Use): void {
  checkUsedAt(input, source)
  within('/from', () => {
    refuseDevice(source)
    refuseOrder(source, use)
    refuseOtherKind(input, source, use)
    if (source.figures && source.figures.standardUncertainty === undefined && !statesUncertainty(input)) {
      throw uncertaintyMissing(
        { en: 'The certificate of the standard states no uncertainty', zh: '标准器证书未给出不确定度' },
        {},
        { rule: 'R06' },
      )
    }
  })
}

/** The point of use is in the unit of the standard's own point and names its parameters: what is stored can be compared. */
export function checkUsedAt({ usedAt }: BudgetInput, source: UpstreamSource): void {
  if (!usedAt) return
  const { measurandKind: kind = '', pointUnit, parameters } = source
  const { value, parameters: stated = {} } = usedAt
  if (value) within('/usedAt/value', () => checkQuantity(value, listed(pointUnit), kind))
  for (const [name, quantity] of Object.entries(stated)) {
    const known = parameters?.find((parameter) => parameter.name === name)
    const pointer = `/usedAt/parameters/${name}`
    if (parameters && !known) throw noSuchParameter(kind, name, pointer)
    within(pointer, () => checkQuantity(quantity, listed(known?.unit), kind))
  }
}

const listed = (unit: string | undefined): readonly string[] => (unit === undefined ? [] : [unit])

/** ISO/IEC 17025:2017, 6.5: the laboratory holds the certificates of its own standards. */
function refuseDevice({ component }: UpstreamSource): void {
  if (!component) return
  const code = component.equipment.$.code
  throw deviceWithoutCertificate(
    {
      en: `Name the certificate of ${code}, and the result that was used`,
      zh: `请指明 ${code} 的证书和所用结果`,
    },
    { equipment: code },
  )
}

/** Epochs form a directed acyclic graph: what is above was finished before, and is another item (traceability, R14). */
function refuseOrder({ componentId, finishedAt }: UpstreamSource, use: Use): void {
  if (componentId === use.componentId) {
    throw ownItem(
      { en: 'Its own former result stands above it', zh: '其上级结果来自被校对象自身' },
      {},
      { rule: 'R14' },
    )
  }
  if (finishedAt && finishedAt > use.startedAt) {
    throw upstreamLater(
      {
        en: `The calibration of the standard ended at ${finishedAt.toISOString()}, this one began before`,
        zh: `标准器的校准结束于 ${finishedAt.toISOString()}，晚于本次开始时间`,
      },
      {},
      { rule: 'R14' },
    )
  }
}

/** One unit is not one kind: gauge pressure is not absolute pressure (VIM 1.2; traceability, R04). */
function refuseOtherKind(input: BudgetInput, source: UpstreamSource, { kind, unit }: Use): void {
  const expected = input.measurandKind ?? expectedKind(source, kind, unit)
  const actual = source.measurandKind
  if (actual === undefined || actual === expected) return
  throw kindMismatch(
    {
      en: `The model expects ${expected}; the standard realises ${actual}`,
      zh: `模型需要 ${expected}，而标准器的被测量是 ${actual}`,
    },
    { expected, actual },
    { rule: 'R04' },
  )
}
