import { parentPort, workerData } from 'node:worker_threads'
import { schemaCheckOf, type SchemaCheck } from '#exchange/dcc/schema-check/check-against-schemas.ts'
import { Refusal } from '#refusal.ts'
import type { FileReply, ThreadSetting } from './messages.ts'
import { readCertificateFile, type FileQuestion } from './read-certificate-file.ts'
import { readSchemas } from './schema-directory.ts'

const { schemaDir } = workerData as ThreadSetting

/** Compiled for the first file, and kept. */
const kept: { schemas?: SchemaCheck } = {}

function schemas(): SchemaCheck | undefined {
  if (schemaDir === undefined) return undefined
  return (kept.schemas ??= schemaCheckOf(readSchemas(schemaDir)))
}

function replyTo(question: FileQuestion): FileReply {
  try {
    return { answer: readCertificateFile(question, schemas()) }
  } catch (error) {
    if (!(error instanceof Refusal)) {
      return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
    const { definition, detail, facts, place } = error
    return { refused: { code: definition.code, detail, facts, place } }
  }
}

/** A file that acts when it is loaded, because that is how a thread begins. */
parentPort?.on('message', (question: FileQuestion) => parentPort?.postMessage(replyTo(question), []))
