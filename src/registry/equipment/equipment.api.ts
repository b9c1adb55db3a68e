import { placeByCode, placeById } from '#db/list.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import {
  statedQuantityRefusals,
  statedRangeRefusals,
} from '#metrology/measurand-kind/measurand-kind.refusals.ts'
import { equipmentSheet } from '../imports/sheets/equipment-sheet.ts'
import { noSuchMeasurandKind } from '../measurand-kinds/measurand-kind.refusals.ts'
import { noSuchOrganization } from '../organizations/organization.refusals.ts'
import { notYourOrganization } from '../people/access.refusals.ts'
import { ownEquipmentOnly } from '../people/may.ts'
import {
  equipmentAt,
  equipmentHeld,
  equipmentListed,
  equipmentSeen,
  eventsListed,
} from './equipment.queries.ts'
import {
  componentRepeated,
  equipmentConstraints,
  eventIncomplete,
  eventInFuture,
  figureNotPositive,
  notAStandard,
  stateNotReachable,
  unknownComponent,
  unknownEquipment,
} from './equipment.refusals.ts'
import { viewEquipment, viewEvent } from './equipment.view.ts'
import { extendEquipment } from './extend-equipment.ts'
import { recordEvent } from './record-event.ts'
import { registerEquipment } from './register-equipment.ts'
import { reviseEquipment } from './revise-equipment.ts'

const register = operation(
  {
    id: 'register-equipment',
    method: 'post',
    path: '/v1/equipment',
    summary: 'Register measuring equipment, a measurement standard or not',
    access: 'equipment.register',
    body: 'equipment/equipment-entry.json',
    answers: { 201: 'equipment/equipment.json' },
    refuses: [
      noSuchOrganization,
      noSuchMeasurandKind,
      notYourOrganization,
      notAStandard,
      figureNotPositive,
      componentRepeated,
      statedRangeRefusals,
    ],
    constraints: equipmentConstraints,
  },
  async ({ em, body, actor, now }) => {
    const { id } = await registerEquipment(em, body, { actor, now })
    const equipment = await equipmentAt(em, id)
    const location = `/v1/equipment/${id}`
    return { status: 201, body: viewEquipment(equipment), headers: { location }, etag: equipment.version }
  },
)

const list = operation(
  {
    id: 'list-equipment',
    method: 'get',
    path: '/v1/equipment',
    summary: 'List equipment',
    access: 'equipment.read',
    query: 'equipment/search.json',
    answers: { 200: 'equipment/page.json' },
    spreadsheet: true,
    importColumns: equipmentSheet.columns,
    refuses: [],
  },
  async ({ em, query, actor }) => {
    const after = pagePlace('equipment', query)?.value
    const rows = await equipmentListed(em, query, ownEquipmentOnly(actor), {
      after,
      limit: rowsToRead(query),
    })
    return { status: 200, body: pageOf('equipment', query, rows, placeByCode, viewEquipment) }
  },
)

const read = operation(
  {
    id: 'read-equipment',
    method: 'get',
    path: '/v1/equipment/{id}',
    summary: 'Read equipment by its identifier or code',
    access: 'equipment.read',
    params: 'equipment/path.json',
    answers: { 200: 'equipment/equipment.json' },
    refuses: [unknownEquipment],
  },
  async ({ em, params, actor }) => {
    const equipment = await equipmentSeen(em, params.id, actor)
    return { status: 200, body: viewEquipment(equipment), etag: equipment.version }
  },
)

const revise = operation(
  {
    id: 'revise-equipment',
    method: 'put',
    path: '/v1/equipment/{id}',
    summary: 'State equipment anew',
    access: 'equipment.revise',
    params: 'equipment/path.json',
    body: 'equipment/equipment-revision.json',
    answers: { 200: 'equipment/equipment.json' },
    refuses: [
      unknownEquipment,
      notYourOrganization,
      notAStandard,
      figureNotPositive,
      stateNotReachable,
      statedQuantityRefusals,
    ],
    constraints: equipmentConstraints,
    ifMatch: true,
  },
  async ({ em, params, body, ifMatch, actor, now }) => {
    const equipment = await equipmentAt(em, params.id)
    const before = viewEquipment(equipment)
    await reviseEquipment(em, { equipment, stated: body, seenVersion: ifMatch, actor }, now)
    const subject = `/v1/equipment/${equipment.id}`
    return { status: 200, body: viewEquipment(equipment), etag: equipment.version, before, subject }
  },
)

const extend = operation(
  {
    id: 'add-equipment-component',
    method: 'post',
    path: '/v1/equipment/{id}/components',
    summary: 'Add a component with its measuring intervals',
    access: 'equipment.revise',
    params: 'equipment/path.json',
    body: 'equipment/component.json',
    answers: { 201: 'equipment/equipment.json' },
    refuses: [
      unknownEquipment,
      notYourOrganization,
      noSuchMeasurandKind,
      figureNotPositive,
      componentRepeated,
      statedRangeRefusals,
    ],
    constraints: equipmentConstraints,
    ifMatch: true,
  },
  async ({ em, params, body, ifMatch, actor, now }) => {
    const equipment = await equipmentAt(em, params.id)
    const before = viewEquipment(equipment)
    await extendEquipment(em, { equipment, component: body, seenVersion: ifMatch }, { actor, now })
    const subject = `/v1/equipment/${equipment.id}`
    return { status: 201, body: viewEquipment(equipment), etag: equipment.version, before, subject }
  },
)

const happen = operation(
  {
    id: 'record-equipment-event',
    method: 'post',
    path: '/v1/equipment/{id}/events',
    summary:
      'Record what happened to equipment: a check, an adjustment, a repair, a change of firmware, quarantine …',
    access: 'equipment.record-event',
    params: 'equipment/path.json',
    body: 'equipment/event-entry.json',
    answers: { 201: 'equipment/event.json' },
    refuses: [
      unknownEquipment,
      notYourOrganization,
      unknownComponent,
      eventIncomplete,
      eventInFuture,
      stateNotReachable,
    ],
  },
  async ({ em, params, body, actor, now }) => {
    const equipment = await equipmentHeld(em, params.id)
    const event = await recordEvent(em, { equipment, stated: body }, { actor, now })
    const subject = `/v1/equipment/${equipment.id}/events/${event.id}`
    return { status: 201, body: viewEvent(event), subject }
  },
)

const events = operation(
  {
    id: 'list-equipment-events',
    method: 'get',
    path: '/v1/equipment/{id}/events',
    summary: 'List what happened to equipment',
    access: 'equipment.read',
    params: 'equipment/path.json',
    query: 'equipment/event-search.json',
    answers: { 200: 'equipment/event-page.json' },
    refuses: [unknownEquipment],
  },
  async ({ em, params, query, actor }) => {
    const equipment = await equipmentSeen(em, params.id, actor)
    const list = `events of ${equipment.id}`
    const after = pagePlace(list, query)?.id
    const rows = await eventsListed(em, equipment, query, { after, limit: rowsToRead(query) })
    return { status: 200, body: pageOf(list, query, rows, placeById, viewEvent) }
  },
)

export const equipmentOperations: readonly Operation[] = [
  register,
  list,
  read,
  revise,
  extend,
  happen,
  events,
]
