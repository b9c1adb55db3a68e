import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { instant } from '#db/columns.ts'
import { DccMapping } from '../../dcc-mappings/dcc-mapping.entity.ts'
import { Person } from '../../people/person.entity.ts'
import { TrustAnchor } from '../../trust-anchors/trust-anchor.entity.ts'
import { Certificate } from '../certificate.entity.ts'
import { CertificateImport } from './certificate-import.entity.ts'

/** That an imported file stands in the registry as a certificate: by which mapping, and by whose signature if by one. */
const ImportedCertificateSchema = defineEntity({
  name: 'ImportedCertificate',
  tableName: 'imported_certificates',
  primaryKeys: ['import'],
  properties: {
    import: () =>
      p.manyToOne(CertificateImport).primary().ref().deleteRule('restrict').updateRule('restrict'),
    certificate: () => p.manyToOne(Certificate).ref(),
    mapping: () => p.manyToOne(DccMapping).ref(),
    trustAnchor: () => p.manyToOne(TrustAnchor).ref().nullable().deleteRule('restrict'),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
  },
  uniques: [{ name: 'imported_certificates_certificate_unique', properties: ['certificate'] }],
  triggers: appendOnly('imported_certificates'),
})

export class ImportedCertificate extends ImportedCertificateSchema.class {}
ImportedCertificateSchema.setClass(ImportedCertificate)
