import { run, type Program } from '../program.ts'
import { compiled, functionsIn, powerIn, statement, tokensOf, variable } from './straight-line.ts'

/** Evaluates a model for many trials at once, one column for each input that varies and for each output. */
export type EvaluateColumns = (
  inputs: readonly Float64Array[],
  trials: number,
  outputs: readonly Float64Array[],
) => void

/** Inputs that keep their value in every trial stand in `constants` and need no column. */
export interface ColumnModel {
  readonly program: Program
  /** The slots of the outputs. */
  readonly outputs: readonly number[]
  readonly constants: ReadonlyMap<number, number>
}

/** Longer code is not optimised by the engine. */
const longestCode = 2000

/**
 * A trial in which the model has no value gives something that is not finite; whoever asks looks for it. A
 * result that is not finite on the way may still give a finite one: 1/(1/0) is 0 here.
 */
export function columnCode(model: ColumnModel): EvaluateColumns {
  if (model.program.steps.length > longestCode) return stepwise(model)
  const known = compiled(columnText(model)) as (estimates: readonly number[]) => EvaluateColumns
  return known(Array.from({ length: model.program.inputs }, (_, i) => model.constants.get(i) ?? NaN))
}

/** All steps of one trial stand in one loop, so that nothing but inputs and outputs goes through memory. */
export function columnText({ program, outputs, constants }: ColumnModel): string {
  const tokens = tokensOf(program)
  const inputs = Array.from({ length: program.inputs }, (_, i) => i)
  const fixed = inputs.filter((i) => constants.has(i)).map((i) => `const ${variable('v', i)}=x[${i}];`)
  const varying = inputs.filter((i) => !constants.has(i))
  const columns = varying.map((i) => `const ${variable('c', i)}=c[${i}];`)
  const results = outputs.map((_, i) => `const ${variable('o', i)}=o[${i}];`)
  const body = [
    ...varying.map((i) => `const ${variable('v', i)}=${variable('c', i)}[i];`),
    ...program.steps.map((step) => statement(step, tokens, powerIn(program, step))),
    ...outputs.map((slot, i) => `${variable('o', i)}[i]=${tokens.of(slot)};`),
  ]
  const loop = `for(let i=0;i<n;i++){${body.join('')}}`
  return `${functionsIn(program, false)}return(x)=>{${fixed.join('')}return(c,n,o)=>{${columns.join('')}${results.join('')}${loop}}}`
}

/** Trial by trial through the list of steps: for models that are too long to be code. */
function stepwise({ program, outputs, constants }: ColumnModel): EvaluateColumns {
  const x = Array.from({ length: program.inputs }, (_, i) => constants.get(i) ?? NaN)
  return (columns, trials, results) => {
    for (let trial = 0; trial < trials; trial++) {
      for (let i = 0; i < x.length; i++) if (!constants.has(i)) x[i] = columns[i]?.[trial] ?? NaN
      const slots = run(program, x)
      for (const [o, slot] of outputs.entries()) {
        const column = results[o]
        if (column) column[trial] = Array.isArray(slots) ? (slots[slot] ?? NaN) : NaN
      }
    }
  }
}
