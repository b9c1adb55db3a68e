import type { Interval, Recorded } from './records.ts'

export interface DriftAllowance {
  readonly value: number
  /** Whether the allowance is a fraction of the value, as in µV/V. */
  readonly relative: boolean
}

/** The maximum permissible error of a measuring interval (VIM 4.26). */
export interface ClassRecord extends Recorded, Interval {
  /** Absent: every component. */
  readonly component?: string | undefined
  readonly measurandKind: string
  readonly maximumPermissibleError: number
}

/** Limited use (ISO/IEC 17025:2017, 6.4.9): where an item may not be used; what is absent is restricted whatever it is. */
export interface RestrictionRecord extends Recorded {
  readonly id: string
  readonly component?: string | undefined
  readonly measurandKind?: string | undefined
  readonly range?: Interval | undefined
  readonly parameters: Readonly<Record<string, Interval>>
  readonly validFrom: string
  readonly reason: string
  readonly end?: (Recorded & { readonly validTo: string }) | undefined
}

/** What is said of an item anew when it is revised. */
export interface EquipmentStatement {
  readonly level?: string | undefined
  /** 按等 by the value on its certificate, or 按级 by the limits of its class. */
  readonly usedBy?: 'value' | 'class' | undefined
  /** Shift allowed between two calibrations, per measurand kind. */
  readonly driftAllowance?: Readonly<Record<string, DriftAllowance>> | undefined
}
