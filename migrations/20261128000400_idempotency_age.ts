import { Migration } from '@mikro-orm/migrations'

/** First answers are forgotten after a month. Keys come in the order of their time: a block range index costs a write nothing. */
export class Migration20261128000400 extends Migration {
  override up(): void {
    this.addSql(`create index idempotency_keys_created_at_index on idempotency_keys using brin (created_at)`)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
