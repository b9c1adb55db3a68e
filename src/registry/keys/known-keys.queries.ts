import type { EntityManager } from '@mikro-orm/postgresql'
import type { KeyAdded, KeyRetired } from '#evidence/log-statement.ts'
import type { PublicJwk } from '#evidence/public-jwk.ts'
import { preparedRows } from '#db/prepared.ts'

/** A key that the log names: from when, and until when if it is retired. */
export interface KnownKey {
  readonly kid: string
  readonly jwk: PublicJwk
  readonly validFrom: string
  readonly retired?: { readonly at: string; readonly cause: string }
}

/** What the log says of the keys of this node, in the order in which they were added. */
export async function knownKeys(em: EntityManager): Promise<ReadonlyMap<string, KnownKey>> {
  const rows = await preparedRows<{ leaf: string }>(
    em,
    `select leaf from log_entries where kind in ('key-added', 'key-retired') order by index`,
    [],
  )
  const known = new Map<string, KnownKey>()
  for (const { leaf } of rows) {
    const said = JSON.parse(leaf) as KeyAdded | KeyRetired
    const { kid, at } = said
    const before = known.get(kid)
    if (said.kind === 'key-added') known.set(kid, { kid, jwk: said.jwk, validFrom: at })
    else if (before) known.set(kid, { ...before, retired: { at, cause: said.cause } })
  }
  return known
}
