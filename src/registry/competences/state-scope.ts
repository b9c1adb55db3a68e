import type { CompetenceScope } from '#contract/types.ts'
import { statedCapability } from '#metrology/competence/capability-entry.ts'
import { statedRange, statedRangeOf } from '#metrology/measurand-kind/stated-range.ts'
import { unitOfOtherDimension } from '#metrology/measurand-kind/measurand-kind.refusals.ts'
import { sameDimension } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { within } from '#refusal.ts'
import type { MeasurandKind } from '../measurand-kinds/measurand-kind.entity.ts'
import type { Organization } from '../organizations/organization.entity.ts'
import { scopeDatesReversed, scopeParameterUnknown, scopeSiteUnknown } from './competence.refusals.ts'

interface Subject {
  readonly kind: MeasurandKind
  readonly organization: Organization
}

/** What a scope says, in words that do not contradict each other; refusals point into the body. */
export const stateScope = (scope: CompetenceScope, subject: Subject) =>
  within('/scope', () => checkedScope(scope, subject))

function checkedScope(scope: CompetenceScope, { kind, organization }: Subject) {
  const { method = null, site = null, validFrom, validTo = null } = scope
  const range = within('/range', () => statedRangeOf(kind, scope.range))
  const parameters = (scope.parameters ?? []).map((parameter, i, all) =>
    within(`/parameters/${i}`, () => statedParameter(parameter, kind, all.slice(0, i))),
  )
  if (validTo !== null && validTo < validFrom) {
    throw scopeDatesReversed(
      { en: `${validTo} is before ${validFrom}`, zh: `${validTo} 早于 ${validFrom}` },
      {},
      { pointer: '/validTo' },
    )
  }
  if (site !== null) refuseUnknownSite(site, organization)
  const { uncertainty: entry } = scope
  const uncertainty = entry ? within('/uncertainty', () => statedCapability(entry, range, kind)) : null
  return { ...range, parameters, method, site, uncertainty, validFrom, validTo }
}

type Parameter = NonNullable<CompetenceScope['parameters']>[number]

function statedParameter(parameter: Parameter, kind: MeasurandKind, before: readonly Parameter[]) {
  const { name, unit } = parameter
  const known = kind.parameters.find((one) => one.name === name)
  const isRepeated = before.some((one) => one.name === name)
  if (!known || isRepeated) {
    throw scopeParameterUnknown(
      isRepeated
        ? { en: `${name} is stated twice`, zh: `参数 ${name} 重复` }
        : { en: `${kind.code} has no parameter ${name}`, zh: `${kind.code} 没有参数 ${name}` },
      { parameters: kind.parameters.map((one) => one.name) },
      { pointer: '/name' },
    )
  }
  within('/unit', () => refuseOtherUnit(unit, known.unit))
  return { name, ...statedRange(parameter) }
}

function refuseOtherUnit(stated: string, expected: string): void {
  if (sameDimension(parseUnit(stated), parseUnit(expected))) return
  throw unitOfOtherDimension({
    en: `${stated} and ${expected} are of different dimension`,
    zh: `${stated} 与 ${expected} 量纲不同`,
  })
}

function refuseUnknownSite(site: string, { code, sites }: Organization): void {
  if (sites.some((one) => one.code === site)) return
  throw scopeSiteUnknown(
    { en: `${code} has no site ${site}`, zh: `机构 ${code} 没有场所 ${site}` },
    { sites: sites.map((one) => one.code) },
    { pointer: '/site' },
  )
}
