import { ArrayType, p, Type } from '@mikro-orm/core'

/** `10.00` and `10.000` are different statements; the built-in decimal type treats them as one. */
class ReportedNumber extends Type<string, string> {
  override getColumnType(): string {
    return 'numeric'
  }

  override compareAsType(): string {
    return 'string'
  }
}

/** PostgreSQL's own arrays. The built-in type writes them as one literal: an empty list of values would be no SQL. */
class TextArray extends ArrayType<string> {
  override getColumnType(): string {
    return 'text[]'
  }
}

class UuidArray extends ArrayType<string> {
  override getColumnType(): string {
    return 'uuid[]'
  }
}

/** A number as it was printed: text in memory, `numeric` in the table, every digit kept. */
export const reportedNumber = () => p.type(ReportedNumber).$type<string>()

/** An IEEE 754 double that was computed. */
export const computedNumber = () => p.double().$type<number>()

/** A moment, with its zone. */
export const instant = () => p.datetime(3)

/** A civil date, `2026-03-01`: it has no time zone to be wrong about. */
export const civilDate = () => p.date()

/** One of a fixed list of words; the list stands in the table as a check constraint. */
export const oneOf = <const W extends readonly string[]>(words: W) => p.enum(words).columnType('text')

/** Several words of a fixed list. The members are checked by a named constraint of the entity. */
export const someOf = <const W extends readonly string[]>() => p.type(TextArray).$type<readonly W[number][]>()

/** Identifiers of other rows of the same table, written once. */
export const identifiers = () => p.type(UuidArray).$type<readonly string[]>()

/** A document that is kept whole and never searched by its members. */
export const document = <T>() => p.json<T>().columnType('jsonb')

/** A text in Chinese, English or both. */
export interface LocalizedText {
  readonly en?: string
  readonly zh?: string
}
