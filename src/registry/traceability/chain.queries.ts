import type { EntityManager } from '@mikro-orm/postgresql'
import { asChain } from '#db/tenancy/standing.ts'
import type { ChainRows } from './chain-rows.ts'
import { itemsSql, wholeSql } from './chain-sql.queries.ts'
import { rememberedChain } from './memory/remembered-chain.queries.ts'

/**
 * Everything that the rules read about the chains above some results, in ONE statement, whatever the depth: ancestry is
 * written with every result, so the chain is an array of identifiers and needs no walk. The recursion below only follows
 * standards that are named as devices, on certificates from elsewhere; where there are none it ends at once.
 */
export const chainsAbove = (em: EntityManager, results: readonly string[]): Promise<ChainRows> =>
  readChain(
    em,
    'select r.ancestors || r.id from calibration_results r where r.id = any($1::uuid[])',
    `{${results.join(',')}}`,
  )

/** The same above the results of every version of some certificates. */
export const chainsAboveCertificates = (em: EntityManager, numbers: readonly string[]): Promise<ChainRows> =>
  readChain(
    em,
    `select r.ancestors || r.id
       from certificates t
       join calibration_results r on r.calibration_id = t.calibration_id
      where t.number = any(array(select json_array_elements_text($1::json)))`,
    JSON.stringify(numbers),
  )

/** The same above every certified result of a component: what a question about equipment is asked of. */
export const chainsAboveComponent = (em: EntityManager, component: string | null): Promise<ChainRows> =>
  readChain(
    em,
    `select r.ancestors || r.id
       from calibrations c
       join calibration_results r on r.calibration_id = c.id
      where c.component_id = $1::uuid
        and exists (select 1 from certificates t where t.calibration_id = c.id)`,
    component,
  )

const readChain = (em: EntityManager, seed: string, asked: string | null): Promise<ChainRows> =>
  asChain(em, () =>
    rememberedChain(em, {
      asked,
      wholeSql: wholeSql(seed),
      itemsSql: itemsSql(seed),
      behindSql: wholeSql(someResults),
    }),
  )

const someResults = 'select array[each] from unnest($1::uuid[]) as each'
