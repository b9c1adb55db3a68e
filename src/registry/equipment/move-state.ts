import type { EquipmentState } from './equipment.entity.ts'
import { stateNotReachable } from './equipment.refusals.ts'

/** Quarantine begins and ends by events, each with its time and reason; a lock is never lifted by an edit. */
const moves: Readonly<Record<EquipmentState, readonly EquipmentState[]>> = {
  registered: ['in-service', 'limited-use', 'under-repair', 'retired', 'lost'],
  'in-service': ['limited-use', 'under-repair', 'retired', 'lost'],
  'limited-use': ['in-service', 'under-repair', 'retired', 'lost'],
  quarantined: ['under-repair', 'retired', 'lost'],
  'under-repair': ['retired', 'lost'],
  lost: ['registered', 'retired'],
  retired: [],
}

export function requireReachable(from: EquipmentState, to: EquipmentState): void {
  if (from === to || moves[from].includes(to)) return
  throw stateNotReachable(
    {
      en: `From ${from} it passes into ${moves[from].join(', ') || 'nothing'} by an edit, and not into ${to}`,
      zh: `由 ${from} 可经修改转入 ${moves[from].join('、') || '无'}，不能转入 ${to}`,
    },
    { state: from },
    { pointer: '/state' },
  )
}

/** What ends by the event `release`. */
export const endsByRelease: readonly EquipmentState[] = ['quarantined', 'under-repair']
/** What is out of use for good is not quarantined. */
export const isGone = (state: EquipmentState): boolean => state === 'retired' || state === 'lost'
