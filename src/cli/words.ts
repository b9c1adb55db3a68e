import { parseArgs } from 'node:util'
import { UsageFault } from './command.ts'

export type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>
export type Values = Readonly<Record<string, unknown>>

/** The options and the words of a command; what is not known is refused. Every command has `--json`. */
export function parsed(
  words: readonly string[],
  options: Options,
): { readonly values: Values; readonly positionals: readonly string[] } {
  const all = { json: { type: 'boolean', default: false }, ...options } as const
  return parseArgs({ args: [...words], allowPositionals: true, options: all })
}

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** What was said once, or several times. */
export const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? (value as string[]) : []

/** `level=instrument`: what a question states beyond options, as the interface names it. */
export const membersIn = (words: readonly string[]): readonly (readonly [string, string])[] =>
  words.map((word) => {
    const [name = '', ...rest] = word.split('=')
    if (name === '' || rest.length === 0)
      throw new UsageFault(`“${word}” is not understood: write name=value`)
    return [name, rest.join('=')]
  })

export const say = ({ json }: Values, facts: unknown, lines: readonly string[]): void =>
  console.log(json === true ? JSON.stringify(facts, plain, 2) : lines.join('\n'))

const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)

/** The language of the terminal, for commands that speak two. */
export const languageOf = (locale: string | undefined): 'en' | 'zh' =>
  locale?.startsWith('zh') ? 'zh' : 'en'
