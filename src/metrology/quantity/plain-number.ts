import { parseDecimal, plainText } from './decimal.ts'
import { numberTooLong } from './quantity.refusals.ts'
import { longestText, reportedNumber, toNumber, type ReportedNumber } from './reported-number.ts'

/**
 * A stated number as it is kept: every digit and no exponent; refused where no double could hold it. Tables keep decimal
 * digits without exponents, and what is read from them has to be read as a number again.
 */
export function plainNumber(stated: string | number): ReportedNumber {
  toNumber(stated)
  const text = reportedNumber(stated)
  const decimal = parseDecimal(text)
  const plain = decimal ? plainText(decimal) : text
  if (plain.length > longestText) throw numberTooLong(`Written out, it has ${plain.length} characters`)
  return plain
}
