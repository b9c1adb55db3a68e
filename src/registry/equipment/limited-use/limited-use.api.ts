import { placeById } from '#db/list.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { statedRangeRefusals } from '#metrology/measurand-kind/measurand-kind.refusals.ts'
import { noSuchMeasurandKind } from '../../measurand-kinds/measurand-kind.refusals.ts'
import { notYourOrganization } from '../../people/access.refusals.ts'
import { equipmentAt, equipmentSeen } from '../equipment.queries.ts'
import { unknownComponent, unknownEquipment } from '../equipment.refusals.ts'
import { endRestriction } from './end-restriction.ts'
import { restrictionAt, restrictionsListed } from './limited-use.queries.ts'
import {
  restrictionConstraints,
  restrictionDatesReversed,
  restrictionEnded,
  restrictionKindMissing,
  restrictionParameterUnknown,
  unknownRestriction,
} from './limited-use.refusals.ts'
import { viewRestriction } from './limited-use.view.ts'
import { restrictUse } from './restrict-use.ts'

const restrict = operation(
  {
    id: 'restrict-equipment',
    method: 'post',
    path: '/v1/equipment/{id}/restrictions',
    summary: 'Limit the use of equipment: a component, a part of its range, of its parameters',
    access: 'equipment.revise',
    params: 'equipment/path.json',
    body: 'equipment/restriction-entry.json',
    answers: { 201: 'equipment/restriction.json' },
    refuses: [
      unknownEquipment,
      notYourOrganization,
      unknownComponent,
      noSuchMeasurandKind,
      restrictionKindMissing,
      restrictionParameterUnknown,
      statedRangeRefusals,
    ],
  },
  async ({ em, params, body, actor, now }) => {
    const equipment = await equipmentAt(em, params.id)
    const restriction = await restrictUse(em, { equipment, stated: body }, { actor, now })
    const subject = `/v1/equipment-restrictions/${restriction.id}`
    return { status: 201, body: viewRestriction(restriction), subject }
  },
)

const list = operation(
  {
    id: 'list-equipment-restrictions',
    method: 'get',
    path: '/v1/equipment/{id}/restrictions',
    summary: 'List where equipment may not be used, and where it might not',
    access: 'equipment.read',
    params: 'equipment/path.json',
    query: 'http/page-query.json',
    answers: { 200: 'equipment/restriction-page.json' },
    refuses: [unknownEquipment],
  },
  async ({ em, params, query, actor }) => {
    const equipment = await equipmentSeen(em, params.id, actor)
    const list = `restrictions of ${equipment.id}`
    const after = pagePlace(list, query)?.id
    const rows = await restrictionsListed(em, equipment, { after, limit: rowsToRead(query) })
    return { status: 200, body: pageOf(list, query, rows, placeById, viewRestriction) }
  },
)

const end = operation(
  {
    id: 'end-equipment-restriction',
    method: 'post',
    path: '/v1/equipment-restrictions/{id}/end',
    summary: 'End a restriction on the use of equipment',
    access: 'equipment.revise',
    params: 'equipment/restriction-path.json',
    body: 'equipment/restriction-end.json',
    answers: { 200: 'equipment/restriction.json' },
    refuses: [unknownRestriction, notYourOrganization, restrictionEnded, restrictionDatesReversed],
    constraints: restrictionConstraints,
  },
  async ({ em, params, body, actor, now }) => {
    const restriction = await restrictionAt(em, params.id)
    const before = viewRestriction(restriction)
    await endRestriction(em, { restriction, stated: body }, { actor, now })
    return { status: 200, body: viewRestriction(restriction), before }
  },
)

export const limitedUseOperations: readonly Operation[] = [restrict, list, end]
