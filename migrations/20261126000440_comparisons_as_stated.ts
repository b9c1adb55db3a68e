import { Migration } from '@mikro-orm/migrations'

/** Figures of a round as they were sent, digits and all. */
export class Migration20261126000440 extends Migration {
  override up(): void {
    for (const table of ['comparison_results', 'comparison_closings']) {
      this.addSql(`alter table ${table} add column stated jsonb not null default '{}'`)
      this.addSql(`alter table ${table} alter column stated drop default`)
    }
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
