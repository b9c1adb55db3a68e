import type { Place } from '../content-model/place.ts'
import type { DccContact, DccIdentification, DccLaboratory, DccPerson, DccText } from './dcc-read.ts'
import { rich, readFile } from './rich-text.ts'
import { all, line, lineOf, one, refTypesOf, text, textOf, truth, type Reader } from './reader.ts'

export function readContact(reader: Reader, place: Place): DccContact {
  const [eMail, phone, fax, link] = ['eMail', 'phone', 'fax', 'link'].map((name) => line(reader, place, name))
  for (const data of all(reader, place, 'descriptionData')) readFile(reader, data)
  return {
    name: text(reader, place, 'name') ?? [],
    ...(eMail !== undefined && { eMail }),
    ...(phone !== undefined && { phone }),
    ...(fax !== undefined && { fax }),
    ...(link !== undefined && { link }),
    address: all(reader, place, 'location').flatMap((location) => readAddress(reader, location)),
  }
}

const partsOfAddress = ['street', 'streetNo', 'postOfficeBox', 'postCode', 'city', 'state', 'countryCode']

/** The parts in the order of the file; further lines as their texts. */
export function readAddress(reader: Reader, location: Place): DccContact['address'] {
  const parts = all(reader, location, ...partsOfAddress, 'further')
  return parts.flatMap((part) => {
    if (part.element.name !== 'further') return [{ part: part.element.name, text: lineOf(part) }]
    return richLines(reader, part).map((further) => ({ part: 'further', text: further.text }))
  })
}

function richLines(reader: Reader, place: Place): DccText {
  for (const file of all(reader, place, 'file')) readFile(reader, file)
  return textOf(reader, place)
}

export function readLaboratory(reader: Reader, place: Place): DccLaboratory {
  const code = line(reader, place, 'calibrationLaboratoryCode')
  const contact = one(reader, place, 'contact')
  announceSeals(reader, place)
  const stated = contact ? readContact(reader, contact) : { name: [], address: [] }
  return { ...(code !== undefined && code !== '' && { code }), ...stated }
}

/** They say that the document has a seal or signature; whether it has is seen at the signatures. */
function announceSeals(reader: Reader, place: Place): void {
  all(reader, place, 'cryptElectronicSeal', 'cryptElectronicSignature', 'cryptElectronicTimeStamp')
}

export function readPerson(reader: Reader, place: Place): DccPerson {
  const person = one(reader, place, 'person')
  const role = line(reader, place, 'role')
  rich(reader, place, 'description')
  announceSeals(reader, place)
  return {
    ...(person ? readContact(reader, person) : { name: [], address: [] }),
    ...(role !== undefined && { role }),
    isMainSigner: truth(reader, place, 'mainSigner') ?? false,
  }
}

export function readIdentifications(reader: Reader, place: Place): readonly DccIdentification[] {
  return all(reader, place, 'identifications').flatMap((list) =>
    all(reader, list, 'identification').map((identification) => {
      // In 2.x the description is what later is the name.
      const name = text(reader, identification, 'name', 'description')
      return {
        issuer: line(reader, identification, 'issuer') ?? '',
        value: line(reader, identification, 'value') ?? '',
        ...(name && { name }),
        refTypes: refTypesOf(identification),
      }
    }),
  )
}
