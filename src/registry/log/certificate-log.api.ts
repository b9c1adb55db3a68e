import { operation, type Operation } from '#http/operation.ts'
import { unknownCertificate } from '../certificates/certificate.refusals.ts'
import { isAdministrator } from '../people/may.ts'
import { partiesOf } from './log.queries.ts'
import { viewPlaces } from './log.view.ts'
import { placesOf } from './places.queries.ts'

export const certificateLogOperations: readonly Operation[] = [
  operation(
    {
      id: 'log-of-certificate',
      method: 'get',
      path: '/v1/certificates/{number}/log',
      summary: 'What the log says about a certificate, with proofs and a checkpoint. No key needed',
      description:
        'Of a certificate that is there for its parties only, they alone are told where it stands; each entry comes with the ' +
        'opening of its commitment.',
      access: 'public',
      params: 'certificates/path.json',
      answers: { 200: 'log/places.json' },
      refuses: [unknownCertificate],
    },
    async ({ em, params, actor, facilities }) => {
      const { number } = params
      const parties = await partiesOf(em, number)
      const isParty = actor !== null && (isAdministrator(actor) || parties.includes(actor.organization.id))
      const body = viewPlaces(number, await placesOf(em, number, facilities), isParty)
      if (body.entries.length > 0) return { status: 200, body }
      throw unknownCertificate(
        { en: `None has the number ${number}`, zh: `没有编号为 ${number} 的证书` },
        { number },
      )
    },
  ),
]
