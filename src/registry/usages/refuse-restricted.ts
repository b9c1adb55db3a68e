import type { EntityManager } from '@mikro-orm/postgresql'
import { civilDay } from '#metrology/traceability/due.ts'
import { restrictionMet } from '#metrology/traceability/rules/limited-use.ts'
import { chinaStandardTimeMinutes } from '#metrology/traceability/trace.ts'
import type { StatedQuantity } from '../calibrations/calibration-result.entity.ts'
import type { Component } from '../equipment/component.entity.ts'
import { coherentValue, coherentValues } from '../traceability/coherent-figures.ts'
import { restrictionRecordsOf } from './restrictions.queries.ts'
import { restricted } from './usage.refusals.ts'

interface UsedAt {
  readonly at: Date
  readonly measurandKind: string | undefined
  readonly point: {
    readonly nominal: StatedQuantity
    readonly parameters?: Readonly<Record<string, StatedQuantity>>
  } | null
}

/** Limited use: what is barred there is not used there. What the record leaves open bars nothing. */
export async function refuseRestricted(em: EntityManager, component: Component, used: UsedAt): Promise<void> {
  const { at, measurandKind, point } = used
  const restrictions = await restrictionRecordsOf(em, component.equipment.id)
  if (restrictions.length === 0) return
  const use = {
    component: component.code,
    measurandKind,
    value: point ? coherentValue(point.nominal) : undefined,
    parameters: coherentValues(point?.parameters),
  }
  const found = restrictionMet(restrictions, use, civilDay(at, chinaStandardTimeMinutes))
  if (found?.met !== 'inside') return
  const { validFrom, reason } = found.restriction
  const detail = {
    en: `Its use is limited since ${validFrom}: ${reason}`,
    zh: `自 ${validFrom} 起限制使用：${reason}`,
  }
  throw restricted(detail, { since: validFrom }, { pointer: '/usedAt', rule: 'R05' })
}
