import { Migration } from '@mikro-orm/migrations'

/** Policies of traceability as records. */
export class Migration20261126000430 extends Migration {
  override up(): void {
    this.addSql(`
      create table policy_versions (
        id uuid not null,
        code text not null,
        edition int not null,
        definition jsonb not null,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint policy_versions_edition_unique unique (code, edition),
        constraint policy_versions_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`
      create function policy_versions_append_only_fn() returns trigger as $$ begin raise exception 'policy_versions is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on policy_versions
        for each row execute function policy_versions_append_only_fn()
    `)
    this.addSql(`
      create function policy_versions_never_truncated_fn() returns trigger as $$ begin raise exception 'policy_versions is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on policy_versions
        for each statement execute function policy_versions_never_truncated_fn()
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
