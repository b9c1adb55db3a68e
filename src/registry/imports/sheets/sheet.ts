/** What a person reads above a column, and beside it. */
export interface Words {
  readonly en: string
  readonly zh: string
}

/** A word of the API, and how a person may write it in a cell instead. */
export interface Choice extends Words {
  readonly value: string
}

/**
 * How the text of a cell becomes a member of the body. `decimal` stays a text, so that its digits are kept; `date` is a civil date, year
 * first; `instant` has its zone; `list` is divided by semicolons.
 */
export type CellKind = 'text' | 'decimal' | 'integer' | 'date' | 'instant' | 'yes-no' | 'choice' | 'list'

export interface Column {
  /** The heading for machines; `name` is the heading for people, in either language. */
  readonly id: string
  readonly name: Words
  /** Where it stands in the body of the single operation (RFC 6901). */
  readonly pointer: string
  readonly kind: CellKind
  /** The words of a `choice` or of the entries of a `list`. */
  readonly choices?: readonly Choice[]
  /** Without it no row can be recorded. */
  readonly isRequired?: true
  /** An empty cell means the organization of whoever imports. */
  readonly isOwnOrganization?: true
  readonly hint?: Words
  readonly example: string
}

/** One kind of record as a flat table. */
export interface Sheet {
  readonly title: Words
  readonly columns: readonly Column[]
  /** Members that are stated where anything beside them is: a range belongs to the component `main`. */
  readonly implied?: readonly { readonly pointer: string; readonly value: string }[]
}

const column =
  (kind: CellKind) =>
  (
    id: string,
    pointer: string,
    name: Words,
    example: string,
    more: Partial<Omit<Column, 'id' | 'pointer' | 'name' | 'kind' | 'example'>> = {},
  ): Column => ({ id, pointer, name, kind, example, ...more })

export const text = column('text')
export const decimal = column('decimal')
export const integer = column('integer')
export const date = column('date')
export const instant = column('instant')
export const yesNo = column('yes-no')
export const choice = column('choice')
export const list = column('list')

export const required = { isRequired: true } as const
