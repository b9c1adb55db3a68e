import { element, text, type WrittenElement } from '../../xml/write-xml.ts'
import type { CertificateSource, SourceParty, SourceSignature } from './certificate-source.ts'
import { contents, line, truth, wordsOf } from './dcc-text.ts'

/** A contact wants an address; a certificate names its customer, and the laboratory holds the rest (7.8.2.1 e). */
export const contactOf = ({ name }: SourceParty): readonly WrittenElement[] => [
  wordsOf('dcc:name', name),
  element(
    'dcc:location',
    {},
    element('dcc:further', {}, contents({ en: 'Address held by the laboratory', zh: '地址由实验室保存' })),
  ),
]

export function laboratory(
  { issuer }: CertificateSource,
  { country }: { readonly country: string },
): WrittenElement {
  return element(
    'dcc:calibrationLaboratory',
    {},
    line('dcc:calibrationLaboratoryCode', issuer.accreditation?.number ?? issuer.code),
    element(
      'dcc:contact',
      {},
      wordsOf('dcc:name', issuer.name),
      element(
        'dcc:location',
        {},
        text('dcc:countryCode', country),
        issuer.address === undefined ? undefined : element('dcc:further', {}, contents(issuer.address)),
      ),
    ),
    truth('dcc:cryptElectronicSeal', true),
  )
}

const roles: Readonly<Record<string, string>> = {
  performed: 'performed the calibration / 校准员',
  reviewed: 'reviewed / 核验员',
  authorised: 'authorised the certificate / 授权签字人',
}

/** Who authorised it comes first and is the main signer (7.8.2.1 o); of others it is said what they did. */
export function persons({ signatures = [], issuer }: CertificateSource): WrittenElement {
  const signed = signatures.toSorted((a, b) => rankOf(a) - rankOf(b))
  const people = signed.map((signature, place) => person(signature, place === 0))
  const byOrganization = element(
    'dcc:respPerson',
    {},
    element('dcc:person', {}, wordsOf('dcc:name', issuer.name)),
    truth('dcc:mainSigner', true),
  )
  return element('dcc:respPersons', {}, people.length > 0 ? people : byOrganization)
}

const rankOf = ({ meaning }: SourceSignature): number => (meaning === 'authorised' ? 0 : 1)

function person({ name, meaning, at, contentSha256 }: SourceSignature, isMain: boolean): WrittenElement {
  const digest = contentSha256 === undefined ? '' : ` (SHA-256 ${contentSha256})`
  return element(
    'dcc:respPerson',
    {},
    element('dcc:person', {}, wordsOf('dcc:name', name)),
    at === undefined
      ? undefined
      : wordsOf('dcc:description', {
          en: `Signed ${at}${digest}`,
          zh: `签署于 ${at}${digest}`,
        }),
    line('dcc:role', roles[meaning] ?? meaning),
    truth('dcc:mainSigner', isMain),
  )
}
