import { operation, type Operation } from '#http/operation.ts'
import { notTypeset, tooManyPrint } from '#typesetting/typesetting.refusals.ts'
import { unknownCertificate } from '../certificate.refusals.ts'
import { noSuchFace } from './face.refusals.ts'
import { readFace } from './read-face.ts'

const description = `\`Accept\` or the ending of the address says in which form:

- \`application/json\`: the record, with its versions and what has happened to it;
- \`.json\`: exactly the bytes of the canonical document (RFC 8785) whose SHA-256 is the identity of this version;
- \`.xml\`: the digital calibration certificate (DCC), as issued or as imported;
- \`.pdf\`: PDF/A-3a with the canonical document and the DCC embedded;
- \`.html\`: a page for a person, with what the certificate is worth now.

A version that is named in the query never changes, and may be kept for ever.`

export const faceOperations: readonly Operation[] = [
  operation(
    {
      id: 'read-certificate',
      method: 'get',
      path: '/v1/certificates/{number}',
      summary: 'Read a certificate: as a record, as the document that was issued, as DCC, PDF or page',
      description,
      access: 'public',
      params: 'certificates/path.json',
      query: 'certificates/face-query.json',
      answers: { 200: 'certificates/certificate.json' },
      media: ['text/html', 'application/pdf', 'application/xml'],
      refuses: [unknownCertificate, noSuchFace, tooManyPrint, notTypeset],
    },
    (asked) => readFace(asked),
  ),
]
