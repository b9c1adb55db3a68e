import { defineEntity, p } from '@mikro-orm/core'

/** The store of rate-limiter-flexible: how much a key has used, until when (milliseconds since 1970). */
const RateLimitSchema = defineEntity({
  name: 'RateLimit',
  tableName: 'rate_limits',
  properties: {
    key: p.text().primary(),
    points: p.integer().default(0),
    expire: p.bigint().nullable(),
  },
  indexes: [{ name: 'rate_limits_expire_index', properties: ['expire'] }],
})

export class RateLimit extends RateLimitSchema.class {}
RateLimitSchema.setClass(RateLimit)
