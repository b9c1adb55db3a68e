import type { BothLanguages, CalibrationGap, CalibrationRoute, CalibrationRoutes } from '#contract/types.ts'
import { differenceFromCoherent } from '#metrology/quantity/coherent-unit.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { roundForCertificate } from '#metrology/quantity/rounding.ts'
import { withoutNoise } from '#metrology/quantity/without-noise.ts'
import type { FlatterRoute, Route, RouteGap } from '#metrology/traceability/routes/routes.ts'
import type { AnsweredRoutes } from './find-routes.ts'

const mostRoutes = 500
const mostMisses = 100

export function viewRoutes({ inquiry, found, organizations }: AnsweredRoutes): CalibrationRoutes {
  const { question, stated, asKnownAt } = inquiry
  const inUnit = quantityIn(stated.uncertaintyUnit)
  const target = inUnit(question.expandedUncertainty)
  const codeOf = (id: string) => organizations.get(id)?.code ?? id
  return {
    measurandKind: question.measurandKind,
    point: { value: stated.value, unit: stated.unit },
    ...(target && { target }),
    at: question.on,
    asKnownAt: asKnownAt.toISOString(),
    policy: question.policy.code,
    routes: found.routes.slice(0, mostRoutes).map((one, i) => viewRoute(one, i + 1, inUnit, codeOf)),
    others: Math.max(0, found.routes.length - mostRoutes),
    flatter: found.flatter ? viewFlatter(found.flatter, inUnit) : null,
    gaps: found.gaps.map((one) => viewGap(one, inUnit, codeOf)),
  }
}

interface Quantity {
  readonly value: number
  readonly unit: string
}
type InUnit = (coherent: number | undefined) => Quantity | undefined

export const quantityIn = (unit: string): InUnit => {
  const parsed = parseUnit(unit)
  return (coherent) =>
    coherent === undefined
      ? undefined
      : { value: withoutNoise(differenceFromCoherent(coherent, parsed)), unit }
}

function viewRoute(
  { competence, organization, by, expandedUncertainty, reaches, support }: Route,
  rank: number,
  inUnit: InUnit,
  codeOf: (id: string) => string,
): CalibrationRoute {
  return {
    rank,
    competence: competence.code,
    kind: competence.kind,
    organization: organization.code,
    name: organization.name,
    by: by.code,
    expandedUncertainty: inUnit(expandedUncertainty) ?? null,
    reaches: reaches ?? null,
    depth: support?.depth ?? null,
    certificate: support?.certificate ?? null,
    through: (support?.through ?? []).slice(0, 100).map(codeOf),
  }
}

function viewFlatter(
  { from, to, stepsSaved, uncertaintyGained }: FlatterRoute,
  inUnit: InUnit,
): NonNullable<CalibrationRoutes['flatter']> {
  const gained = inUnit(uncertaintyGained)
  const printed =
    gained && gained.value > 0
      ? `${roundForCertificate(gained.value, gained.value).value} ${gained.unit}`
      : ''
  return {
    from: from.competence.code,
    to: to.competence.code,
    stepsSaved,
    uncertaintyGained: gained ?? null,
    message: {
      en: `${to.organization.name.en} instead of ${from.organization.name.en} saves ${stepsSaved === 1 ? 'one step' : `${stepsSaved} steps`}${printed && ` and makes U smaller by ${printed}`}.`,
      zh: `选择${to.organization.name.zh}而非${from.organization.name.zh}可减少 ${stepsSaved} 级${printed && `，扩展不确定度减小 ${printed}`}。`,
    },
  }
}

export function viewGap(found: RouteGap, inUnit: InUnit, codeOf: (id: string) => string): CalibrationGap {
  if (found.gap === 'uncertainty-too-large')
    return {
      gap: found.gap,
      message: tooLarge(inUnit(found.smallest)),
      misses: [],
      smallest: inUnit(found.smallest) ?? null,
    }
  const misses = found.misses.slice(0, mostMisses).map(({ competence, why }) => ({
    competence: competence.code,
    organization: codeOf(competence.organizationId),
    why,
  }))
  return { gap: found.gap, message: nobody(found.misses.length), misses, smallest: null }
}

const nobody = (misses: number): BothLanguages => ({
  en: `No competence that is known covers this point; ${misses === 1 ? 'one for the kind does' : `${misses} for the kind do`} not serve.`,
  zh: `检不了：已知能力均不覆盖该点（同类能力 ${misses} 项不适用）。`,
})

function tooLarge(smallest: Quantity | undefined): BothLanguages {
  const U = smallest && `${roundForCertificate(smallest.value, smallest.value).value} ${smallest.unit}`
  return U === undefined
    ? {
        en: 'No competence for this point states its uncertainty.',
        zh: '检不准：覆盖该点的能力均未给出不确定度。',
      }
    : {
        en: `Nobody reaches the wanted uncertainty; the smallest is U = ${U}.`,
        zh: `检不准：无机构达到所需不确定度，最小 U = ${U}。`,
      }
}
