import { attributeOf, wordsOf, type XmlElement } from '#exchange/xml/xml-element.ts'
import type { Place } from '../content-model/place.ts'
import { releaseNumber, type DccVersion } from '../content-model/version.ts'
import type { DccCertificate, DccPerson } from './dcc-read.ts'
import { checkLanguages } from './check-languages.ts'
import { fault, warn, type Reader } from './reader.ts'

interface Sense {
  readonly version: DccVersion
  readonly located: string | undefined
  readonly certificate: DccCertificate
  readonly persons: readonly DccPerson[]
}

/** What the schema cannot see: dates in order, one main signer, links that lead somewhere, languages that are declared. */
export function checkSense(reader: Reader, root: Place, sense: Sense): void {
  checkRelease(reader, root, sense)
  checkDates(reader, root, sense)
  const signers = sense.persons.filter(({ isMainSigner }) => isMainSigner).length
  if (signers !== 1) {
    const detail = { en: `${signers} main signers; one is due`, zh: `主签署人有 ${signers} 名，应为 1 名` }
    warn(reader, root, 'main-signer', detail)
  }
  checkReferences(reader, root)
  checkLanguages(reader, root, sense.certificate)
}

function checkRelease(reader: Reader, root: Place, { version, located }: Sense): void {
  if (attributeOf(root.element, 'schemaVersion') === undefined) {
    warn(reader, root, 'release-not-stated', {
      en: `Read as ${version}, which the location of its schema names`,
      zh: `未注明版本，按其 schema 位置所示的 ${version} 读取`,
    })
  } else if (located !== undefined && located !== version) {
    warn(reader, root, 'release-differs', {
      en: `It says ${version}, and the location of its schema ${located}; read as ${version}`,
      zh: `版本属性为 ${version}，而 schema 位置为 ${located}；按 ${version} 读取`,
    })
  }
}

function checkDates(reader: Reader, root: Place, { version, certificate }: Sense): void {
  const { received, begun, ended, issued } = certificate
  if (isAfter(begun, ended)) {
    const detail = { en: `Begun ${begun}, ended ${ended}`, zh: `开始 ${begun}，结束 ${ended}` }
    fault(reader, root, 'dates', detail)
  }
  if (received !== undefined && isAfter(received, ended)) {
    const detail = { en: `Received ${received}, after the work`, zh: `接收日期 ${received} 晚于校准` }
    warn(reader, root, 'received-after-work', detail)
  }
  if (issued !== undefined && isAfter(ended, issued)) {
    const detail = { en: `Issued ${issued}, before the work ended`, zh: `签发日期 ${issued} 早于校准结束` }
    warn(reader, root, 'issued-before-end', detail)
  }
  if (issued === undefined && releaseNumber(version) >= 30_200) {
    const detail = { en: 'No date of issue is stated', zh: '未注明签发日期' }
    warn(reader, root, 'issue-date-missing', detail)
  }
}

/** Days as they are written; a zone behind them moves no day so far that the order could be told. */
const isAfter = (a: string, b: string): boolean => a.slice(0, 10) > b.slice(0, 10)

function checkReferences(reader: Reader, root: Place): void {
  const ids = new Set<string>()
  const references: string[] = []
  const walk = (element: XmlElement): void => {
    const id = attributeOf(element, 'id')
    if (id !== undefined) ids.add(id.trim())
    references.push(...wordsOf(attributeOf(element, 'refId') ?? ''))
    if (element.name === 'refId') references.push(element.text.trim())
    for (const child of element.children) walk(child)
  }
  walk(root.element)
  const dangling = [...new Set(references)].filter((word) => !ids.has(word))
  if (dangling.length === 0) return
  const named = dangling.slice(0, 10).join(', ')
  const detail = { en: `No element has the id ${named}`, zh: `没有 id 为 ${named} 的元素` }
  warn(reader, root, 'reference-dangling', detail)
}
