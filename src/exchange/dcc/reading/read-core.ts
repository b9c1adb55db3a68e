import type { Place } from '../content-model/place.ts'
import type { DccCertificate } from './dcc-read.ts'
import { readHash } from './read-hash.ts'
import { readIdentifications } from './read-parties.ts'
import { line, lines, one, within, type Reader } from './reader.ts'

/** coreData: which certificate this is, when and where the work was done. Dates are kept as text, with a zone if there is one. */
export function readCore(reader: Reader, place: Place): DccCertificate {
  const [received, where, issued] = ['receiptDate', 'performanceLocation', 'issueDate'].map((name) =>
    line(reader, place, name),
  )
  const replaces = within(one(reader, place, 'reportAmendedSubstituted'), (amended) => ({
    change: line(reader, amended, 'typeOfChange') ?? '',
    number: line(reader, amended, 'replacedUniqueIdentifier') ?? '',
  }))
  const previous = within(one(reader, place, 'previousReport'), (hash) => readHash(reader, hash))
  return {
    number: line(reader, place, 'uniqueIdentifier') ?? '',
    identifications: readIdentifications(reader, place),
    country: line(reader, place, 'countryCodeISO3166_1') ?? '',
    languages: lines(reader, place, 'usedLangCodeISO639_1'),
    bindingLanguages: lines(reader, place, 'mandatoryLangCodeISO639_1'),
    ...(received !== undefined && { received }),
    begun: line(reader, place, 'beginPerformanceDate') ?? '',
    ended: line(reader, place, 'endPerformanceDate') ?? '',
    ...(where !== undefined && { place: where }),
    ...(issued !== undefined && { issued }),
    ...(replaces && { replaces }),
    ...(previous && { previous }),
  }
}
