import { v7 } from 'uuid'
import type { Actor } from '#http/actor.ts'
import type { ReceivedFile } from '#http/request/received-file.ts'
import type { Units } from '#http/units.ts'
import { Organization } from '../../organizations/organization.entity.ts'
import { Person } from '../../people/person.entity.ts'
import { Import } from '../import.entity.ts'
import { importOfKey, takeTurn } from '../import.queries.ts'
import type { Source } from '../reading/source.ts'

export interface Begun {
  readonly row: Import
  readonly runner: string
  /** The same file was sent before with the same Idempotency-Key. */
  readonly isAgain: boolean
}

export interface Beginning {
  readonly kind: string
  readonly mode: 'all' | 'each'
  readonly name: string | undefined
  readonly file: ReceivedFile
  readonly source: Source
  readonly actor: Actor
  readonly now: Date
}

/** The record of the import; with a key that has begun one before, that one, and from now on it is our turn. */
export const beginImport = (units: Units, beginning: Beginning): Promise<Begun> =>
  units.inUnit(async ({ em }): Promise<Begun> => {
    const runner = v7()
    const { actor } = beginning
    const { key = null } = units
    const isNew = await units.takeKey(em)
    const before = isNew || key === null ? null : await importOfKey(em, actor.person.id, key)
    if (before) {
      if (before.state === 'under-way') await takeTurn(em, before.id, runner)
      return { row: before, runner, isAgain: true }
    }
    const { kind, mode, name, file, source, now } = beginning
    const row = em.create(Import, {
      id: v7(),
      organization: await em.findOneOrFail(Organization, { id: actor.organization.id }),
      recordedBy: await em.findOneOrFail(Person, { id: actor.person.id }),
      recordedAt: now,
      kind,
      mode,
      name: name ?? null,
      media: file.media,
      encoding: source.encoding ?? null,
      separator: source.separator ?? null,
      sha256: file.sha256,
      size: file.size,
      key,
      runner,
      state: 'under-way',
      warnings: source.warnings,
      endedAt: null,
    })
    await em.flush()
    return { row, runner, isAgain: false }
  })
