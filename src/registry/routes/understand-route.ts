import type { Quantity, RoutesQuery, WantedPoint } from '#contract/types.ts'
import { placeUnit, resultUnit, type KindUnits } from '#metrology/measurand-kind/stated-range.ts'
import { differenceToCoherent, toCoherent } from '#metrology/quantity/coherent-unit.ts'
import { sameDimension } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { plainNumber } from '#metrology/quantity/plain-number.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import { civilDay } from '#metrology/traceability/due.ts'
import type { Policy } from '#metrology/traceability/policies.ts'
import type { RoutesQuestion } from '#metrology/traceability/routes/routes.ts'
import { chinaStandardTimeMinutes } from '#metrology/traceability/trace.ts'
import { within } from '#refusal.ts'
import { parametersUnreadable, targetNotPositive } from './routes.refusals.ts'

/** A question about routes that has been understood: figures are coherent, and nothing of it will be refused any more. */
export interface RouteInquiry {
  readonly question: RoutesQuestion
  readonly asKnownAt: Date
  /** As it was asked: the point, and the unit in which U is answered. */
  readonly stated: { readonly value: number; readonly unit: string; readonly uncertaintyUnit: string }
}

/** When it is asked, and about when. */
export interface RouteSetting {
  readonly at?: string
  readonly asKnownAt?: string
}

/** What the question does not say by itself. */
export interface RouteContext {
  readonly now: Date
  /** The policy that it names, found. */
  readonly by: Policy
}

export function understandRoute(asked: RoutesQuery, kind: KindUnits, context: RouteContext): RouteInquiry {
  const value = within('/value', () => plainNumber(asked.value))
  const place = within('/unit', () => placeUnit(kind, asked.unit))
  const uncertaintyUnit = asked.uncertaintyUnit ?? unitOfUncertainty(asked.unit, kind)
  within('/uncertaintyUnit', () => resultUnit(kind, uncertaintyUnit))
  const target = asked.expandedUncertainty
  return {
    question: {
      measurandKind: kind.code,
      value: within('/value', () => toCoherent(value, place)),
      parameters: within('/parameters', () => parametersOf(asked.parameters)),
      ...(target !== undefined && {
        expandedUncertainty: within('/expandedUncertainty', () => targetOf(target, uncertaintyUnit)),
      }),
      ...settingOf(asked, context),
    },
    asKnownAt: knownAtOf(asked, context.now),
    stated: { value: toNumber(value), unit: asked.unit, uncertaintyUnit },
  }
}

/** A point of a list of them; the same question in members instead of text. */
export function understandWanted(
  { point, parameters = {}, expandedUncertainty: target }: WantedPoint,
  kind: KindUnits,
  setting: RouteSetting & RouteContext,
): RouteInquiry {
  const value = within('/point/value', () => plainNumber(point.value))
  const place = within('/point/unit', () => placeUnit(kind, point.unit))
  const uncertaintyUnit = target?.unit ?? unitOfUncertainty(point.unit, kind)
  within('/expandedUncertainty/unit', () => resultUnit(kind, uncertaintyUnit))
  const coherent = Object.entries(parameters).map(
    ([name, stated]) => [name, within(`/parameters/${name}`, () => coherentOf(stated))] as const,
  )
  return {
    question: {
      measurandKind: kind.code,
      value: within('/point/value', () => toCoherent(value, place)),
      parameters: Object.fromEntries(coherent),
      ...(target && {
        expandedUncertainty: within('/expandedUncertainty', () =>
          targetOf(String(target.value), target.unit),
        ),
      }),
      ...settingOf(setting, setting),
    },
    asKnownAt: knownAtOf(setting, setting.now),
    stated: { value: toNumber(value), unit: point.unit, uncertaintyUnit },
  }
}

const coherentOf = ({ value, unit }: Quantity) => toCoherent(plainNumber(value), parseUnit(unit))

const settingOf = ({ at }: RouteSetting, { now, by }: RouteContext) => ({
  on: at ?? civilDay(now, chinaStandardTimeMinutes),
  policy: by,
})

export const knownAtOf = ({ asKnownAt }: RouteSetting, now: Date): Date =>
  asKnownAt === undefined ? now : new Date(asKnownAt)

/** An error stated as a fraction is found at a power or a flow rate: then U is in the unit of the kind. */
const unitOfUncertainty = (unit: string, kind: KindUnits): string =>
  sameDimension(parseUnit(unit), parseUnit(kind.unit)) ? unit : kind.unit

function targetOf(stated: string, unit: string): number {
  const target = differenceToCoherent(plainNumber(stated), parseUnit(unit))
  if (target > 0) return target
  throw targetNotPositive({ en: `U = ${stated} ${unit}`, zh: `U = ${stated} ${unit}` })
}

/** `frequency=1 kHz; load=2 N`. */
function parametersOf(text: string | undefined): Readonly<Record<string, number>> {
  const found = new Map<string, number>()
  for (const part of (text ?? '').split(';').map((one) => one.trim())) {
    if (part === '') continue
    const [, name, value, unit] = /^([A-Za-z][\w.-]{0,63})=([^\s;=]{1,40}) ([^;=]{1,64})$/.exec(part) ?? []
    if (name === undefined || value === undefined || unit === undefined || found.has(name))
      throw parametersUnreadable({ en: `“${part}”`, zh: `“${part}”` })
    found.set(name, toCoherent(plainNumber(value), parseUnit(unit)))
  }
  return Object.fromEntries(found)
}
