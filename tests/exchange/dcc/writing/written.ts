import type { DccRead, DccResult } from '#exchange/dcc/reading/dcc-read.ts'
import { readDcc } from '#exchange/dcc/reading/read-dcc.ts'
import type { CertificateSource, SourceResult } from '#exchange/dcc/writing/certificate-source.ts'
import { dccOf } from '#exchange/dcc/writing/dcc-of.ts'
import { context, example, temperatureResult } from './certificate-example.ts'

export const written = (source: CertificateSource): Uint8Array => dccOf(source, context)
export const read = (source: CertificateSource): DccRead => readDcc(written(source))
export const textOf = (source: CertificateSource): string => Buffer.from(written(source)).toString('utf8')
export const withResults = (...results: readonly Partial<SourceResult>[]): CertificateSource => ({
  ...example,
  results: results.map((result, row) => ({ ...temperatureResult, code: `r${row}`, ...result })),
})
export const measured = (source: CertificateSource): DccResult | undefined =>
  read(source).results.find(({ refTypes }) =>
    refTypes.some((role) => /measuredValue|measurementError/.test(role)),
  )
