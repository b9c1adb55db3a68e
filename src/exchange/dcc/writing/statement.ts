import { element, type Child, type WrittenElement } from '../../xml/write-xml.ts'
import type { Words } from './certificate-source.ts'
import { contents, wordsOf, type InBoth } from './dcc-text.ts'

export interface Statement {
  readonly refType: string
  readonly name: Words
  readonly id?: string
}

/** Members of a statement must come in the order of the schema; `rest` is written as it is given. */
export const statement = ({ refType, name, id }: Statement, ...rest: readonly Child[]): WrittenElement =>
  element('dcc:statement', { refType, id }, wordsOf('dcc:name', name), ...rest)

export const declaration = (words: Words): WrittenElement => element('dcc:declaration', {}, contents(words))

export const said = (refType: string, name: InBoth, words: Words | undefined): WrittenElement | undefined =>
  words === undefined ? undefined : statement({ refType, name }, declaration(words))
