import type { EntityManager } from '@mikro-orm/postgresql'
import type { ProofQuery } from '#contract/types.ts'
import type { Hash } from '#evidence/merkle/hashing.ts'
import { inclusionProof, inclusionRanges } from '#evidence/merkle/proofs.ts'
import type { ReadSubtree } from '#evidence/merkle/subtrees.ts'
import type { Actor } from '#http/actor.ts'
import type { Facilities } from '#http/facilities.ts'
import { traceability } from '#metrology/traceability/trace.ts'
import type { CertificateRecord } from '#metrology/traceability/records.ts'
import { proofFormat, type CarriedLog, type CarriedQuestion } from '#proof/bundle.ts'
import { carriedAnswer } from '#proof/carried-answer.ts'
import { plainOf } from '#proof/plain.ts'
import { sealed } from '#proof/seal.ts'
import { checkpoint, type LogSigner } from '../log/checkpoint.queries.ts'
import { subtreeReader } from '../log/tiles.queries.ts'
import { readerOf } from '../people/reader.ts'
import { questionAbout, type Posed } from '../traceability/question.queries.ts'
import { withheld } from '../traceability/withhold.ts'
import { documentsOf, entriesOf } from './carried.queries.ts'
import { chainNotYours } from './proof.refusals.ts'

export type ProofAsked = ProofQuery & { readonly number: string }

export type ProofMaker = Pick<Facilities, 'origin' | 'sign'> & LogSigner

/**
 * The proof of one result: everything that the answer about its traceability rests on, in one file that can be checked
 * without this registry. Whoever may not read the whole chain gets none of it.
 */
export async function makeProof(
  em: EntityManager,
  asked: ProofAsked,
  { actor, now, maker }: { readonly actor: Actor | null; readonly now: Date; readonly maker: ProofMaker },
): Promise<string> {
  const posed = await questionAbout(em, asked, actor, now)
  refuseWithheld(posed, actor)
  const { records, question } = posed
  const versions = posed.rows.certificates.map(({ id }) => id)
  const documents = await documentsOf(em, versions)
  if (documents.length < new Set(versions).size) throw notYours()
  const log = await logOf(em, versions, maker)
  return sealed(
    {
      format: proofFormat,
      node: maker.origin,
      made: now.toISOString(),
      question: statedQuestion(posed),
      posed: plainOf(question),
      records: plainOf(records),
      answer: carriedAnswer(traceability(records, question)),
      documents,
      log,
      keys: [maker.keyring.current().publicJwk],
    },
    maker.sign,
  )
}

function refuseWithheld({ rows }: Posed, actor: Actor | null): void {
  if (withheld(rows, readerOf(actor)) === rows) return
  throw notYours()
}

const notYours = () =>
  chainNotYours({
    en: 'Ask with a key of an organization that is a party to each of them',
    zh: '请使用对链中每份证书均为当事方的机构密钥',
  })

function statedQuestion({ records, question }: Posed): CarriedQuestion {
  const { subject, at, asKnownAt, policy } = question
  const result =
    subject.kind === 'result' ? records.results.find(({ id }) => id === subject.resultId) : undefined
  const certificate: CertificateRecord | undefined = records.certificates.find(
    ({ id }) => id === result?.certificateId,
  )
  if (!result || !certificate) throw new Error('The question is about a result of a certificate')
  return {
    certificate: certificate.number,
    version: certificate.version,
    result: result.code,
    at: at.toISOString(),
    asKnownAt: asKnownAt.toISOString(),
    policy: policy.code,
  }
}

async function logOf(em: EntityManager, versions: readonly string[], signer: LogSigner): Promise<CarriedLog> {
  const entries = await entriesOf(em, versions)
  // Read after the entries: it has them all.
  const { origin, size, note } = await checkpoint(em, signer)
  const subtrees = await subtreeReader(
    em,
    entries.flatMap(({ index }) => inclusionRanges(index, size)),
  )
  const read = remembered(subtrees)
  const statements = entries.map(({ index, leaf, opening }) => ({
    index,
    leaf,
    ...(opening !== null && { opening }),
    inclusion: inclusionProof(index, size, read).map((hash) => Buffer.from(hash).toString('hex')),
  }))
  return { origin, checkpoint: note, statements }
}

/** The same subtrees stand beside the paths of many entries: each is put together once. */
function remembered(read: ReadSubtree): ReadSubtree {
  const known = new Map<string, Hash>()
  return (subtree) => {
    const name = `${subtree.level}/${subtree.index}`
    const hash = known.get(name) ?? read(subtree)
    known.set(name, hash)
    return hash
  }
}
