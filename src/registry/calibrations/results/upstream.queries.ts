import type { EntityManager, Loaded } from '@mikro-orm/postgresql'
import type { BudgetInput, Upstream } from '#contract/types.ts'
import type { UpstreamFigures } from '#metrology/budget/coherent-input.ts'
import type { StatedUpstream } from '#metrology/budget/stored-budget.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import type { Component } from '../../equipment/component.entity.ts'
import type { MeasurandKind } from '../../measurand-kinds/measurand-kind.entity.ts'
import type { MetrologicalReference } from '../../references/metrological-reference.entity.ts'
import type { CalibrationResult } from '../calibration-result.entity.ts'
import { certificatesNumbered, type NumberedCertificate } from '../calibration.queries.ts'
import { unknownUpstream } from '../calibration.refusals.ts'
import { componentNamed, referencesNamed } from '../named-records.queries.ts'

/** What stands above an input: the row, its figures in its own unit, and how the budget will name it. */
export interface UpstreamSource {
  readonly from: StatedUpstream
  readonly result?: CalibrationResult
  readonly reference?: MetrologicalReference
  readonly component?: Loaded<Component, 'equipment'>
  /** The component that the standard is, where it is one. */
  readonly componentId?: string
  readonly measurandKind?: string
  /** The unit in which its point is stated, and the parameters that the point has. */
  readonly pointUnit?: string
  readonly parameters?: MeasurandKind['parameters']
  /** When the calibration of the standard was finished. */
  readonly finishedAt?: Date
  readonly figures?: UpstreamFigures
}

/** An input that names what it is taken from, and where in the message it stands. */
export interface NamedUpstream {
  readonly from: Upstream
  readonly pointer: string
}

/** Every upstream that the inputs of these results name, in the order of the message. */
export const upstreamsNamed = (
  results: readonly { readonly inputs?: Readonly<Record<string, BudgetInput>> }[],
): readonly NamedUpstream[] =>
  results.flatMap((result, position) =>
    Object.entries(result.inputs ?? {}).flatMap(([symbol, { from }]) =>
      from ? [{ from, pointer: `/results/${position}/inputs/${symbol}/from` }] : [],
    ),
  )

/** The sources by pointer, read with one statement for certificates and one for roots. */
export async function upstreamSources(
  em: EntityManager,
  named: readonly NamedUpstream[],
): Promise<ReadonlyMap<string, UpstreamSource>> {
  const numbers = named.flatMap(({ from }) => ('certificate' in from ? [from.certificate] : []))
  const codes = named.flatMap(({ from }) => ('reference' in from ? [from.reference] : []))
  const certificates = numbers.length > 0 ? await certificatesNumbered(em, numbers) : []
  const references = codes.length > 0 ? await referencesNamed(em, codes) : []
  const sources = new Map<string, UpstreamSource>()
  for (const { from, pointer } of named) {
    if ('certificate' in from) sources.set(pointer, fromCertificate(certificates, from, pointer))
    else if ('reference' in from) sources.set(pointer, fromReference(references, from.reference, pointer))
    else sources.set(pointer, await fromEquipment(em, from, pointer))
  }
  return sources
}

function fromCertificate(
  certificates: readonly NumberedCertificate[],
  from: Extract<Upstream, { certificate: unknown }>,
  pointer: string,
): UpstreamSource {
  const certificate = certificates.find(
    ({ number, edition }) => number === from.certificate && (from.version ?? edition) === edition,
  )
  const absent = (en: string, zh: string) => unknownUpstream({ en, zh }, { ...from }, { pointer })
  if (!certificate)
    throw absent(`There is no certificate ${from.certificate}`, `没有编号为 ${from.certificate} 的证书`)
  const calibration = certificate.calibration.$
  const results = calibration.results.getItems()
  const result =
    from.result === undefined && results.length === 1
      ? results[0]
      : results.find(({ code }) => code === from.result)
  if (!result) {
    throw absent(
      `Certificate ${from.certificate} has the results ${results.map(({ code }) => code).join(', ')}; name one of them`,
      `证书 ${from.certificate} 有结果 ${results.map(({ code }) => code).join('、')}，请指明其一`,
    )
  }
  const kind = result.measurandKind.getEntity()
  return {
    from: { certificate: certificate.number, version: certificate.edition, result: result.code },
    result,
    componentId: calibration.component.id,
    measurandKind: kind.code,
    pointUnit: result.nominalUnit,
    parameters: kind.parameters,
    finishedAt: calibration.finishedAt,
    figures: {
      estimate: result.estimate,
      standardUncertainty: result.standardUncertainty ?? undefined,
      degreesOfFreedom: result.degreesOfFreedom ?? Infinity,
      unit: result.unit,
    },
  }
}

function fromReference(
  references: readonly Loaded<MetrologicalReference, 'measurandKind'>[],
  code: string,
  pointer: string,
): UpstreamSource {
  const reference = references.find((row) => row.code === code)
  if (!reference) {
    throw unknownUpstream(
      { en: `There is no reference ${code}`, zh: `没有编号为 ${code} 的参照对象` },
      { reference: code },
      { pointer },
    )
  }
  return {
    from: { reference: code },
    reference,
    measurandKind: reference.measurandKind.$.code,
    pointUnit: reference.unit,
    parameters: reference.measurandKind.$.parameters,
    figures: {
      estimate: toNumber(reference.value),
      standardUncertainty: toNumber(reference.standardUncertainty),
      degreesOfFreedom: reference.degreesOfFreedom ?? Infinity,
      unit: reference.unit,
    },
  }
}

async function fromEquipment(
  em: EntityManager,
  from: Extract<Upstream, { equipment: unknown }>,
  pointer: string,
): Promise<UpstreamSource> {
  const component = await componentNamed(em, from, pointer, unknownUpstream)
  return {
    from: { equipment: component.equipment.$.code, component: component.code },
    component,
    componentId: component.id,
  }
}
