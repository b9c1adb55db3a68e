import { describe, expect, it } from 'vitest'
import { roles, type Role } from '#registry/people/api-key.entity.ts'
import { can, canWithKey, mayTable } from '#registry/people/may.ts'
import { operations } from '../../../src/app.ts'

const holding = (...held: Role[]) => ({
  person: { id: '1', code: 'p' },
  organization: { id: '1', code: 'o' },
  roles: held,
})
const mayDo = (role: Role) => Object.keys(mayTable).filter((action) => can(holding(role), action))

describe('the table of roles', () => {
  it('knows the action of every operation', () => {
    const actions = operations.map(({ access }) => access).filter((access) => access !== 'public')
    expect(actions.filter((action) => !Object.hasOwn(mayTable, action))).toEqual([])
  })

  it('lets no administrator, and no system, review or authorise', () => {
    for (const role of ['administrator', 'integration', 'auditor', 'technician'] as const) {
      expect(can(holding(role), 'calibration.review'), role).toBe(false)
      expect(can(holding(role), 'calibration.authorise'), role).toBe(false)
      expect(can(holding(role), 'certificate.revoke'), role).toBe(false)
    }
  })

  it('lets only the signatory issue', () => {
    expect(roles.filter((role) => can(holding(role), 'calibration.authorise'))).toEqual(['signatory'])
  })

  it('lets everyone with a key read and evaluate, and an auditor nothing that changes anything', () => {
    for (const role of roles.filter((one) => one !== 'enterprise-viewer'))
      expect(mayDo(role)).toEqual(expect.arrayContaining(['registry.read', 'evaluate.run']))
    expect(mayDo('enterprise-viewer')).toEqual([
      'session.keep',
      'equipment.read',
      'certificate.read',
      'evaluate.run',
      'due.read',
      'event.read',
    ])
    expect(mayDo('auditor').toSorted()).toEqual([
      'audit.read',
      'calibration.read',
      'certificate.read',
      'due.read',
      'equipment.read',
      'evaluate.run',
      'event.read',
      // An impact is asked, not recorded.
      'impact.assess',
      'import.read',
      'recall.read',
      'registry.read',
      'session.keep',
      'usage.read',
      'webhook.read',
    ])
  })

  it('lets a key with scopes do no more than they say, and nothing that its roles may not', () => {
    const narrow = { ...holding('technician'), scopes: ['calibration.log', 'calibration.authorise'] }
    expect(Object.keys(mayTable).filter((action) => can(narrow, action))).toEqual([
      // Whoever is known at all is told as whom.
      'session.keep',
      'calibration.log',
    ])
  })

  it('lets nobody sign, give out keys or end a certificate who comes with a token or a session and without a key', () => {
    const byToken = { ...holding(...roles), isByToken: true }
    const bySession = { ...holding(...roles), session: 'of a page' }
    for (const known of [byToken, bySession]) {
      expect(Object.keys(mayTable).filter((action) => !can(known, action))).toEqual([
        'identity.register',
        'api-key.issue',
        'api-key.rotate',
        'calibration.submit',
        'calibration.review',
        'calibration.authorise',
        'certificate.amend',
        'certificate.withdraw',
        'certificate.revoke',
        'node-key.change',
      ])
      expect(Object.keys(mayTable).every((action) => canWithKey(known, action))).toBe(true)
    }
  })

  it('allows nobody what it does not know', () => {
    const everything = holding(...roles)
    expect(can(everything, 'registry.burn')).toBe(false)
    expect(can(everything, 'constructor')).toBe(false)
    expect(can(holding(), 'registry.read')).toBe(false)
  })
})
