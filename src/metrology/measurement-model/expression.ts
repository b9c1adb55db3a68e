import type { Refusal } from '#refusal.ts'
import { elementaryFunctions } from './elementary-functions.ts'
import { parse, type MathjsNode } from './mathjs.ts'
import { placeOf } from './place.ts'
import { notAllowed, notAnExpression, textTooLong } from './refusals.ts'
import { limits, tokensOf, type Token } from './tokens.ts'

/** What is left of an expression once it has been checked; `at` is the place in the text. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | { readonly kind: 'call'; readonly of: string; readonly args: readonly Expression[]; readonly at: number }

/** The five operations and the sign, by the name that `of` has for them. */
export const operations = ['+', '-', '*', '/', '^', 'negate'] as const

const functionsByName = new Map(elementaryFunctions.map((f) => [f.name, f]))

/** Words that mathjs reads as operators or values, and the names of functions: no quantity can be called so. */
const words = ['pi', 'mod', 'to', 'in', 'and', 'or', 'xor', 'not', 'true', 'false', 'null', 'undefined']
const reserved = new Set([...words, 'end', 'NaN', 'Infinity', ...functionsByName.keys()])

export const isReserved = (name: string): boolean => reserved.has(name)

/** The reader's tree and our tokens are walked side by side, so that every node knows its place. */
interface Reading {
  readonly tokens: readonly Token[]
  next: number
}

/**
 * Reads an expression in mathjs syntax. The library only parses; what it returns is walked against a list of
 * what is allowed and rebuilt as plain data, so that nothing of a stranger's text is ever evaluated by it.
 */
export function readExpression(text: string): Expression {
  const tokens = tokensOf(text)
  const reading = { tokens, next: 0 }
  const expression = walk(parsed(text), reading, 0)
  const rest = tokens[reading.next]
  if (rest) throw unexpected(rest)
  return expression
}

function parsed(text: string): MathjsNode {
  try {
    return parse(text)
  } catch (error) {
    throw syntaxRefusal(text, error)
  }
}

/** mathjs reports the place as `char`, counted from 1; a reader that ran out of stack reports none. */
function syntaxRefusal(text: string, error: unknown): Refusal {
  const char = error instanceof Error && 'char' in error ? Number(error.char) : text.length
  const { en, zh, facts } = placeOf(Math.max(0, Math.min(char, text.length + 1) - 1))
  return notAnExpression({ en: `The expression cannot be read ${en}`, zh: `${zh}表达式无法读取` }, facts)
}

function walk(node: MathjsNode, reading: Reading, depth: number): Expression {
  const here = reading.tokens[reading.next] ?? { text: '', kind: 'sign', at: 0 }
  if (depth > limits.depth) {
    const { en, zh, facts } = placeOf(here.at)
    throw textTooLong({ en: `The expression is too deep ${en}`, zh: `${zh}嵌套过深` }, facts)
  }
  if (node.type === 'ParenthesisNode' && node.content) {
    take(reading, '(')
    const content = walk(node.content, reading, depth + 1)
    take(reading, ')')
    return content
  }
  if (node.type === 'ConstantNode') return numberFrom(take(reading, here.text, 'number'))
  if (node.type === 'SymbolNode') return nameFrom(take(reading, here.text, 'name'))
  if (node.type === 'OperatorNode') return operationFrom(node, reading, depth)
  if (node.type === 'FunctionNode') return callFrom(node, reading, depth)
  throw unexpected(here)
}

const numberFrom = ({ text, at }: Token): Expression => ({ kind: 'number', value: Number(text), at })

const nameFrom = ({ text, at }: Token): Expression =>
  text === 'pi' ? { kind: 'number', value: Math.PI, at } : { kind: 'name', name: text, at }

function operationFrom(node: MathjsNode, reading: Reading, depth: number): Expression {
  const [first, second] = node.args ?? []
  const op = node.op ?? ''
  if (first && !second) return signFrom(op, first, reading, depth)
  if (!first || !second || node.args?.length !== 2) throw unexpected(reading.tokens[reading.next])
  const left = walk(first, reading, depth + 1)
  const sign = reading.tokens[reading.next]
  // An omitted `*` reads differently by different people: 1/2 x.
  if (node.implicit || !operations.some((o) => o === op)) throw unexpected(sign)
  const { at } = take(reading, op)
  return { kind: 'call', of: op, args: [left, walk(second, reading, depth + 1)], at }
}

function signFrom(op: string, operand: MathjsNode, reading: Reading, depth: number): Expression {
  if (op !== '-' && op !== '+') throw unexpected(reading.tokens[reading.next])
  const { at } = take(reading, op)
  const argument = walk(operand, reading, depth + 1)
  return op === '+' ? argument : { kind: 'call', of: 'negate', args: [argument], at }
}

function callFrom(node: MathjsNode, reading: Reading, depth: number): Expression {
  const named = take(reading, reading.tokens[reading.next]?.text ?? '', 'name')
  const known = functionsByName.get(named.text)
  const { en, zh, facts } = placeOf(named.at)
  if (!known) {
    throw notAllowed(
      { en: `There is no function "${named.text}" ${en}`, zh: `${zh}没有函数 "${named.text}"` },
      facts,
    )
  }
  const args = node.args ?? []
  if (args.length < known.fewest || args.length > known.most) {
    throw notAllowed(
      {
        en: `${known.name} ${en} cannot have ${args.length} arguments`,
        zh: `${zh}的 ${known.name} 不能有 ${args.length} 个参数`,
      },
      facts,
    )
  }
  take(reading, '(')
  const read = args.map((argument, i) => {
    if (i > 0) take(reading, ',')
    return walk(argument, reading, depth + 1)
  })
  take(reading, ')')
  return { kind: 'call', of: known.name, args: read, at: named.at }
}

function take(reading: Reading, text: string, kind: Token['kind'] = 'sign'): Token {
  const token = reading.tokens[reading.next]
  if (token?.text !== text || token.kind !== kind) throw unexpected(token)
  reading.next++
  return token
}

function unexpected(token: Token | undefined): Refusal {
  if (!token) return notAnExpression({ en: 'The expression ends too early', zh: '表达式不完整' })
  const { en, zh, facts } = placeOf(token.at)
  return notAllowed(
    { en: `"${token.text}" ${en} is not allowed there`, zh: `${zh}不允许出现 "${token.text}"` },
    { ...facts, found: token.text },
  )
}
