import type { EquipmentRevision } from '#contract/types.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { plainNumber } from '#metrology/quantity/plain-number.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import { within } from '#refusal.ts'
import { figureNotPositive, notAStandard } from './equipment.refusals.ts'

/** What is stated at registration and stated anew at a revision; what is left out is not so. */
export function equipmentMembers(stated: Omit<EquipmentRevision, 'state'>) {
  const { name, manufacturer, model, serialNumber, level, usedBy = null } = stated
  if (level === 'instrument' && usedBy !== null) {
    throw notAStandard(notAStandard.definition.title, {}, { pointer: '/usedBy' })
  }
  return {
    name,
    manufacturer,
    model,
    serialNumber,
    level,
    usedBy,
    calibrationIntervalMonths: stated.calibrationIntervalMonths ?? null,
    ...driftAllowance(stated.driftAllowance),
    mandatoryVerification: stated.mandatoryVerification ?? false,
    location: stated.location ?? null,
  }
}

function driftAllowance(stated: EquipmentRevision['driftAllowance']) {
  if (!stated) return { driftAllowance: null, driftAllowanceUnit: null }
  const { value, unit } = stated
  within('/driftAllowance/unit', () => parseUnit(unit))
  return {
    driftAllowance: within('/driftAllowance/value', () => positive(value)),
    driftAllowanceUnit: unit,
  }
}

export function positive(stated: string | number): string {
  const figure = plainNumber(stated)
  if (toNumber(figure) > 0) return figure
  throw figureNotPositive({ en: `${figure} is not greater than zero`, zh: `${figure} 不大于零` })
}
