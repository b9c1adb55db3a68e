import { Migration } from '@mikro-orm/migrations'

/** Keys by which a calendar reads what is due, and nothing else. */
export class Migration20261127000220 extends Migration {
  override up(): void {
    this.addSql(`
      create table feed_keys (
        id uuid not null,
        organization_id uuid not null,
        secret_hash text not null,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        revoked_at timestamptz(3) null,
        primary key (id),
        constraint feed_keys_secret_hash_unique unique (secret_hash),
        constraint feed_keys_secret_hash_check check (secret_hash ~ '^[0-9a-f]{64}$'),
        constraint feed_keys_organization_id_foreign foreign key (organization_id) references organizations (id),
        constraint feed_keys_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
  }
}
