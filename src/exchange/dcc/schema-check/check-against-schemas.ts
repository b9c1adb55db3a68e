import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlElement,
  XmlLibError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'
import { dccNamespace } from '../content-model/namespaces.ts'
import { isDccVersion, type DccVersion } from '../content-model/version.ts'

/** What the official schema of a release says against a file. */
export interface SchemaFault {
  readonly line: number
  readonly message: string
}

/** The schemas of a directory, by their path in it: `v3.3.0/dcc.xsd`, `dsi/v2.2.1.xsd` … */
export type SchemaFiles = ReadonlyMap<string, Uint8Array>

export interface SchemaCheck {
  /** Undefined where no schema of that release is at hand. */
  readonly faultsOf: (bytes: Uint8Array, version: DccVersion) => readonly SchemaFault[] | undefined
}

const careful =
  ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NO_SYS_CATALOG

/** Beyond this libxml2 wants to be told that a text is meant to be so long; the strict reader has seen the file before. */
const ordinarySize = 8_000_000

const root = 'mem:/etalon-schemas/'

/**
 * libxml2 with these files and no others: what a schema or a certificate asks for beside them is not there, and nobody
 * looks for it anywhere else. A schema is compiled when it is needed, and kept.
 */
export function schemaCheckOf(files: SchemaFiles): SchemaCheck {
  xmlRegisterInputProvider(
    new XmlBufferInputProvider(Object.fromEntries([...files].map(([path, bytes]) => [root + path, bytes]))),
  )
  const compiled = new Map<DccVersion, XsdValidator | undefined>()
  const validatorOf = (version: DccVersion) => {
    if (!compiled.has(version)) compiled.set(version, compile(files, version))
    return compiled.get(version)
  }
  return {
    faultsOf: (bytes, version) => {
      const validator = isDccVersion(version) ? validatorOf(version) : undefined
      return validator && faults(bytes, validator)
    },
  }
}

function compile(files: SchemaFiles, version: DccVersion): XsdValidator | undefined {
  const path = `v${version}/dcc.xsd`
  const bytes = files.get(path)
  if (!bytes) return undefined
  return XsdValidator.fromDoc(XmlDocument.fromBuffer(bytes, { url: root + path, option: careful }))
}

function faults(bytes: Uint8Array, validator: XsdValidator): readonly SchemaFault[] {
  const option = bytes.length > ordinarySize ? careful | ParseOption.XML_PARSE_HUGE : careful
  let document: XmlDocument | undefined
  try {
    document = XmlDocument.fromBuffer(bytes, { option })
    if (document.dtd) return [{ line: 1, message: 'There is a document type declaration' }]
    setForeignAside(document)
    validator.validate(document)
    return []
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error
    const told = error.details.map(({ line, message }) => ({ line: line ?? 0, message: message.trim() }))
    return told.length > 0 ? told : [{ line: 0, message: error.message }]
  } finally {
    document?.dispose()
  }
}

/** MathML stands under a wildcard that asks for its schema, which is in no set of DCC schemas; it is not read here either. */
function setForeignAside(document: XmlDocument): void {
  for (const node of document.find('//d:mathml/* | //d:xml/*', { d: dccNamespace })) {
    if (node instanceof XmlElement) node.remove()
  }
}
