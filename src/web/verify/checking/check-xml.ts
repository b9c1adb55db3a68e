import type { EtalonClient } from '#client/client.ts'
import { sameBytes } from '#evidence/encoding.ts'
import { wording } from '#faces/both.ts'
import { check, type Check } from './check.ts'
import { checkByHash } from './check-document.ts'
import type { FileFindings } from './check-file.ts'
import { numberOfIdentifier } from './material.ts'

/** An XML against what the registry gives out under its number; a file that was imported is known by its hash. */
export async function checkXml(
  bytes: Uint8Array,
  { sha256, identifier }: { readonly sha256: string; readonly identifier: string | undefined },
  api: EtalonClient,
): Promise<FileFindings> {
  const byHash = await api.ask('find-by-hash', { params: { sha256 } })
  const [match] = byHash.body.matches
  if (match) {
    const { number, version } = match
    return { about: { number, version }, checks: [await checkByHash(sha256, api)] }
  }
  if (identifier === undefined) return { checks: [await checkByHash(sha256, api)] }
  const about = numberOfIdentifier(identifier)
  const checked = await compared(bytes, about, api)
  return checked ? { about, checks: [checked] } : { checks: [await checkByHash(sha256, api)] }
}

async function compared(
  bytes: Uint8Array,
  { number, version = 1 }: { readonly number: string; readonly version?: number },
  api: EtalonClient,
): Promise<Check | undefined> {
  const asked = { params: { number }, query: { version }, accept: 'application/xml' } as const
  const answer = await api.media('read-certificate', asked).catch(() => undefined)
  if (!answer) return undefined
  return sameBytes(new Uint8Array(await answer.arrayBuffer()), bytes)
    ? check(
        'holds',
        '与登记库签发的 DCC 逐字节一致',
        'Byte for byte the DCC of this registry',
        wording(`${bytes.length} 字节`, `${bytes.length} bytes`),
      )
    : check(
        'fails',
        '文件与登记库签发的 DCC 不一致：签发后被改动',
        'The file is not the DCC of this registry: it was altered after issue',
        wording(`编号 ${number}，第 ${version} 版`, `number ${number}, version ${version}`),
      )
}
