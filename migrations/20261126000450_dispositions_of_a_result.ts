import { Migration } from '@mikro-orm/migrations'

/** Whether a recall decided about a result is asked of every result in a chain. */
export class Migration20261126000450 extends Migration {
  override up(): void {
    this.addSql('create index recall_items_result_index on recall_items (result_id)')
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
