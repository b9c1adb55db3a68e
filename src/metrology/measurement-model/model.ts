import { within } from '#refusal.ts'
import type { Evaluate } from './code/gradient-code.ts'
import { evaluator } from './evaluator.ts'
import { isReserved, readExpression, type Expression } from './expression.ts'
import { operation, operationOf, zeros, type Program, type Step } from './program.ts'
import { placeOf, placeOfInput, placeOfOutput } from './place.ts'
import { nameNotPossible, nameTwice, undeclaredInput, usedBeforeDefined } from './refusals.ts'
import { limits } from './tokens.ts'

/** The measurement model of JCGM 200:2012, 2.48: outputs as functions of the inputs, in the order given. */
export interface MeasurementModel {
  readonly inputs: readonly string[]
  readonly outputs: readonly ModelOutput[]
  readonly program: Program
  /** Values and sensitivities of all outputs; nothing where a step has no finite result. */
  readonly evaluate: Evaluate
}

export interface ModelOutput {
  readonly name: string
  readonly text: string
  readonly slot: number
  /** All steps the output is made of, also those of the outputs it is chained to. */
  readonly steps: readonly Step[]
  /** Numbers of the inputs that occur in it, directly or through another output. */
  readonly uses: readonly number[]
}

interface Construction {
  readonly slotOf: Map<string, number>
  readonly slots: number[]
  readonly steps: Step[]
  readonly inputs: number
  readonly laterOutputs: Set<string>
}

/** Refusals name their place in a task that has `model` and `inputs` as members. */
export function compileModel(
  outputs: Readonly<Record<string, string>>,
  inputs: readonly string[],
): MeasurementModel {
  const model = construction(inputs)
  const named = Object.entries(outputs)
  for (const [name] of named) model.laterOutputs.add(name)
  const compiled = named.map(([name, text]) =>
    within(placeOfOutput(name), () => {
      checkName(name)
      if (model.slotOf.has(name)) {
        throw nameTwice({ en: `"${name}" is an input and an output`, zh: `"${name}" 既是输入量又是输出量` })
      }
      const output = compileOutput(name, text, model)
      model.slotOf.set(name, output.slot)
      model.laterOutputs.delete(name)
      return output
    }),
  )
  return modelOf(inputs, compiled, model)
}

/** A single expression, for a model that is not written as outputs: its refusals name no place. */
export function compileExpression(text: string, inputs: readonly string[]): MeasurementModel {
  const model = construction(inputs)
  const output = compileOutput('', text, model)
  return modelOf(inputs, [output], model)
}

function modelOf(
  inputs: readonly string[],
  outputs: readonly ModelOutput[],
  { slots, steps }: Construction,
): MeasurementModel {
  const program = { inputs: inputs.length, slots, steps }
  return { inputs, outputs, program, evaluate: evaluator(program, outputs) }
}

function construction(inputs: readonly string[]): Construction {
  const slotOf = new Map<string, number>()
  for (const [slot, name] of inputs.entries()) {
    within(placeOfInput(name), () => checkName(name))
    if (slotOf.has(name))
      throw nameTwice({ en: `Two inputs are called "${name}"`, zh: `有两个输入量都叫 "${name}"` })
    slotOf.set(name, slot)
  }
  return { slotOf, slots: zeros(inputs.length), steps: [], inputs: inputs.length, laterOutputs: new Set() }
}

const possibleName = /^[A-Za-z][A-Za-z0-9_]*$/

function checkName(name: string): void {
  if (possibleName.test(name) && name.length <= limits.nameLength && !isReserved(name)) return
  throw nameNotPossible({
    en: `"${name}" is not a name: a letter, then letters, digits and _, and no word of the expression language`,
    zh: `"${name}" 不能作为名称:须以字母开头,由字母、数字和下划线组成,且不是表达式语言的保留字`,
  })
}

function compileOutput(name: string, text: string, model: Construction): ModelOutput {
  const slot = emit(readExpression(text), model)
  const needed = new Set([slot])
  const cone: Step[] = []
  for (const step of model.steps.toReversed()) {
    if (!needed.has(step.to)) continue
    needed.add(step.left).add(step.right)
    cone.push(step)
  }
  const uses = [...needed].filter((each) => each < model.inputs).sort((a, b) => a - b)
  return { name, text, slot, steps: cone.toReversed(), uses }
}

/** Appends the steps of an expression and returns the slot of its result. */
function emit(expression: Expression, model: Construction): number {
  if (expression.kind === 'name') return slotOfName(expression.name, expression.at, model)
  if (expression.kind === 'number') return newSlot(model, expression.value)
  const { of, args, at } = expression
  const [first, second, ...more] = args
  const left = first ? emit(first, model) : 0
  if (!second) return append(model, { operation: operationOf.get(of) ?? 0, left, right: left, at })
  const code = of === '^' && second.kind === 'number' ? operation.raise : (operationOf.get(of) ?? 0)
  const pair = append(model, { operation: code, left, right: emit(second, model), at })
  return more.reduce(
    (so, next) => append(model, { operation: code, left: so, right: emit(next, model), at }),
    pair,
  )
}

function append(model: Construction, step: Omit<Step, 'to'>): number {
  const to = newSlot(model, 0)
  model.steps.push({ ...step, to })
  return to
}

const newSlot = ({ slots }: Construction, value: number): number => slots.push(value) - 1

function slotOfName(name: string, position: number, { slotOf, laterOutputs }: Construction): number {
  const slot = slotOf.get(name)
  if (slot !== undefined) return slot
  const { en, zh, facts } = placeOf(position)
  if (laterOutputs.has(name)) {
    throw usedBeforeDefined(
      { en: `"${name}" ${en} is not defined before it is used`, zh: `${zh}的 "${name}" 在使用之前尚未定义` },
      { ...facts, name },
    )
  }
  throw undeclaredInput(
    { en: `"${name}" ${en} is not declared among the inputs`, zh: `${zh}的 "${name}" 未在输入量中声明` },
    { ...facts, name },
  )
}
