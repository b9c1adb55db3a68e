import { element, text, type Child, type WrittenElement } from '../../xml/write-xml.ts'
import type { CertificateSource, SourceResult, SourceStandard } from './certificate-source.ts'
import { identifierOf } from './dcc-identifier.ts'
import { judgedOf } from './judged.ts'
import { around, line, truth, wordsOf } from './dcc-text.ts'

/** Where a version of a certificate that is held here stands; undefined where it is not held, or not to be shown. */
export type Upstream = (number: string, version: number) => CertificateSource | undefined

export interface EquipmentContext {
  readonly origin: string
  readonly upstream?: Upstream
}

/** The standards on which these results rest, each certificate once (ISO/IEC 17025:2017, 7.8.4.1 c). */
export function measuringEquipments(
  source: CertificateSource,
  results: readonly SourceResult[],
  context: EquipmentContext,
): WrittenElement | undefined {
  const codes = new Set(results.map(({ code }) => code))
  const used = (source.standards ?? []).filter(({ inputs }) => inputs.some(({ result }) => codes.has(result)))
  if (used.length === 0) return undefined
  const bySource = Map.groupBy(used, keyOf)
  const equipment = [...bySource.values()].map((standards) => equipmentOf(standards, source, context))
  return element('dcc:measuringEquipments', {}, equipment)
}

const keyOf = ({ certificate, version, reference, equipment }: SourceStandard): string =>
  JSON.stringify(
    certificate === undefined
      ? [reference?.code, equipment?.code, equipment?.component]
      : [certificate, version],
  )

function equipmentOf(
  standards: readonly SourceStandard[],
  source: CertificateSource,
  context: EquipmentContext,
): WrittenElement | undefined {
  const [standard] = standards
  if (!standard) return undefined
  const { equipment, reference } = standard
  const name = equipment?.name ?? reference?.name ?? equipment?.model ?? equipment?.code ?? 'standard'
  return element(
    'dcc:measuringEquipment',
    { refType: 'basic_standardUsed' },
    wordsOf('dcc:name', name),
    describedOf(standards),
    certificateOf(standard, source, context),
    equipment?.manufacturer === undefined
      ? undefined
      : element('dcc:manufacturer', {}, wordsOf('dcc:name', equipment.manufacturer)),
    line('dcc:model', equipment?.model),
    identificationsOf(standard),
  )
}

/** Which of its results were used, and for which inputs. */
function describedOf(standards: readonly SourceStandard[]): WrittenElement {
  const uses = standards.flatMap(({ result, inputs }) =>
    inputs.map(({ result: of, input }) => `${of}.${input}${result === undefined ? '' : ` ← ${result}`}`),
  )
  const kind = standards[0]?.reference?.kind
  const holder = standards[0]?.reference?.holder?.name
  const held = around(holder ?? '', {
    en: (name) => `, held by ${name}`,
    zh: (name) => `，保存机构：${name}`,
  })
  return wordsOf('dcc:description', {
    en: `${kind === undefined ? '' : `Reference (${kind})${holder ? held.en : ''}. `}Used for: ${uses.join('; ')}`,
    zh: `${kind === undefined ? '' : `参照对象（${kind}）${holder ? held.zh : ''}。`}用于：${uses.join('；')}`,
  })
}

function identificationsOf({ equipment, reference }: SourceStandard): WrittenElement | undefined {
  const code = equipment?.code ?? reference?.code
  if (code === undefined) return undefined
  return element(
    'dcc:identifications',
    {},
    equipment?.serialNumber === undefined ? undefined : serialNumber(equipment.serialNumber),
    registryCode(code, equipment?.component),
  )
}

export const serialNumber = (value: string): WrittenElement =>
  element(
    'dcc:identification',
    { refType: 'basic_serialNo' },
    text('dcc:issuer', 'manufacturer'),
    line('dcc:value', value),
    wordsOf('dcc:name', { en: 'Serial number', zh: '出厂编号' }),
  )

export const registryCode = (code: string, component = 'main'): WrittenElement =>
  element(
    'dcc:identification',
    { refType: 'etalon_equipmentCode' },
    text('dcc:issuer', 'other'),
    line('dcc:value', component === 'main' ? code : `${code}/${component}`),
    wordsOf('dcc:name', { en: 'Code in the registry', zh: '登记代号' }),
  )

/**
 * What a recipient can check without trusting us: the SHA-256 of the canonical JSON (RFC 8785, "JCS") of that very version,
 * which the registry serves; canonicalisation and digest are named together, as PTB does it (`c14n-sha256`).
 */
export const hashProcedure = 'jcs-sha256'

function certificateOf(
  standard: SourceStandard,
  source: CertificateSource,
  context: EquipmentContext,
): WrittenElement | undefined {
  const { certificate, version = 1, sha256 } = standard
  if (certificate === undefined) return undefined
  const address = `${context.origin}/v1/certificates/${encodeURIComponent(certificate)}.json?version=${version}`
  const description = wordsOf('dcc:description', {
    en: `SHA-256 of the canonical JSON (RFC 8785) of certificate ${certificate}, version ${version}: ${address}`,
    zh: `证书 ${certificate} 第 ${version} 版规范化JSON（RFC 8785）的SHA-256值：${address}`,
  })
  return element(
    'dcc:certificate',
    {},
    hashOf(standard, certificate),
    sha256 === undefined ? undefined : description,
    claimsOf(source),
    linkedReport(certificate, version, context),
  )
}

/** The issuer and the number; of a later version the bare number too, by which it may be held. */
function hashOf({ version = 1, sha256, issuer }: SourceStandard, number: string): readonly Child[] {
  const bare = version > 1 ? [text('dcc:content', number)] : []
  return [
    wordsOf('dcc:referral', issuer?.name ?? number, ...bare),
    line('dcc:referralID', identifierOf(number, version)),
    text('dcc:procedure', sha256 === undefined ? '-' : hashProcedure),
    text('dcc:value', sha256 ?? '-'),
  ]
}

/** What the rules said of the standards of a certificate when it was issued; nothing where they had a reservation. */
function claimsOf(source: CertificateSource): Child {
  const isTraceable = judgedOf(source)
  if (isTraceable === undefined) return undefined
  return [truth('dcc:inValidityRange', isTraceable), truth('dcc:traceable', isTraceable)]
}

/** Longer than any hierarchy of calibrations. */
const mostStages = 12

/** The stages above, along the standard that matters most in each; a DCC has room for one. */
function linkedReport(
  certificate: string,
  version: number,
  context: EquipmentContext,
  stage = 1,
): WrittenElement | undefined {
  const held = stage > mostStages ? undefined : context.upstream?.(certificate, version)
  const standard = held && weightiestStandard(held)
  if (!held || standard?.certificate === undefined) return undefined
  const { certificate: number, version: edition = 1 } = standard
  return element(
    'dcc:linkedReport',
    {},
    hashOf(standard, number),
    claimsOf(held),
    linkedReport(number, edition, context, stage + 1),
  )
}

/** The certificate that brings the greatest share of the uncertainty of any one result. */
export function weightiestStandard({
  standards = [],
  results,
}: CertificateSource): SourceStandard | undefined {
  const shareOf = new Map(
    results.flatMap(({ code, budget }) =>
      (budget?.lines ?? []).map(({ symbol, share }) => [`${code}\n${symbol}`, share] as const),
    ),
  )
  const weight = ({ inputs }: SourceStandard) =>
    Math.max(...inputs.map(({ result, input }) => shareOf.get(`${result}\n${input}`) ?? 0))
  return standards
    .filter(({ certificate }) => certificate !== undefined)
    .toSorted((a, b) => weight(b) - weight(a))
    .at(0)
}
