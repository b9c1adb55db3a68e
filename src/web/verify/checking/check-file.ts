import type { EtalonClient } from '#client/client.ts'
import { hexOf } from '#evidence/encoding.ts'
import { wording, type Both } from '#faces/both.ts'
import type { Check } from './check.ts'
import { checkDocument, checkPdf } from './check-document.ts'
import { checkProof } from './check-proof.ts'
import { checkXml } from './check-xml.ts'
import type { DifferingPlace } from './differing-places.ts'
import { materialOf, type Material } from './material.ts'

/** `genuine`: byte for byte what the registry vouches for. `altered`: it says to be, and is not. */
export type FileVerdict = 'genuine' | 'altered' | 'unknown'

export interface FileFindings {
  readonly checks: readonly Check[]
  /** Which certificate it is, or says to be. */
  readonly about?: { readonly number: string; readonly version?: number }
  /** What was found holds of a part of the file, and not of what a person sees of it. */
  readonly isOfPartOnly?: boolean
  /** Where it differs from what was issued. */
  readonly differences?: readonly DifferingPlace[]
}

export interface FileReport extends FileFindings {
  readonly verdict: FileVerdict
  readonly name: string
  readonly understood: Both
  readonly sha256: string
}

/** A file against the registry: in the browser of its holder, where it stays, or in the service for whoever has no script. */
export async function checkFile(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
  api: EtalonClient,
): Promise<FileReport> {
  const sha256 = hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
  const material = await materialOf(bytes)
  const findings = await findingsOf(material, bytes, sha256, api)
  return {
    name,
    sha256,
    understood: understoodAs(material),
    verdict: verdictOf(findings),
    ...findings,
  }
}

function findingsOf(
  material: Material,
  bytes: Uint8Array<ArrayBuffer>,
  sha256: string,
  api: EtalonClient,
): Promise<FileFindings> {
  if (material.is === 'pdf') return checkPdf(bytes, material.within, api)
  if (material.is === 'document') return checkDocument(material.document, api)
  if (material.is === 'proof') return checkProof(bytes, api)
  return checkXml(bytes, { sha256, identifier: material.is === 'xml' ? material.identifier : undefined }, api)
}

/** What fails outweighs everything; what cannot be shown is not shown. */
function verdictOf({ checks, isOfPartOnly = false }: FileFindings): FileVerdict {
  if (checks.some(({ outcome }) => outcome === 'fails')) return 'altered'
  return !isOfPartOnly && checks.some(({ outcome }) => outcome === 'holds') ? 'genuine' : 'unknown'
}

function understoodAs(material: Material): Both {
  if (material.is === 'pdf')
    return material.within
      ? wording('PDF，内嵌规范文件', 'a PDF with the canonical document within')
      : wording('PDF，未内嵌数据', 'a PDF without data within')
  if (material.is === 'document') return wording('规范 JSON 文件', 'the canonical document (JSON)')
  if (material.is === 'proof') return wording('证明包', 'a proof bundle')
  if (material.is === 'xml')
    return material.identifier === undefined
      ? wording('XML 文件', 'an XML file')
      : wording('数字校准证书（DCC，XML）', 'a digital calibration certificate (DCC, XML)')
  return wording('未识别的文件', 'a file of no kind that is known here')
}
