import { coherent, differenceToCoherent, toCoherent } from '#metrology/quantity/coherent-unit.ts'
import { convertDifference, convertValue } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import type { Unit } from '#metrology/quantity/unit/unit.ts'
import {
  resolveInput,
  type InputQuantity,
  type ModelInput,
  type ResolvedInput,
} from '#metrology/uncertainty/input-quantity.ts'
import { within } from '#refusal.ts'
import type { StatedUpstream, StoredInput } from './stored-budget.ts'

/** The figures of a result or a root, in its own unit. */
export interface UpstreamFigures {
  readonly estimate: number
  /** Undefined where the certificate states none. */
  readonly standardUncertainty: number | undefined
  readonly degreesOfFreedom: number
  readonly unit: string
}

/** An input as the laboratory states it, and what it is taken from. */
export interface BudgetTaskInput {
  readonly form: InputQuantity
  readonly from?: StatedUpstream
  readonly upstream?: UpstreamFigures
  readonly measurandKind?: string
  readonly usedAt?: NonNullable<StoredInput['usedAt']>
}

/** An input as it enters the model: in the coherent unit of its own. */
export interface CoherentInput extends ModelInput {
  readonly unit: string
  readonly typed: boolean
}

/** GUM 4.2, 4.3, after which the figures are converted. Refusals name the member at fault. */
export function coherentInput(symbol: string, { form, upstream }: BudgetTaskInput): CoherentInput {
  const unit = within('/unit', () => parseUnit(form.unit ?? upstream?.unit ?? '1'))
  const isTyped =
    statesUncertainty(form) || form.estimate !== undefined || form.degreesOfFreedom !== undefined
  const resolved = upstream ? fromUpstream(form, upstream, unit) : resolveInput(form)
  return {
    symbol,
    estimate: toCoherent(resolved.estimate, unit),
    standardUncertainty: differenceToCoherent(resolved.standardUncertainty, unit),
    degreesOfFreedom: resolved.degreesOfFreedom,
    unit: coherent(unit).symbol,
    typed: upstream !== undefined && isTyped,
  }
}

/** What the laboratory typed stands; what it left out is taken from the standard's own result, in the unit of the input. */
function fromUpstream(form: InputQuantity, upstream: UpstreamFigures, unit: Unit): ResolvedInput {
  const { standardUncertainty = 0, degreesOfFreedom, unit: own } = upstream
  const [estimate, u] = within('/unit', () => {
    const from = parseUnit(own)
    return [
      convertValue(upstream.estimate, from, unit),
      convertDifference(standardUncertainty, from, unit),
    ] as const
  })
  // Also where no uncertainty is typed: a coverage factor that stands alone is not passed over in silence.
  const typed = resolveInput(form.readings || form.estimate !== undefined ? form : { ...form, estimate })
  if (statesUncertainty(form)) return typed
  return {
    estimate: typed.estimate,
    standardUncertainty: u,
    degreesOfFreedom: form.degreesOfFreedom === undefined ? degreesOfFreedom : typed.degreesOfFreedom,
  }
}

const uncertainties = [
  'standardUncertainty',
  'expandedUncertainty',
  'pooledStandardDeviation',
  'distribution',
  'readings',
] as const

export const statesUncertainty = (form: InputQuantity): boolean =>
  uncertainties.some((member) => form[member] !== undefined)
