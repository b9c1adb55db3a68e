import type { BenchRegistry } from './country.ts'
import { benchBulkImport } from './bulk-import.ts'
import { benchDccExport } from './dcc-export.ts'
import { benchDccImport } from './dcc-import.ts'
import { benchImpact } from './impact.ts'
import { benchIssue } from './issue.ts'
import { benchLog } from './log.ts'
import { benchPages } from './pages.ts'
import { benchPdf } from './pdf.ts'
import { benchProof } from './proof.ts'
import type { Row } from './row.ts'
import { benchTraceability } from './traceability.ts'
import { benchValidity } from './validity.ts'

/** Everything that is promised of a registry, in the order of the table. */
const parts: Readonly<Record<string, (registry: BenchRegistry) => Promise<readonly Row[]>>> = {
  'traces of chains': benchTraceability,
  'look-ups of validity': benchValidity,
  'issue of certificates': benchIssue,
  'impact of a national reference': benchImpact,
  'certificates as PDF': benchPdf,
  'certificates as DCC': async ({ app }) => [...benchDccExport(), ...(await benchDccImport(app))],
  'lists of equipment': benchBulkImport,
  pages: benchPages,
  'proofs of chains': benchProof,
  'the log': ({ database }) => benchLog(database),
}

export async function measured(registry: BenchRegistry, say: (text: string) => void): Promise<Row[]> {
  const rows: Row[] = []
  for (const [name, measure] of Object.entries(parts)) {
    say(name)
    rows.push(...(await measure(registry)))
  }
  return rows
}
