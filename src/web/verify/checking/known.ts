import { EtalonProblem, type EtalonClient } from '#client/client.ts'
import type {
  CertificateSignatures,
  CertificateView,
  LogPlaces,
  PublishedKey,
  Validity,
} from '#contract/types.ts'
import type { Certificate } from '#faces/certificate.ts'

/** All that the registry says of a certificate, as far as whoever asks may know. */
export interface Known {
  readonly number: string
  readonly version: number
  readonly validity: Validity
  readonly keys: readonly PublishedKey[]
  readonly log?: LogPlaces
  /** The document and its record, where it may be read. */
  readonly document?: Certificate
  readonly record?: CertificateView
  readonly signatures?: CertificateSignatures
}

/** Undefined where nobody has told the asker of such a number. */
export async function knownOf(
  api: EtalonClient,
  { number, version }: { readonly number: string; readonly version?: number | undefined },
): Promise<Known | undefined> {
  const params = { number }
  const query = version === undefined ? {} : { version }
  const [validity, keys, log, record] = await Promise.all([
    found(api.ask('validity-of-certificate', { params })),
    keysOf(api),
    found(api.ask('log-of-certificate', { params })),
    found(api.ask('read-certificate', { params, query })),
  ])
  if (validity === undefined) return undefined
  const read =
    record &&
    (await Promise.all([documentOf(api, number, record.version), signaturesOf(api, number, record.version)]))
  const [document, signatures] = read ?? []
  return {
    number,
    version: record?.version ?? version ?? validity.version,
    validity,
    keys,
    ...(log && { log }),
    ...(record && { record }),
    ...(document && { document }),
    ...(signatures && { signatures }),
  }
}

/** A version that is named and is not there is as little there as a number. */
export const documentOf = async (
  api: EtalonClient,
  number: string,
  version: number,
): Promise<Certificate | undefined> =>
  // The canonical document has an address of its own: the number with an ending.
  found(api.ask('read-certificate', { params: { number: `${number}.json` }, query: { version } }))

const signaturesOf = (api: EtalonClient, number: string, version: number) =>
  found(api.ask('signatures-of-certificate', { params: { number }, query: { version } }))

export async function keysOf(api: EtalonClient): Promise<readonly PublishedKey[]> {
  const { body } = await api.ask('published-keys')
  return body.keys
}

export async function found<T>(asked: Promise<{ readonly body: T }>): Promise<T | undefined> {
  try {
    return (await asked).body
  } catch (error) {
    if (error instanceof EtalonProblem && (error.status === 404 || error.status === 400)) return undefined
    throw error
  }
}
