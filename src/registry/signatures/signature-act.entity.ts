import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { instant, oneOf } from '#db/columns.ts'
import { Calibration } from '../calibrations/calibration.entity.ts'
import { ApiKey } from '../people/api-key.entity.ts'
import { Person } from '../people/person.entity.ts'

/** What a signature means (21 CFR 11.50 (a)(3)). */
export const signatureMeanings = ['performed', 'reviewed', 'authorised'] as const
export type SignatureMeaning = (typeof signatureMeanings)[number]

/** A person signed this content, in this meaning, at this moment, authenticated by this key: written once. */
const SignatureActSchema = defineEntity({
  name: 'SignatureAct',
  tableName: 'signature_acts',
  properties: {
    id: p.uuid().primary(),
    calibration: () => p.manyToOne(Calibration).ref(),
    meaning: oneOf(signatureMeanings),
    person: () => p.manyToOne(Person).ref(),
    /** As it was printed when it was signed. */
    name: p.text(),
    at: instant(),
    /** SHA-256 of the canonical text of exactly what was signed (21 CFR 11.70). */
    contentSha256: p.text(),
    key: () => p.manyToOne(ApiKey).ref(),
    /** Whether the signer also said who signs: the second component beside the key (21 CFR 11.200 (a)(1)). */
    signerNamed: p.boolean(),
  },
  indexes: [{ name: 'signature_acts_calibration_index', properties: ['calibration'] }],
  checks: [{ name: 'signature_acts_hash_check', expression: `content_sha256 ~ '^[0-9a-f]{64}$'` }],
  triggers: appendOnly('signature_acts'),
})

export class SignatureAct extends SignatureActSchema.class {}
SignatureActSchema.setClass(SignatureAct)
