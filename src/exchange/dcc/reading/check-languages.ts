import { attributeOf, childrenNamed, type XmlElement } from '#exchange/xml/xml-element.ts'
import { dccNamespace } from '../content-model/namespaces.ts'
import { pathOf, type Place } from '../content-model/place.ts'
import type { DccCertificate } from './dcc-read.ts'
import { warn, type Reader } from './reader.ts'

interface Seen {
  readonly used: Set<string>
  repeated: { readonly count: number; readonly first: string }
}

/** Languages are declared, declared once, and one text has each of them once. Told once for the file: it is seldom one text. */
export function checkLanguages(reader: Reader, root: Place, certificate: DccCertificate): void {
  const { languages, bindingLanguages } = certificate
  const seen: Seen = { used: new Set(), repeated: { count: 0, first: '' } }
  look(root, seen)
  const undeclared = [...seen.used, ...bindingLanguages].filter((code) => !languages.includes(code))
  if (undeclared.length > 0) {
    const named = [...new Set(undeclared)].join(', ')
    const detail = { en: `Used and not declared: ${named}`, zh: `使用而未声明的语言：${named}` }
    warn(reader, root, 'language-undeclared', detail)
  }
  if (new Set(languages).size < languages.length) {
    const detail = {
      en: `Declared more than once: ${languages.join(', ')}`,
      zh: `语言重复声明：${languages.join('、')}`,
    }
    warn(reader, root, 'language-repeated', detail)
  }
  const { count, first } = seen.repeated
  if (count > 0) {
    warn(reader, root, 'text-repeats-language', {
      en: `${count} texts repeat a language, the first is ${first}`,
      zh: `${count} 处文本重复同一语言，首处为 ${first}`,
    })
  }
}

function look(place: Place, seen: Seen): void {
  const { element } = place
  if (element.namespace !== dccNamespace) return
  const codes = childrenNamed(element, 'content').flatMap(
    (content: XmlElement) => attributeOf(content, 'lang') ?? [],
  )
  for (const code of codes) seen.used.add(code)
  if (new Set(codes).size < codes.length) {
    const { count, first } = seen.repeated
    seen.repeated = { count: count + 1, first: count === 0 ? pathOf(place) : first }
  }
  for (const child of element.children) look({ element: child, parent: place }, seen)
}
