import { readDccTree } from '#exchange/dcc/reading/read-dcc.ts'
import type { DccRead } from '#exchange/dcc/reading/dcc-read.ts'
import type { SchemaCheck, SchemaFault } from '#exchange/dcc/schema-check/check-against-schemas.ts'
import { readXml } from '#exchange/xml/read-xml.ts'
import type { SignatureOutcome } from '#exchange/xml-signature/signature-outcome.ts'
import { verifySignatures } from '#exchange/xml-signature/verify-signatures.ts'
import { signedDigestsOf } from './signed-digests.ts'
import { schemaRefuses } from './certificate-file.refusals.ts'

/** A file that is asked about: its bytes, and whom this node trusts to vouch for signers. */
export interface FileQuestion {
  readonly bytes: Uint8Array
  readonly trusted: readonly string[]
  /** The moment of receipt: certificates of signers are judged by it. */
  readonly at: Date
}

export interface FileRead {
  readonly read: DccRead
  readonly signatures: readonly SignatureOutcome[]
  /** What the intact ones digest: the hashes by which others may refer to the file. */
  readonly signedDigests: readonly string[]
  /** Whether the official schema was asked as well. */
  readonly schemaChecked: boolean
}

/** Everything that is done with a file before anything is stored; refused where it is no certificate that can be relied on. */
export function readCertificateFile(question: FileQuestion, schemas: SchemaCheck | undefined): FileRead {
  const { bytes, trusted, at } = question
  const root = readXml(bytes)
  const read = readDccTree(root)
  const faults = schemas?.faultsOf(bytes, read.version)
  const [first] = faults ?? []
  if (first) throw refusedBySchema(first, faults ?? [])
  const signatures = read.signatures === 0 ? [] : verifySignatures(bytes, trusted, at)
  return {
    read,
    signatures,
    signedDigests: signedDigestsOf(root, signatures),
    schemaChecked: faults !== undefined,
  }
}

function refusedBySchema(first: SchemaFault, faults: readonly SchemaFault[]) {
  return schemaRefuses(
    `Line ${first.line}: ${first.message.slice(0, 500)}`,
    { line: first.line },
    {
      errors: faults.slice(0, 50).map(({ line, message }) => ({
        pointer: '',
        code: 'schema',
        detail: `Line ${line}: ${message.slice(0, 500)}`,
      })),
    },
  )
}
