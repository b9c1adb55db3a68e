import { both, wording, type Both } from './both.ts'
import type { Certificate } from './certificate.ts'
import { numberText, quantityText, unitText, withUnit } from './numbers.ts'
import { conditions } from './words.ts'

/** A line of the head: what it is, and what it is here. */
export interface Fact {
  readonly label: Both
  readonly text: Both
  /** Identifiers, in which a 0 must not look like an O. */
  readonly isCode?: boolean
  /** It needs the whole width. */
  readonly isWide?: boolean
}

const fact = (label: Both, text: string | Both | undefined, more: Partial<Fact> = {}): Fact[] =>
  text === undefined || text === '' ? [] : [{ label, text: both(text), ...more }]

const code = { isCode: true }
const wide = { isWide: true }

/** ISO/IEC 17025:2017, 7.8.2.1 e–i: whose, which, when, where, by what. Days are those of China Standard Time. */
export function factsOf(certificate: Certificate): Fact[] {
  const { item, customer, place } = certificate
  const owner = item.owner?.code === customer?.code ? undefined : item.owner
  return [
    ...fact(wording('委托方', 'Customer'), customer && both(customer.name), wide),
    ...fact(wording('器具名称', 'Item'), both(item.name ?? item.equipment), wide),
    ...fact(wording('制造单位', 'Manufacturer'), item.manufacturer),
    ...fact(wording('型号规格', 'Model'), item.model),
    ...fact(wording('出厂编号', 'Serial number'), item.serialNumber, code),
    ...fact(wording('设备编号', 'Equipment code'), equipmentCode(item), code),
    ...fact(wording('所有者', 'Owner'), owner && both(owner.name), wide),
    ...fact(wording('接收状态', 'Condition'), item.condition, wide),
    ...datesOf(certificate),
    ...fact(wording('地点', 'Place'), place === undefined ? undefined : both(place), wide),
    ...methodOf(certificate),
    ...environmentOf(certificate),
    ...conditionsOfUseOf(certificate),
  ]
}

const equipmentCode = ({ equipment, component }: Certificate['item']) =>
  component === 'main' ? equipment : `${equipment} / ${component}`

function datesOf(certificate: Certificate): Fact[] {
  const { kind, started, finished, issued, received, validUntil, recalibration } = certificate
  const isVerification = kind === 'verification' || kind === 'verification-refusal'
  const work = isVerification
    ? wording('检定日期', 'Date of verification')
    : kind === 'test'
      ? wording('测试日期', 'Date of test')
      : wording('校准日期', 'Date of calibration')
  const days = [...new Set([dayOf(started), dayOf(finished)])].join(' – ')
  return [
    ...fact(wording('接收日期', 'Date received'), received),
    ...fact(work, days),
    ...fact(wording('签发日期', 'Date of issue'), dayOf(issued)),
    ...fact(wording('有效期至', 'Valid until'), validUntil),
    // ISO/IEC 17025:2017, 7.8.4.3: a due day stands here only where the customer has agreed to it.
    ...fact(wording('约定复校日期', 'Recalibration agreed'), recalibration?.due),
  ]
}

const chinaStandardTimeMs = 8 * 3_600_000

export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + chinaStandardTimeMs).toISOString().slice(0, 10)

function methodOf({ kind, method }: Certificate): Fact[] {
  if (!method) return []
  const label = kind.startsWith('verification')
    ? wording('检定依据', 'Regulation')
    : wording('技术依据', 'Method')
  const { document, title, edition, deviation } = method
  const cited = edition === undefined || document.includes(edition) ? document : `${document}-${edition}`
  const named = title === undefined ? both(cited) : withTitle(cited, both(title))
  return [
    ...fact(label, named, wide),
    ...fact(wording('偏离说明', 'Deviation from the method'), deviation, wide),
  ]
}

const withTitle = (cited: string, { zh, en }: Both): Both => ({
  zh: `${cited} 《${zh}》`,
  en: zh === en ? cited : `${cited} ${en}`,
})

function environmentOf({ environment }: Certificate): Fact[] {
  if (environment.length === 0) return []
  const parts = environment.map(({ quantity, value, standardUncertainty }) => {
    const name = conditions[quantity.toLowerCase()] ?? both(quantity)
    const figure = quantityText(value)
    const spread = standardUncertainty === undefined ? '' : quantityText(standardUncertainty)
    const u = spread === '' ? '' : `\u2002(u = ${spread})`
    return { zh: `${name.zh} ${figure}${u}`, en: `${name.en} ${figure}${u}` }
  })
  return fact(wording('环境条件', 'Conditions'), joinedParts(parts), wide)
}

function conditionsOfUseOf({ conditionsOfUse }: Certificate): Fact[] {
  if (!conditionsOfUse || conditionsOfUse.length === 0) return []
  const parts = conditionsOfUse.map(({ quantity, lower, upper }) => {
    const name = conditions[quantity.toLowerCase()] ?? both(quantity)
    const range = rangeText(lower, upper)
    return { zh: `${name.zh} ${range}`, en: `${name.en} ${range}` }
  })
  return fact(wording('使用条件', 'Conditions of use'), joinedParts(parts), wide)
}

type Limit = { readonly value: string | number; readonly unit: string } | undefined

/** `500 … 1 000 N·m`: the unit once where both limits have the same. */
export function rangeText(lower: Limit, upper: Limit): string {
  if (lower && upper && unitText(lower.unit) === unitText(upper.unit))
    return `${numberText(lower.value)} … ${withUnit(numberText(upper.value), upper.unit)}`
  if (lower && upper) return `${quantityText(lower)} … ${quantityText(upper)}`
  if (lower) return `≥ ${quantityText(lower)}`
  return upper ? `≤ ${quantityText(upper)}` : ''
}

const joinedParts = (parts: readonly Both[]): Both => ({
  zh: parts.map(({ zh }) => zh).join('；'),
  en: parts.map(({ en }) => en).join('; '),
})
