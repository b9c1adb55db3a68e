import { operation, type Operation } from '#http/operation.ts'
import { refusalsOf } from '#refusal.ts'
import { readerOf } from '../../people/reader.ts'
import { equipmentSeen } from '../equipment.queries.ts'
import { unknownEquipment } from '../equipment.refusals.ts'
import { noSuchSeries } from './drift.refusals.ts'
import { driftOfSeries } from './drift-of-series.ts'
import { viewDrift } from './drift.view.ts'
import { certificatesInForce, interventions } from './found-results.queries.ts'
import { seriesAsked } from './series-asked.ts'
import { seriesOf } from './series.ts'

export const driftOperations: readonly Operation[] = [
  operation(
    {
      id: 'drift-of-equipment',
      method: 'get',
      path: '/v1/equipment/{id}/drift',
      summary: 'How have the results of this equipment changed at a point, and when will they meet a limit?',
      description:
        'Without a point, that of the most results. The straight line is that of the results since the last adjustment or repair; in its ' +
        'band a further result lies with a probability of 95 %. Results of certificates that were revoked or withdrawn are left out.',
      access: 'equipment.read',
      params: 'equipment/path.json',
      query: 'equipment/drift-query.json',
      answers: { 200: 'equipment/drift.json' },
      refuses: [unknownEquipment, noSuchSeries, refusalsOf('unit', 'quantity')],
    },
    async ({ em, params, query, actor }) => {
      const equipment = await equipmentSeen(em, params.id, actor)
      const all = seriesOf(await certificatesInForce(em, equipment, readerOf(actor)))
      const chosen = seriesAsked(all, query)
      const events = await interventions(em, equipment)
      const drift = chosen && driftOfSeries(equipment, chosen, events)
      return { status: 200, body: viewDrift(equipment, all, drift) }
    },
  ),
]
