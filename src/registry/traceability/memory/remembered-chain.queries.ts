import type { EntityManager } from '@mikro-orm/postgresql'
import { preparedRows } from '#db/prepared.ts'
import type { ChainRows } from '../chain-rows.ts'
import { aboutCertificates, type Act } from './acts.ts'
import { emptyMemory, mostActs, remember, takeNotice, type ChainMemory } from './chain-memory.ts'
import { componentKey } from './item-rows.ts'
import { isStandingKnown } from './standing.ts'
import { componentsAbove, wholeChain } from './whole-chain.ts'

/** A question about chains, and the two statements that read of it; `$1` is their only parameter. */
export interface ChainQuestion {
  readonly asked: string | null
  /** Everything above the results that are asked about. */
  readonly wholeSql: string
  /** Their own items alone, and the identifiers of what stands above. */
  readonly itemsSql: string
  /** Everything about the items of some results and who is behind them, but not above them. */
  readonly behindSql: string
}

/** Beside the rows: what was done since the memory was last right. */
interface ReadRows extends ChainRows {
  readonly changes: number
  readonly acts: readonly Act[] | null
}

/** Of those who are asked about, without who is behind them; and what stands above. */
type AskedRows = Omit<ReadRows, keyof typeof nobody> & {
  readonly above: readonly (readonly string[])[] | null
}

const nobody = {
  references: [],
  evidence: [],
  organizations: [],
  competences: [],
  competenceVersions: [],
  competenceStatuses: [],
  comparisons: [],
  authorizations: [],
  documents: [],
} satisfies Partial<ChainRows>

/** Of every database that this process is connected to. */
const memories = new WeakMap<object, ChainMemory>()

function memoryOf(em: EntityManager): ChainMemory {
  const database = em.getDriver()
  const memory = memories.get(database) ?? emptyMemory()
  memories.set(database, memory)
  return memory
}

/** As a process that has just started: for measurements. */
export const forgetChains = (em: EntityManager): void => void memories.delete(em.getDriver())

const mostRounds = 3

/**
 * The rows of whole chains. Read are those of the items that are asked about, and those of the items above them that are not
 * remembered. Every statement also reads the trail from where the memory has seen it, in the same snapshot: what is
 * remembered is what is committed. Where both do not fit together, they are read again; and in the end the whole chain is.
 */
export async function rememberedChain(em: EntityManager, question: ChainQuestion): Promise<ChainRows> {
  const memory = memoryOf(em)
  for (let round = 0; round < mostRounds; round++) {
    const asked = await readAsked(em, memory, question)
    if (!isPresent(memory, asked)) continue
    const { missing } = componentsAbove(memory, asked)
    const own = isStandingKnown(memory, asked) ? [] : asked.results.map(({ id }) => id)
    if (missing.length + own.length > 0) {
      const rows = await readBehind(em, memory, question, [...missing, ...own])
      if (!isPresent(memory, rows)) continue
      remember(memory, rows, new Set(asked.calibrations.map(componentKey)))
    }
    const above = componentsAbove(memory, asked)
    if (above.missing.length > 0 || !isPresent(memory, asked)) continue
    const chain = wholeChain(memory, above.components, asked)
    // Standards that are named as devices are found by walking.
    if (chain.links.some(({ upstreamEquipment }) => upstreamEquipment !== null)) break
    return chain
  }
  return readWhole(em, question)
}

/** Whether rows are of the state that the memory has seen last, once it has taken notice of what they tell. */
function isPresent(memory: ChainMemory, { changes, acts }: ReadRows): boolean {
  takeNotice(memory, changes, acts ?? [])
  return changes === memory.seen
}

async function readAsked(em: EntityManager, memory: ChainMemory, { asked, itemsSql }: ChainQuestion) {
  const rows = await read<AskedRows>(em, `${itemsSql}, ${trailSql}`, [asked, memory.seen])
  return { ...nobody, ...rows, above: new Set(rows.above?.flat()) }
}

const readBehind = (
  em: EntityManager,
  memory: ChainMemory,
  { behindSql }: ChainQuestion,
  results: readonly string[],
) => read<ReadRows>(em, `${behindSql}, ${trailSql}`, [`{${results.join(',')}}`, memory.seen])

export const readWhole = (em: EntityManager, { asked, wholeSql }: ChainQuestion) =>
  read<ChainRows>(em, wholeSql, [asked])

async function read<Row>(em: EntityManager, sql: string, parameters: readonly unknown[]): Promise<Row> {
  const [row] = await preparedRows<Row>(em, sql, parameters)
  if (!row) throw new Error('The chain could not be read')
  return row
}

/** An act about a certificate tells of which item it is. */
const trailSql = `
  (select size::float8 from audit_head where id = 1) as changes,
  (select json_agg(json_build_array(a.sequence, a.operation, a.subject, case when a.operation = any('{${aboutCertificates.join(',')}}')
                                    then a.after::json #>> '{item,equipment}' end))
     from (select * from audit_events where sequence > $2::bigint order by sequence desc limit ${mostActs}) a) as acts`
