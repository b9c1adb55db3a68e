import { Migration } from '@mikro-orm/migrations'

/**
 * Whether an organization is a party to a recall by one of its items. The policy of recalls asks for it, and that of the items asks for the
 * recall: one of the two must look at the rows as their owner does, or PostgreSQL would go round in circles.
 */
export class Migration20261128000110 extends Migration {
  override up(): void {
    this.addSql(`
      create function is_party_to_recall(recall uuid, organization uuid) returns boolean
        language sql stable parallel safe security definer set search_path = pg_catalog
        as $$
          select exists (select 1 from public.recall_items i where i.recall_id = $1 and $2 in (i.issuer_id, i.owner_id))
        $$
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
