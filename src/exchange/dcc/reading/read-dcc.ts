import { readXml } from '#exchange/xml/read-xml.ts'
import type { XmlElement } from '#exchange/xml/xml-element.ts'
import type { Refusal } from '#refusal.ts'
import { checkContent } from '../content-model/check-content.ts'
import type { Finding, Place } from '../content-model/place.ts'
import { checkSense } from './check-sense.ts'
import type { DccRead } from './dcc-read.ts'
import { readCore } from './read-core.ts'
import { readItems, readSoftware } from './read-items.ts'
import { readContact, readLaboratory, readPerson } from './read-parties.ts'
import { readResults } from './read-results.ts'
import { readStatement } from './read-statement.ts'
import { nothingCollected } from './read-surroundings.ts'
import { readVocabularies } from './read-vocabularies.ts'
import { bothLanguages, contentNotValid, isFaultCode, refusalOfFault } from './reading.refusals.ts'
import { releaseOf } from './release-of.ts'
import { readFile } from './rich-text.ts'
import { all, newReader, one, unread, type Reader } from './reader.ts'

/**
 * Reads a digital calibration certificate of DCC 2.2 to 3.3: everything that is understood, what is not, and what is worth a
 * warning. Refused is what is no certificate, what is not valid in its release, and what would be read in two ways.
 */
export const readDcc = (bytes: Uint8Array): DccRead => readDccTree(readXml(bytes))

/** The same of a file whose tree is needed for more. */
export function readDccTree(element: XmlElement): DccRead {
  const release = releaseOf(element)
  refuse(checkContent(element, release.version))
  const reader = newReader()
  const root: Place = { element }
  const read = readCertificate(reader, root)
  const signatures = all(reader, root, 'Signature').length
  checkSense(reader, root, { ...read, ...release })
  refuse(reader.faults)
  return {
    version: release.version,
    ...read,
    attachments: reader.attachments,
    signatures,
    notUnderstood: unread(reader, root).filter(({ path }) => !/^\/[^/]+\/Signature/.test(path)),
    warnings: reader.warnings,
  }
}

function readCertificate(reader: Reader, root: Place) {
  const administrative = required(one(reader, root, 'administrativeData'))
  const measurements = required(one(reader, root, 'measurementResults'))
  const part = (name: string) => required(one(reader, administrative, name))
  const collected = nothingCollected()
  collected.software.push(...readSoftware(reader, administrative, 'dccSoftware'))
  const items = part('items')
  const certificate = readCore(reader, part('coreData'))
  const read = {
    certificate,
    laboratory: readLaboratory(reader, part('calibrationLaboratory')),
    customer: readContact(reader, part('customer')),
    persons: all(reader, part('respPersons'), 'respPerson').map((person) => readPerson(reader, person)),
    items: readItems(reader, items),
    vocabularies: readVocabularies(reader, administrative),
    statements: all(reader, administrative, 'statements').flatMap((list) =>
      all(reader, list, 'statement').map((statement) => readStatement(reader, statement)),
    ),
    results: readResults(reader, measurements, collected),
  }
  for (const file of all(reader, root, 'document')) readFile(reader, file)
  for (const item of all(reader, items, 'item')) {
    collected.software.push(...readSoftware(reader, item, 'installedSoftwares'))
  }
  const { methods, equipment, conditions, metadata, software } = collected
  return { ...read, methods, equipment, conditions, metadata, software }
}

/** The content model has seen that it is there. */
function required(place: Place | undefined): Place {
  if (!place) throw new Error('The content model lets a required element be absent')
  return place
}

/** All faults are told, by the refusal of the first. */
function refuse(faults: readonly Finding[]): void {
  const [first] = faults
  if (first) throw refusalOf(first, faults)
}

function refusalOf(first: Finding, faults: readonly Finding[]): Refusal {
  const maker = isFaultCode(first.code) ? refusalOfFault[first.code] : contentNotValid
  const more = faults.length > 1 ? ` (+${faults.length - 1})` : ''
  const detail = bothLanguages(
    `Line ${first.line}, ${first.path}: ${first.detail.en}${more}`,
    `第 ${first.line} 行，${first.path}：${first.detail.zh}${more}`,
  )
  return maker(
    detail,
    { line: first.line, column: first.column },
    {
      pointer: first.path,
      errors: faults.slice(0, 50).map(({ path, line, code, detail: said }) => ({
        pointer: path,
        code,
        detail: bothLanguages(`Line ${line}: ${said.en}`, `第 ${line} 行：${said.zh}`),
      })),
    },
  )
}
