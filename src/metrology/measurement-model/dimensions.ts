import { within, type Refusal } from '#refusal.ts'
import {
  constant,
  inUnits,
  isLevel,
  isNumber,
  joined,
  logarithm,
  number,
  product,
  quantity,
  raised,
  type Exponents,
  type Term,
} from './dimension-rules.ts'
import type { MeasurementModel, ModelOutput } from './model.ts'
import { placeOf, placeOfOutput } from './place.ts'
import { functionOf, operation, resultOf, type Step } from './program.ts'
import { dimensionMismatch } from './refusals.ts'

/** What the model is told about its quantities; an output that is not named may have any dimension. */
export interface StatedDimensions {
  /** In the order of the inputs of the model. */
  readonly inputs: readonly Exponents[]
  readonly outputs: ReadonlyMap<string, Exponents>
}

/**
 * Only quantities of one dimension can be added, and an exponential, a logarithm or a sine takes a number (ISO 80000-1:2022,
 * 5 and 6). Refused at the first operation that breaks this; a model that passes may still be wrong.
 */
export function checkDimensions(model: MeasurementModel, stated: StatedDimensions): void {
  const terms: Term[] = model.program.slots.map(constant)
  for (const [slot, exponents] of stated.inputs.entries()) terms[slot] = quantity(exponents)
  const done = new Set<Step>()
  for (const output of model.outputs) {
    within(placeOfOutput(output.name), () => {
      const own = output.steps.filter((step) => !done.has(step))
      for (const step of own) {
        terms[step.to] = termOf(step, terms)
        done.add(step)
      }
      checkOutput(output, own.at(-1)?.at ?? output.text.search(/\S/), terms, stated)
    })
  }
}

function checkOutput(output: ModelOutput, at: number, terms: readonly Term[], { outputs }: StatedDimensions) {
  const expected = outputs.get(output.name)
  const found = terms[output.slot] ?? number
  if (!expected || joined(found, quantity(expected))) return
  const [has, unit] = [inUnits(found.exponents), inUnits(expected)]
  throw mismatch(at, [has, unit], {
    en: `"${output.name}", in the end made ${placeOf(at).en}, has the dimension of ${has}, and the unit of the result that of ${unit}`,
    zh: `"${output.name}"（最后一步运算在${placeOf(at).zh}）的量纲为 ${has}，而结果单位的量纲为 ${unit}`,
  })
}

function termOf(step: Step, terms: readonly Term[]): Term {
  const a = terms[step.left] ?? number
  const b = terms[step.right] ?? number
  if (a.constant !== undefined && b.constant !== undefined) {
    return constant(resultOf(step.operation, a.constant, b.constant))
  }
  switch (step.operation) {
    case operation.add:
      return beside(step, '+', a, b)
    case operation.subtract:
      return beside(step, '-', a, b)
    case operation.multiply:
      return product(a, b, 1)
    case operation.divide:
      return product(a, b, -1)
    case operation.negate:
      return a
    case operation.raise:
      return raised(a, b.constant ?? 1)
    default:
      return called(step, functionOf(step.operation).name, a, b)
  }
}

function called(step: Step, name: string, a: Term, b: Term): Term {
  switch (name) {
    case '^':
      return power(step, a, b)
    case 'sqrt':
      return raised(a, 1 / 2)
    case 'cbrt':
      return raised(a, 1 / 3)
    case 'abs':
      return a
    case 'min':
    case 'max':
    case 'hypot':
      return beside(step, name, a, b)
    case 'atan2':
      beside(step, name, a, b)
      return number
    case 'log':
    case 'log10':
    case 'log2':
    case 'log1p':
      requireNumber(step, name, a)
      return logarithm
    // 10^(L/10), with the base e: a level stands in the exponent.
    case 'exp':
    case 'expm1':
      return isLevel(a) ? number : requireNumber(step, name, a)
    default:
      return requireNumber(step, name, a)
  }
}

/** With a power that is a quantity, base and power are numbers: m^x has no dimension that could be told. */
function power(step: Step, base: Term, exponent: Term): Term {
  if (exponent.constant !== undefined) return raised(base, exponent.constant)
  requireNumber(step, '^', base)
  return isLevel(exponent) ? number : requireNumber(step, '^', exponent)
}

function beside({ at }: Step, name: string, a: Term, b: Term): Term {
  const both = joined(a, b)
  if (both) return both
  const [left, right] = [inUnits(a.exponents), inUnits(b.exponents)]
  const { en, zh } = placeOf(at)
  throw mismatch(at, [left, right], {
    en: `"${name}" ${en} brings together ${left} and ${right}`,
    zh: `${zh}的 "${name}" 涉及不同的量纲：${left} 与 ${right}`,
  })
}

function requireNumber({ at }: Step, name: string, term: Term): Term {
  if (isNumber(term)) return number
  const found = inUnits(term.exponents)
  const { en, zh } = placeOf(at)
  throw mismatch(at, [found, '1'], {
    en: `"${name}" ${en} takes a number, of the unit 1, and has ${found}`,
    zh: `${zh}的 "${name}" 只接受量纲为一（单位 1）的量，此处为 ${found}`,
  })
}

/** A number of the text cannot carry a unit: 9.81*m would be refused as a force without this being said. */
const remedy = {
  en: 'A written factor is a plain number: a constant that has a unit is stated as an input',
  zh: '式中直接写出的因数为纯数：带单位的常数应作为输入量给出',
}

function mismatch(position: number, dimensions: readonly string[], { en, zh }: typeof remedy): Refusal {
  const facts = { ...placeOf(position).facts, dimensions }
  return dimensionMismatch({ en: `${en}. ${remedy.en}`, zh: `${zh}。${remedy.zh}` }, facts)
}
