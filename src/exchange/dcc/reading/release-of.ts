import { attributeOf, type XmlElement } from '#exchange/xml/xml-element.ts'
import { dccNamespace, xsiNamespace } from '../content-model/namespaces.ts'
import { dccVersions, isDccVersion, type DccVersion } from '../content-model/version.ts'
import { otherFormat, otherRelease } from './reading.refusals.ts'

export interface Release {
  readonly version: DccVersion
  /** The one that the location of the schema names, which nobody follows. */
  readonly located: string | undefined
}

/** Formats that are taken for a DCC: the refusal names them. */
const otherFormats: readonly (readonly [RegExp, string])[] = [
  [/^http:\/\/(?:www\.)?ptb\.de\/dcc/, 'a DCC whose namespace is http://… instead of https://ptb.de/dcc'],
  [
    /^https:\/\/www\.ptb\.de\/dcc|ptb\.de\/dcc\//,
    'an early DCC (1.x or 2.1), whose schema is not published any more',
  ],
  [/dfm\.dk/, 'DCX, the format of DFM'],
  [/drmd|example\.org\/drmd/i, 'DRMD, a document of a reference material'],
  [/^https:\/\/ptb\.de\/si/, 'D-SI data without a certificate'],
]

/** Which release decides how the file is read: the attribute does, and the location of a schema only where there is none. */
export function releaseOf(root: XmlElement): Release {
  if (root.namespace !== dccNamespace || root.name !== 'digitalCalibrationCertificate') throw strangerOf(root)
  const hint = root.attributes.find(
    ({ namespace, name }) => namespace === xsiNamespace && name === 'schemaLocation',
  )
  const located = /\/v(\d+\.\d+\.\d+)\/dcc\.xsd/.exec(hint?.value ?? '')?.[1]
  const stated = attributeOf(root, 'schemaVersion')
  // Releases before 2.3 have no such attribute.
  const version = stated ?? (located?.startsWith('2.2.') ? located : undefined)
  if (version !== undefined && isDccVersion(version)) return { version, located }
  const shown = version ?? located
  throw otherRelease(
    {
      en: `It says ${shown === undefined ? 'no release' : shown.slice(0, 40)}; read are ${dccVersions.join(', ')}`,
      zh: `文件版本：${shown === undefined ? '未注明' : shown.slice(0, 40)}；支持 ${dccVersions.join('、')}`,
    },
    { read: dccVersions },
  )
}

function strangerOf({ namespace, name }: XmlElement) {
  const known = otherFormats.find(([pattern]) => pattern.test(namespace))?.[1]
  const shown = `${name.slice(0, 80)} (${namespace === '' ? 'no namespace' : namespace.slice(0, 120)})`
  const is = known === undefined ? '' : `; this is ${known}`
  return otherFormat(
    {
      en: `Its root is ${shown}, and that of a DCC is digitalCalibrationCertificate (${dccNamespace})${is}`,
      zh: `根元素为 ${shown}，而 DCC 的根元素为 digitalCalibrationCertificate（${dccNamespace}）`,
    },
    { namespace: namespace.slice(0, 200), name: name.slice(0, 200) },
  )
}
