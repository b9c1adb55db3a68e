import { basename, extname } from 'node:path'
import { statSync } from 'node:fs'
import { requestLines } from '#client/operations.ts'
import type { ImportReport } from '#contract/types.ts'
import { exitCodes, UsageFault, type Command } from '../command.ts'
import { membersIn, parsed, say } from '../words.ts'
import { progressOn } from './progress.ts'
import { registryOf, registryOptions, registryUsage } from './registry.ts'
import { countsLine, sendFile, type Shipment } from './send-file.ts'

const mediaOf: Readonly<Record<string, string>> = {
  '.ndjson': 'application/x-ndjson',
  '.jsonl': 'application/x-ndjson',
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const modes = ['all', 'each'] as const

/** `equipment` is `POST /v1/import/equipment`: whatever the registry takes as a file. */
const kinds: ReadonlyMap<string, string> = new Map(
  Object.entries(requestLines)
    .filter(([, { path, method }]) => method === 'post' && path.startsWith('/v1/import/'))
    .map(([id, { path }]) => [path.slice('/v1/import/'.length), id]),
)

export const importCommand: Command = {
  name: 'import',
  summary: 'record a file of many: NDJSON, CSV or XLSX',
  usage: `Usage: etalon import <kind> <file> [--mode all|each] [--dry-run] [--anew] [<name>=<value>]...

Sends a file whose rows are each checked as if sent alone; what is recorded already is left as it is. The ending of the file says how
it is written: .ndjson, .csv, .xlsx, or .json for an answer of the KCDB. The same file is the same import: after a break, or when it is
sent again, it goes on where it was, or is answered as before. What else the kind takes is said as \`sheet=Devices\`, or
\`organization=NIM measurandKind=mass.conventional\`.

  --mode all|each   all rows or none (if not stated, but for the KCDB), or every row that can be recorded
  --dry-run         only say what would become of every row
  --anew            not the import that this file was before, but another one
${registryUsage}

Kinds: ${[...kinds.keys()].join(', ')}

Exit: 0 every row stands in the registry; 1 nothing was recorded, or it broke off; 2 not called as it is to be; 6 recorded, but for
rows that were refused.`,
  run: async (words) => {
    const own = {
      ...registryOptions,
      mode: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      anew: { type: 'boolean', default: false },
    } as const
    const { values, positionals } = parsed(words, own)
    const progress = progressOn()
    const { client } = registryOf(values)
    const report = await sendFile(client, shipmentOf(values, positionals), progress).finally(progress.end)
    say(values, report, linesOf(report))
    return exitOf(report)
  },
}

function shipmentOf(values: Readonly<Record<string, unknown>>, positionals: readonly string[]): Shipment {
  const [kind = '', file, ...members] = positionals
  const id = kinds.get(kind)
  if (id === undefined) throw new UsageFault(`there is no kind “${kind}”`)
  if (file === undefined) throw new UsageFault('name one file')
  const media = mediaOf[extname(file).toLowerCase()]
  if (media === undefined)
    throw new UsageFault(`“${file}” ends in none of ${Object.keys(mediaOf).join(', ')}`)
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new UsageFault(`“${file}” cannot be read`)
  const mode = modes.find((one) => one === values['mode'])
  if (mode === undefined && values['mode'] !== undefined) throw new UsageFault('say one of: all, each')
  const query = {
    ...Object.fromEntries(membersIn(members)),
    ...(mode !== undefined && { mode }),
    dryRun: values['dry-run'] === true,
    name: basename(file),
  }
  // All of these operations take files alike; which media a kind takes is the registry's to say.
  return {
    id: id as Shipment['id'],
    media: media as Shipment['media'],
    file,
    query,
    anew: values['anew'] === true,
  }
}

function linesOf({ kind, state, dryRun, counts, rows, rowsOmitted, id, warnings }: ImportReport): string[] {
  const told = rows.flatMap(rowLines)
  const more = rowsOmitted > 0 ? [`… and ${rowsOmitted} more rows that have something to say`] : []
  const end = { 'under-way': 'not ended', finished: 'ended', refused: 'nothing was recorded' }[state]
  const record = id === undefined ? (dryRun ? 'nothing was stored' : end) : `${end}; /v1/imports/${id}`
  return [
    ...warnings.map(({ detail }) => detail),
    ...told,
    ...more,
    `${kind}: ${countsLine(counts)} (${record})`,
  ]
}

function rowLines({
  line,
  state,
  key,
  code,
  detail,
  errors = [],
  warnings = [],
}: ImportReport['rows'][number]) {
  const refusal = code === undefined ? '' : ` ${code}: ${detail ?? ''}`
  const faults = errors.length > 1 ? errors : []
  return [
    `line ${line}${key === undefined ? '' : ` (${key})`}: ${state}${refusal}`,
    ...[...faults, ...warnings].map(({ pointer, detail: words }) => `  ${pointer}  ${words}`),
  ]
}

function exitOf({ state, counts, dryRun }: ImportReport): number {
  if (counts.refused + counts.conflicting === 0 && state !== 'refused') return exitCodes.done
  return state === 'refused' || dryRun ? exitCodes.failed : exitCodes.partlyRefused
}
