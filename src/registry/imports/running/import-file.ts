import type { EntityManager } from '@mikro-orm/postgresql'
import type { ImportReport } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import type { Language } from '#http/language.ts'
import type { ReceivedFile } from '#http/request/received-file.ts'
import type { Units } from '#http/units.ts'
import { Import } from '../import.entity.ts'
import { countsOf, mostRowsShown, viewOutcome, viewReport } from '../import.view.ts'
import type { Importer } from '../importers.ts'
import type { Outcome } from '../outcome.ts'
import type { Circumstances, Source } from '../reading/source.ts'
import { openSource } from '../reading/open-source.ts'
import { beginImport, type Begun } from './begin-import.ts'
import { importAsWhole, tryImport } from './import-as-whole.ts'
import { importOneByOne } from './import-one-by-one.ts'
import type { Run, Tell } from './run.ts'

/** A file that was sent to be imported, and how. */
export interface Sent {
  readonly importer: Importer
  readonly file: ReceivedFile
  readonly mode: 'all' | 'each'
  readonly dryRun: boolean
  readonly name: string | undefined
  readonly circumstances: Circumstances
  readonly units: Units
  /** For reading what stands when it is done. */
  readonly em: EntityManager
  readonly actor: Actor
  readonly now: Date
  readonly language: Language
  readonly closing: AbortSignal
}

export interface Done {
  readonly report: ImportReport
  /** It was done before, and was not done again. */
  readonly isReplayed: boolean
}

/** Looks at the file, and begins: whatever is wrong with it as a whole is refused here. The rest is done when it is asked for. */
export async function importFile(sent: Sent): Promise<(tell: Tell) => Promise<Done>> {
  const { importer, file, circumstances, mode, units, actor, now, name } = sent
  const source = await openSource(file, importer, circumstances)
  if (sent.dryRun) return (tell) => onTrial(sent, source, tell)
  const begun = await beginImport(units, { kind: importer.kind, mode, name, file, source, actor, now })
  return (tell) => recorded(sent, { source, begun, tell })
}

const runOf = (sent: Sent, source: Source, tell: Tell): Run => {
  const { importer, mode, units, now, closing, actor } = sent
  return { importer, mode, source, units, now, closing, tell, organization: actor.organization.id }
}

async function recorded(
  sent: Sent,
  { source, begun, tell }: { readonly source: Source; readonly begun: Begun; readonly tell: Tell },
): Promise<Done> {
  const { row, runner, isAgain } = begun
  const isReplayed = isAgain && row.state !== 'under-way'
  if (!isReplayed) {
    const committed = { lastLine: row.lastLine, counts: countsOf(row) }
    const run = { ...runOf(sent, source, tell), importId: row.id, runner, committed }
    await (sent.mode === 'all' ? importAsWhole(run) : importOneByOne(run))
  }
  const populate = ['organization', 'recordedBy'] as const
  const now = await sent.em.findOneOrFail(Import, { id: row.id }, { populate })
  return { report: await viewReport(sent.em, now, sent.language), isReplayed }
}

const isNotable = ({ refusal, warnings }: Outcome) => refusal !== undefined || warnings !== undefined

async function onTrial(sent: Sent, source: Source, tell: Tell): Promise<Done> {
  const { importer, file, mode, name, actor, now, language } = sent
  const notable: Outcome[] = []
  const hearing: Tell = {
    ...tell,
    rows: (outcomes) => {
      notable.push(...outcomes.filter(isNotable))
      return tell.rows(outcomes)
    },
  }
  const { state, counts } = await tryImport(runOf(sent, source, hearing))
  const { encoding, separator } = source
  const report = {
    kind: importer.kind as ImportReport['kind'],
    mode,
    dryRun: true,
    state,
    ...(name !== undefined && { name }),
    media: file.media,
    ...(encoding !== undefined && { encoding: encoding as NonNullable<ImportReport['encoding']> }),
    ...(separator !== undefined && { separator: separator as NonNullable<ImportReport['separator']> }),
    sha256: file.sha256,
    size: file.size,
    counts,
    warnings: source.warnings.map(({ detail, ...fault }) => ({
      ...fault,
      detail: typeof detail === 'string' ? detail : detail[language],
    })),
    organization: actor.organization.code,
    recordedBy: actor.person.code,
    recordedAt: now.toISOString(),
    rows: notable.slice(0, mostRowsShown).map((outcome) => viewOutcome(outcome, language)),
    rowsOmitted: Math.max(0, notable.length - mostRowsShown),
  }
  return { report, isReplayed: false }
}
