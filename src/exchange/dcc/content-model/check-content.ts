import { isBlank, type XmlElement } from '#exchange/xml/xml-element.ts'
import { misfitOf } from './match-content.ts'
import { spaceOf, xsiNamespace } from './namespaces.ts'
import { findingAt, type Finding, type Place } from './place.ts'
import { contentModelOf, type ContentModel, type ContentType } from './table.ts'
import { valueSyntaxesOf, type ValueSyntax } from './value-syntax.ts'
import type { DccVersion } from './version.ts'

/** A file that is wrong in more places is not told of all of them. */
const mostFindings = 50

interface Checking {
  readonly model: ContentModel
  readonly syntaxes: ReadonlyMap<string, ValueSyntax>
  readonly findings: Finding[]
  readonly ids: Set<string>
}

/** Everything in which a certificate differs from the content model of its release; none: it is valid. */
export function checkContent(root: XmlElement, version: DccVersion): readonly Finding[] {
  const checking: Checking = {
    model: contentModelOf(version),
    syntaxes: valueSyntaxesOf(version),
    findings: [],
    ids: new Set(),
  }
  check({ element: root }, 'dcc.certificate', checking)
  return checking.findings.slice(0, mostFindings)
}

function check(place: Place, type: string, checking: Checking): void {
  if (checking.findings.length >= mostFindings) return
  const content = checking.model.get(type)
  if (content) checkComplex(place, content, checking)
  else checkSimple(place, type, checking)
}

/** What is foreign is not looked into: it is kept, and named as not understood. */
const foreign = new Set(['dcc.anything', 'ds.Signature'])

function checkSimple(place: Place, type: string, checking: Checking): void {
  if (foreign.has(type)) return
  if (type === 'dcc.xml') return checkForeign(place, checking)
  const [stranger] = place.element.children
  if (stranger) return tell(place, stranger, [], checking)
  refuseAttributes(place, undefined, checking)
  checkValue(place, type, checking)
}

/** One element of another namespace, or none. */
function checkForeign(place: Place, { findings }: Checking): void {
  const { children, text } = place.element
  const fits = children.length <= 1 && children.every(({ namespace }) => spaceOf(namespace) !== 'dcc')
  if (fits && isBlank(text)) return
  const detail = {
    en: 'At most one element of another format may stand here',
    zh: '此处至多有一个其他格式的元素',
  }
  findings.push(findingAt(place, 'element', detail))
}

function checkComplex(place: Place, content: ContentType, checking: Checking): void {
  refuseAttributes(place, content, checking)
  if (content.value !== undefined) {
    const [stranger] = place.element.children
    if (stranger) return tell(place, stranger, [], checking)
    return checkValue(place, content.value, checking)
  }
  if (!isBlank(place.element.text)) {
    const detail = { en: 'There is text where only elements may stand', zh: '只能有元素之处出现了文本' }
    checking.findings.push(findingAt(place, 'text', detail))
  }
  const { children } = place.element
  const names = children.map(({ namespace, name }) => `${spaceOf(namespace)}.${name}`)
  const misfit = misfitOf(content.content, names)
  if (misfit) tell(place, children[misfit.at], misfit.expected, checking)
  children.forEach((element, i) => {
    const type = content.typeOf.get(names[i] ?? '')
    if (type !== undefined) check({ element, parent: place }, type, checking)
  })
}

/** Which element does not fit inside `place`, or that one is missing at its end. */
function tell(
  place: Place,
  stranger: XmlElement | undefined,
  expected: readonly string[],
  { findings }: Checking,
) {
  const names = expected.map((name) => name.slice(name.indexOf('.') + 1))
  const due = names.length === 0 ? '' : names.join(', ')
  if (!stranger) {
    findings.push(
      findingAt(place, 'missing', {
        en: `It ends where one of these is due: ${due}`,
        zh: `在应有以下之一处结束：${due}`,
      }),
    )
    return
  }
  const en =
    due === ''
      ? `${stranger.name} has no place here`
      : `${stranger.name} stands where one of these is due: ${due}`
  const zh = due === '' ? `此处不允许 ${stranger.name}` : `${stranger.name} 的位置应为：${due}`
  findings.push(findingAt({ element: stranger, parent: place }, 'element', { en, zh }))
}

function checkValue(place: Place, type: string, checking: Checking): void {
  const { text } = place.element
  const syntax = syntaxNamed(type, checking)
  if (syntax.holds(text)) return
  checking.findings.push(findingAt(place, 'value', mismatch(text, syntax)))
}

function syntaxNamed(type: string, { syntaxes }: Checking): ValueSyntax {
  const syntax = syntaxes.get(type.slice(type.indexOf('.') + 1))
  if (!syntax) throw new Error(`The tables name no syntax ${type}`)
  return syntax
}

function mismatch(text: string, { expected }: ValueSyntax) {
  const shown = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
  return { en: `${shown} is not ${expected.en}`, zh: `${shown} 不是${expected.zh}` }
}

const attributeSyntax: Readonly<Record<string, string>> = {
  id: 'id',
  refId: 'idrefs',
  refType: 'refType',
  lang: 'language',
  schemaVersion: 'string',
}

const hints = new Set(['schemaLocation', 'noNamespaceSchemaLocation'])

function refuseAttributes(place: Place, content: ContentType | undefined, checking: Checking): void {
  const { attributes } = place.element
  for (const { namespace, name, value } of attributes) {
    if (namespace === xsiNamespace && hints.has(name)) continue
    const isKnown = namespace === '' && content?.attributes.has(name) === true
    if (!isKnown) {
      const detail = { en: `The attribute ${name} has no place here`, zh: `此处不允许属性 ${name}` }
      checking.findings.push(findingAt(place, 'attribute', detail))
      continue
    }
    checkAttribute(place, name, value, checking)
  }
  for (const [name, { isRequired }] of content?.attributes ?? []) {
    if (!isRequired || attributes.some((attribute) => attribute.name === name)) continue
    const detail = { en: `The attribute ${name} is missing`, zh: `缺少属性 ${name}` }
    checking.findings.push(findingAt(place, 'attribute', detail))
  }
}

function checkAttribute(place: Place, name: string, value: string, checking: Checking): void {
  // The language of a formula of 2.x is any text.
  const isFormula = name === 'lang' && place.element.name === 'formula'
  const syntax = syntaxNamed(isFormula ? 'string' : (attributeSyntax[name] ?? 'string'), checking)
  if (!syntax.holds(value)) {
    checking.findings.push(findingAt(place, 'attribute', mismatch(value, syntax)))
  } else if (name === 'id' && !added(checking.ids, value.trim())) {
    const detail = { en: `Another element has the id ${value} already`, zh: `id ${value} 已被其他元素使用` }
    checking.findings.push(findingAt(place, 'repeated-id', detail))
  }
}

function added(ids: Set<string>, id: string): boolean {
  const before = ids.size
  return ids.add(id).size > before
}
