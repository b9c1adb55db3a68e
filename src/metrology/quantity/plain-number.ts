import { parseDecimal, plainText } from './decimal.ts'
import { reportedNumber, toNumber, type ReportedNumber } from './reported-number.ts'

/** A stated number as it is kept: every digit and no exponent; refused where no double could hold it. */
export function plainNumber(stated: string | number): ReportedNumber {
  toNumber(stated)
  const text = reportedNumber(stated)
  const decimal = parseDecimal(text)
  return decimal ? plainText(decimal) : text
}
