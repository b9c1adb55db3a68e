import { isCanonicalText } from '#evidence/canonical-form.ts'
import { sha256Hex } from '#evidence/digest.ts'
import type { Words } from '#metrology/traceability/records.ts'
import type { CarriedDocument, Opened } from './bundle.ts'
import { certificateIn, nameOf } from './carried-certificate.ts'
import { checkedAll, type Check } from './report.ts'

/** Every certificate is the text that its hash names, and is the version it is said to be. */
export function checkDocuments({ bundle }: Opened): Check {
  const seen = new Set<string>()
  return checkedAll('documents', bundle.documents, (carried) => faultOf(carried, seen), {
    en: `${bundle.documents.length} certificates have the hashes that are stated`,
    zh: `${bundle.documents.length} 份证书与所列哈希一致`,
  })
}

function faultOf(carried: CarriedDocument, seen: Set<string>): Words | undefined {
  const name = nameOf(carried)
  if (seen.has(name)) return { en: `${name} is there twice`, zh: `${name} 重复出现` }
  seen.add(name)
  if (sha256Hex(carried.text) !== carried.sha256) {
    return { en: `${name} has another hash than is stated`, zh: `${name} 的哈希与所列不符` }
  }
  if (!isCanonicalText(carried.text))
    return { en: `${name} is not in canonical form`, zh: `${name} 不是规范形式` }
  const { number, version } = certificateIn(carried)
  if (number === carried.number && version === carried.version) return undefined
  return { en: `the text of ${name} is of another certificate`, zh: `${name} 的文本属于另一份证书` }
}
