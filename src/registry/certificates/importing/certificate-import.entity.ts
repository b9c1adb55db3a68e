import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { document, instant } from '#db/columns.ts'
import type { SignatureOutcome } from '#exchange/xml-signature/signature-outcome.ts'
import { Organization } from '../../organizations/organization.entity.ts'
import { Person } from '../../people/person.entity.ts'
import type { UpstreamOutcome } from './upstream-outcome.ts'

/** A certificate that came as a file: its bytes as they came, and what was found on that day. What it says follows from them. */
const CertificateImportSchema = defineEntity({
  name: 'CertificateImport',
  tableName: 'certificate_imports',
  properties: {
    id: p.uuid().primary(),
    /** As the file says; it is the laboratory's, and not unique without it. */
    number: p.text(),
    /** By what the laboratory is known: its accreditation number, or else its name. */
    laboratoryKey: p.text(),
    laboratory: p.text(),
    release: p.text(),
    bytes: p.blob(),
    sha256: p.text(),
    /** What intact signatures digest: the hashes by which others may refer to the canonical form. */
    signedDigests: document<readonly string[]>(),
    signatures: document<readonly SignatureOutcome[]>(),
    upstream: document<readonly UpstreamOutcome[]>(),
    schemaChecked: p.boolean(),
    organization: () => p.manyToOne(Organization).ref(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
  },
  uniques: [{ name: 'certificate_imports_number_unique', properties: ['laboratoryKey', 'number'] }],
  indexes: [
    { name: 'certificate_imports_plain_number_index', properties: ['number'] },
    { name: 'certificate_imports_organization_index', properties: ['organization', 'id'] },
    { name: 'certificate_imports_hash_index', properties: ['sha256'] },
  ],
  checks: [{ name: 'certificate_imports_hash_check', expression: `sha256 ~ '^[0-9a-f]{64}$'` }],
  triggers: appendOnly('certificate_imports'),
})

export class CertificateImport extends CertificateImportSchema.class {}
CertificateImportSchema.setClass(CertificateImport)
