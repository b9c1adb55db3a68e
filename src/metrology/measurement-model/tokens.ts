import { placeOf } from './place.ts'
import { notAllowed, notAnExpression, textTooLong } from './refusals.ts'

/** A piece of the text of a model, with the place where it begins (0 is the first character). */
export interface Token {
  readonly text: string
  readonly kind: 'name' | 'number' | 'sign'
  readonly at: number
}

/** An expression comes from a stranger: nothing beyond these sizes reaches the reader of the library. */
export const limits = { characters: 2000, parentheses: 60, signsInARow: 100, depth: 200, nameLength: 32 }

const token =
  /\s*(?:([A-Za-z][A-Za-z0-9_]*)|(\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?)(?![A-Za-z0-9_.])|([-+*/^(),]))/y
const blank = /\s*$/y

/** The alphabet is closed: names, decimal numbers and `+ - * / ^ ( ) ,`. Nothing else is ever parsed. */
export function tokensOf(text: string): Token[] {
  if (text.length > limits.characters) {
    throw textTooLong({
      en: `The expression has ${text.length} characters; ${limits.characters} are accepted`,
      zh: `表达式有 ${text.length} 个字符,最多 ${limits.characters} 个`,
    })
  }
  const tokens: Token[] = []
  for (let at = 0; !matches(blank, text, at); at = token.lastIndex) {
    token.lastIndex = at
    tokens.push(tokenFrom(token.exec(text), text, at))
  }
  if (tokens.length === 0) throw notAnExpression({ en: 'The expression is empty', zh: '表达式为空' })
  checkNesting(tokens)
  return tokens
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

function tokenFrom(found: RegExpExecArray | null, text: string, from: number): Token {
  const [whole = '', name, number, sign] = found ?? []
  const content = name ?? number ?? sign
  if (content === undefined) throw strayCharacter(text, from)
  const at = from + whole.length - content.length
  if (number !== undefined) checkNumber(number, at)
  if (name !== undefined && name.length > limits.nameLength) {
    const { en, zh, facts } = placeOf(at)
    throw textTooLong(
      { en: `A name of ${name.length} characters stands ${en}`, zh: `${zh}的名称有 ${name.length} 个字符` },
      facts,
    )
  }
  return { text: content, kind: kindOf(name, number), at }
}

function kindOf(name: string | undefined, number: string | undefined): Token['kind'] {
  if (name !== undefined) return 'name'
  return number === undefined ? 'sign' : 'number'
}

function strayCharacter(text: string, from: number) {
  const at = from + text.slice(from).search(/\S/)
  const { en, zh, facts } = placeOf(at)
  const shown = JSON.stringify(text.slice(at, at + 12))
  return notAllowed(
    { en: `${shown} ${en} cannot be part of a model`, zh: `${zh}的 ${shown} 不能用于模型` },
    facts,
  )
}

/** A constant that a double cannot hold as written would silently be another constant. */
function checkNumber(text: string, at: number): void {
  const [significand = ''] = text.split(/[eE]/, 1)
  const digits = significand.replace('.', '').replace(/^0+/, '')
  const value = Number(text)
  const exact = digits.length <= 17 && (/[.eE]/.test(text) || Number.isSafeInteger(value))
  const inRange = Number.isFinite(value) && (value !== 0 || digits === '')
  if (exact && inRange) return
  const { en, zh, facts } = placeOf(at)
  throw notAllowed(
    { en: `The number ${text} ${en} does not fit a double`, zh: `${zh}的数 ${text} 无法用双精度数表示` },
    facts,
  )
}

function checkNesting(tokens: readonly Token[]): void {
  let open = 0
  let signs = 0
  for (const { kind, text, at } of tokens) {
    signs = kind === 'sign' ? signs + 1 : 0
    if (text === '(') open++
    if (text === ')') open--
    if (open <= limits.parentheses && signs <= limits.signsInARow) continue
    const { en, zh, facts } = placeOf(at)
    throw textTooLong({ en: `The expression is too deep ${en}`, zh: `${zh}嵌套过深` }, facts)
  }
}
