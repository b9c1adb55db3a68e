import type { EtalonClient } from '#client/client.ts'
import { canonicalText } from '#evidence/canonical-form.ts'
import { sha256Hex } from '#evidence/digest.ts'
import { sameBytes } from '#evidence/encoding.ts'
import { wording } from '#faces/both.ts'
import { beginningOf, check, type Check } from './check.ts'
import type { FileFindings } from './check-file.ts'
import { differingPlaces } from './differing-places.ts'
import { documentOf, found, keysOf } from './known.ts'
import type { StatedDocument } from './material.ts'
import { placeIn } from './standing-checks.ts'

/** A canonical document against the one that the registry keeps, and against the log. */
export async function checkDocument(stated: StatedDocument, api: EtalonClient): Promise<FileFindings> {
  const { number, version, text, content } = stated
  const about = { number, version }
  const kept = await documentOf(api, number, version)
  const sha256 = sha256Hex(text)
  if (kept === undefined) return { about, checks: [await checkByHash(sha256, api)] }

  const meant = sha256Hex(canonicalText(content))
  const isSame = canonicalText(kept) === canonicalText(content)
  const log = await checkLog(about, meant, api)
  if (!isSame) {
    const differs = check(
      'fails',
      '内容与签发的不同',
      'It says something else than was issued',
      `SHA-256 ${beginningOf(meant)}`,
    )
    return { about, checks: [differs], differences: differingPlaces(kept, content) }
  }
  const same = check(
    'holds',
    '内容与签发的完全一致',
    'It says exactly what was issued',
    `SHA-256 ${beginningOf(meant)}`,
  )
  const isRewritten = sha256 !== meant
  return { about, checks: [same, ...(isRewritten ? [rewritten] : []), log] }
}

const rewritten = check(
  'unknown',
  '文件被重新排版，内容未变',
  'The file was written anew; what it says is unaltered',
  'RFC 8785',
)

/** What is not for everybody to read can still be recognized by whoever holds it. */
export async function checkByHash(sha256: string, api: EtalonClient): Promise<Check> {
  const { body } = await api.ask('find-by-hash', { params: { sha256 } })
  const [match] = body.matches
  const evidence = `SHA-256 ${beginningOf(sha256)}`
  return match
    ? check('holds', '登记库存有此文件', 'The registry holds this very file', `${match.number} · ${evidence}`)
    : check('unknown', '登记库没有此散列值的文件', 'The registry holds no file with this hash', evidence)
}

async function checkLog(
  { number, version }: { readonly number: string; readonly version: number },
  sha256: string,
  api: EtalonClient,
): Promise<Check> {
  const log = await found(api.ask('log-of-certificate', { params: { number } }))
  if (!log)
    return check('unknown', '透明日志中的记录不对外公开', 'Where it stands in the log is not told to you')
  const place = await placeIn(log, { version, sha256 }, await keysOf(api))
  if (typeof place === 'string')
    return check('fails', '透明日志中没有此文件', 'The log does not have this document', place)
  return check(
    'holds',
    '其散列值已写入透明日志',
    'Its hash stands in the transparency log',
    wording(`第 ${place} 条，共 ${log.size} 条`, `entry ${place} of ${log.size}`),
  )
}

/** The data within a PDF are checked, and the PDF itself: what a person sees is not what the data say unless it is ours to the last byte. */
export async function checkPdf(
  bytes: Uint8Array,
  within: StatedDocument | undefined,
  api: EtalonClient,
): Promise<FileFindings> {
  if (!within)
    return {
      checks: [
        check(
          'unknown',
          'PDF 内没有可核对的数据',
          'The PDF has no data within that could be compared',
          wording('请按证书编号查询', 'Ask by the number of the certificate'),
        ),
      ],
    }
  const findings = await checkDocument(within, api)
  const print = await checkPrint(bytes, within, api)
  // Genuine data may lie in a PDF that shows something else.
  return { ...findings, checks: [print, ...findings.checks], isOfPartOnly: print.outcome !== 'holds' }
}

const languages = ['zh-en', 'zh', 'en'] as const

async function checkPrint(
  bytes: Uint8Array,
  { number, version }: StatedDocument,
  api: EtalonClient,
): Promise<Check> {
  for (const language of languages) {
    const asked = { params: { number }, query: { version, language }, accept: 'application/pdf' } as const
    const answer = await api.media('read-certificate', asked).catch(() => undefined)
    if (!answer)
      return check('unknown', '登记库的 PDF 不对外公开', 'The PDF of the registry is not for you to read')
    if (sameBytes(new Uint8Array(await answer.arrayBuffer()), bytes))
      return check(
        'holds',
        '与登记库签发的 PDF 逐字节一致',
        'Byte for byte the PDF of this registry',
        wording(`${bytes.length} 字节`, `${bytes.length} bytes`),
      )
  }
  return check(
    'fails',
    '文件与登记库的 PDF 不一致：签发后被改动或重新保存',
    'The file is not the PDF of this registry: it was altered, or saved anew, after issue',
    wording('所见内容可能与数据不同', 'What you see may differ from the data within'),
  )
}
