import { operation, type Operation } from '#http/operation.ts'
import { organizationAt } from '../organizations/organization.queries.ts'
import { unknownOrganization } from '../organizations/organization.refusals.ts'
import { notYourOrganization } from '../people/access.refusals.ts'
import { rulesOf } from './reporting-rules.queries.ts'
import { kindRepeated, statedMeanwhile, templateMalformed } from './reporting-rules.refusals.ts'
import { viewRules } from './reporting-rules.view.ts'
import { stateRules } from './state-rules.ts'

const path = '/v1/organizations/{id}/reporting-rules'

export const reportingRuleOperations: readonly Operation[] = [
  operation(
    {
      id: 'state-reporting-rules',
      method: 'post',
      path,
      summary: 'State how a laboratory numbers and signs its certificates from now on',
      access: 'organization.revise',
      params: 'organizations/path.json',
      body: 'reporting-rules/reporting-rules-entry.json',
      answers: { 201: 'reporting-rules/reporting-rules.json' },
      refuses: [unknownOrganization, notYourOrganization, templateMalformed, kindRepeated, statedMeanwhile],
    },
    async ({ em, params, body, actor, now }) => {
      const laboratory = await organizationAt(em, params.id)
      const [before] = await rulesOf(em, laboratory.id)
      await stateRules(em, { laboratory, stated: body }, actor, now)
      const [newest] = await rulesOf(em, laboratory.id)
      if (!newest) throw new Error('The rules were stated a moment ago')
      return {
        status: 201,
        body: viewRules(newest),
        headers: { location: `/v1/organizations/${laboratory.id}/reporting-rules` },
        ...(before && { before: viewRules(before) }),
        reason: body.reason,
      }
    },
  ),
  operation(
    {
      id: 'read-reporting-rules',
      method: 'get',
      path,
      summary: 'The rules by which a laboratory numbers and signs, every version, the newest first',
      access: 'registry.read',
      params: 'organizations/path.json',
      answers: { 200: 'reporting-rules/versions.json' },
      refuses: [unknownOrganization],
    },
    async ({ em, params }) => {
      const laboratory = await organizationAt(em, params.id)
      return { status: 200, body: { items: (await rulesOf(em, laboratory.id)).map(viewRules) } }
    },
  ),
]
