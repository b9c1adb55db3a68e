import type {
  CertificateSummary,
  CalibrationSummary,
  EquipmentDrift,
  EquipmentEventRecord,
  EquipmentRecord,
  InventoryItem,
  TraceabilityAnswer,
} from '#contract/types.ts'
import type { EtalonClient } from '#client/client.ts'
import type { Visit } from '../ground/page-route.ts'
import { orNothing } from './or-nothing.ts'

/** What the interface says of one device. */
export interface Item {
  readonly equipment: EquipmentRecord
  readonly drift: EquipmentDrift
  /** How it stands; told to its owner alone. */
  readonly inventory: InventoryItem | undefined
  /** Of the point whose drift is shown. */
  readonly traceability: TraceabilityAnswer | undefined
  readonly certificates: readonly CertificateSummary[]
  readonly events: readonly EquipmentEventRecord[]
  readonly underWay: readonly CalibrationSummary[]
}

export async function readItem({ api, params, url, who }: Visit): Promise<Item> {
  const { body: equipment } = await api.ask('read-equipment', { params: { id: params['code'] ?? '' } })
  const { code, owner } = equipment
  const series = url.searchParams.get('series') ?? undefined
  const isOwn = owner === who?.organization.code || who?.roles.includes('administrator') === true
  const [drift, inventory, certificates, events, underWay] = await Promise.all([
    api.ask('drift-of-equipment', { params: { id: code }, query: { series } }),
    isOwn ? inventoryOf(api, code, owner) : undefined,
    orNothing(api.ask('list-certificates', { query: { equipment: code, limit: 100 } })),
    api.ask('list-equipment-events', { params: { id: code }, query: { limit: 200 } }),
    orNothing(api.ask('list-calibrations', { query: { equipment: code, limit: 100 } })),
  ])
  return {
    equipment,
    drift: drift.body,
    inventory,
    traceability: await traceabilityOf(api, code, drift.body),
    certificates: certificates?.body.items ?? [],
    events: events.body.items,
    underWay: (underWay?.body.items ?? []).filter(({ state }) => !ended.has(state)),
  }
}

const ended: ReadonlySet<string> = new Set(['authorised', 'cancelled'])

async function inventoryOf(
  api: EtalonClient,
  code: string,
  owner: string,
): Promise<InventoryItem | undefined> {
  const found = await orNothing(api.ask('list-inventory', { query: { q: code, owner, limit: 50 } }))
  return found?.body.items.find(({ equipment }) => equipment === code)
}

async function traceabilityOf(
  api: EtalonClient,
  code: string,
  { series, drift }: EquipmentDrift,
): Promise<TraceabilityAnswer | undefined> {
  const shown = series.find(({ id }) => id === drift?.series)
  if (!shown) return undefined
  const { measurandKind, component, point } = shown
  const { value, unit } = point.nominal
  const query = { measurandKind, component, value: String(value), unit }
  return (await orNothing(api.ask('traceability-of-equipment', { params: { code }, query })))?.body
}
