import { createWriteStream, linkSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { EtalonClient, MediaId, OperationId } from '#client/client.ts'
import { requestLines } from '#client/operations.ts'
import { exitCodes, UsageFault, type Command } from '../command.ts'
import { membersIn, parsed, say, textOf } from '../words.ts'
import { progressOn } from './progress.ts'
import { registryOf, registryOptions, registryUsage } from './registry.ts'

const formats: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** `equipment` is `list-equipment`: whatever list the registry writes as a whole. */
const lists: ReadonlyMap<string, OperationId> = new Map(
  (Object.keys(requestLines) as OperationId[])
    .filter((id) => id.startsWith('list-') && requestLines[id].media?.includes('text/csv') === true)
    .map((id) => [id.slice('list-'.length), id]),
)

export const exportCommand: Command = {
  name: 'export',
  summary: 'write a whole list as CSV, NDJSON or XLSX',
  usage: `Usage: etalon export <list> [--format csv|ndjson|xlsx] [--output <file>] [<filter>=<value>]...

Writes every record of a list, page by page, to standard output or into a file, which is complete or not there; a file that is there
already is not replaced. Filters are those of the list, such as \`level=working-standard\`; a list below a record is told of which, \`id=KB-1\`.

  --format <f>      csv (if not stated), ndjson, or xlsx where the list has it
  --output <file>   instead of standard output
${registryUsage}

Lists: ${[...lists.keys()].join(', ')}

Exit: 0 complete; 1 not answered, or broken off; 2 not called as it is to be.`,
  run: async (words) => {
    const own = {
      ...registryOptions,
      format: { type: 'string', default: 'csv' },
      output: { type: 'string' },
    } as const
    const { values, positionals } = parsed(words, own)
    const [list = '', ...filters] = positionals
    const id = lists.get(list)
    if (id === undefined) throw new UsageFault(`there is no list “${list}”`)
    const accept = formats[textOf(values['format']) ?? '']
    if (accept === undefined) throw new UsageFault(`say one of: ${Object.keys(formats).join(', ')}`)
    const output = textOf(values['output'])
    if (values['json'] === true && output === undefined)
      throw new UsageFault('--json tells of a file: name it by --output')
    const asked = { ...partsOf(id, filters), accept }
    const written = await write(registryOf(values).client, id, asked, output)
    if (output !== undefined) say(values, { file: output, ...written }, [`${output}: ${written.bytes} bytes`])
    return exitCodes.done
  },
}

/** `level=reference-standard` asks the query; what the path of the list names goes there. */
function partsOf(id: OperationId, filters: readonly string[]) {
  const inPath = new Set([...requestLines[id].path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
  const said = membersIn(filters)
  const missing = [...inPath].find((name) => !said.some(([stated]) => stated === name))
  if (missing !== undefined) throw new UsageFault(`this list stands below a record: state ${missing}=…`)
  return {
    params: Object.fromEntries(said.filter(([name]) => inPath.has(name))),
    query: Object.fromEntries(said.filter(([name]) => !inPath.has(name))),
  }
}

async function write(client: EtalonClient, id: OperationId, asked: object, output: string | undefined) {
  // The registry refuses what is no filter of the list; words cannot be typed.
  const answer = await client.media(id as MediaId, asked as never)
  const counted = { bytes: 0 }
  const progress = progressOn()
  const counting = new Transform({
    transform: (chunk: Uint8Array, _, done) => {
      counted.bytes += chunk.length
      progress.tell(`${(counted.bytes / 1024).toFixed(0)} kB`)
      done(null, chunk)
    },
  })
  const source = Readable.fromWeb(answer.body as ReadableStream<Uint8Array>)
  try {
    if (output === undefined) await pipeline(source, counting, process.stdout, { end: false })
    else await wholeFile(resolve(output), (target) => pipeline(source, counting, target))
  } finally {
    progress.end()
  }
  return counted
}

/** Complete, or not there: a link and not a new name, so that a file that is there already is not replaced. */
async function wholeFile(
  file: string,
  fill: (target: NodeJS.WritableStream) => Promise<void>,
): Promise<void> {
  const unfinished = `${file}.unfinished`
  try {
    await fill(createWriteStream(unfinished, { flags: 'wx', flush: true }))
    linkSync(unfinished, file)
  } finally {
    rmSync(unfinished, { force: true })
  }
}
