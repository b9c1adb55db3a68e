import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { ProofReport } from '#proof/report.ts'
import { exitCodes, UsageFault, type Command } from './command.ts'
import { languageOf } from './words.ts'

const usage = `Usage: etalon verify <bundle.json> [--key=<key>]... [--language en|zh] [--json]

Checks a proof bundle without a registry and without a network: hashes, signatures, inclusion in the log, every
uncertainty budget evaluated again, and the verdict on traceability derived again.

  --key=<key>       a key of the node that you know from elsewhere: a file with a JWK, a JWK set
                    (/.well-known/jwks.json) or a PEM, or the thumbprint (kid) of the key; may be repeated
  --language en|zh  the language of the words
  --json            the report as JSON

Exit: 0 everything holds and the result is traceable; 1 something does not hold; 2 not called as it is to be;
3 whole in itself, but sealed by a key that you did not name; 4 everything holds, and the result is not traceable.`

type Language = 'en' | 'zh'

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'check a proof bundle, offline',
  usage,
  run: verify,
}

async function verify(words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      key: { type: 'string', multiple: true, default: [] },
      language: { type: 'string', default: languageOf(process.env['LANG']) },
      json: { type: 'boolean', default: false },
    },
  })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new UsageFault('name one bundle')
  const { language } = values
  if (language !== 'en' && language !== 'zh') throw new UsageFault(`there is no language “${language}”`)
  // The science is loaded by whoever needs it: other commands begin in a third of the time.
  const { trustIn } = await import('./trusted-keys.ts')
  const { verifyProof } = await import('#proof/verify.ts')
  const report = verifyProof(readBytes(file), trustIn(values.key))
  console.log(values.json ? JSON.stringify(report, null, 2) : inWords(report, language))
  return exitOf(report)
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch {
    throw new UsageFault(`“${file}” cannot be read`)
  }
}

const traceable: readonly string[] = ['traceable', 'traceable-with-conditions']

function exitOf({ outcome, proven }: ProofReport): number {
  if (outcome === 'fails') return exitCodes.failed
  if (outcome === 'signer-unknown') return exitCodes.signerUnknown
  return traceable.includes(proven?.verdict ?? '') ? exitCodes.done : exitCodes.notTraceable
}

const marks = { holds: '✓', fails: '✗', unknown: '?' } as const

function inWords(report: ProofReport, language: Language): string {
  const lines = report.checks.map(({ outcome, words }) => `${marks[outcome]} ${words[language]}`)
  return [...lines, '', ...conclusion(report, language)].join('\n')
}

const conclusions = {
  fails: { en: 'This bundle proves nothing.', zh: '此证明包不能证明任何事项。' },
  'signer-unknown': {
    en: 'The bundle is whole in itself. Name the key of the node (--key) to know who sealed it.',
    zh: '证明包自身完整。请用 --key 指定节点密钥以确认封印者。',
  },
  holds: { en: 'Everything holds.', zh: '全部检查通过。' },
} as const

function conclusion({ outcome, proven }: ProofReport, language: Language): string[] {
  const said = conclusions[outcome][language]
  if (!proven) return [said]
  const { certificate, version, result, node, made, at, asKnownAt, policy, verdict } = proven
  const subject =
    language === 'zh'
      ? `${certificate} 第 ${version} 版，结果 ${result}：${verdict}（${policy}，使用时刻 ${at}，知识截至 ${asKnownAt}）`
      : `${certificate}, version ${version}, result ${result}: ${verdict} (${policy}, used at ${at}, as known at ${asKnownAt})`
  const origin = language === 'zh' ? `由 ${node} 于 ${made} 制作` : `made by ${node} on ${made}`
  return [said, subject, origin]
}
