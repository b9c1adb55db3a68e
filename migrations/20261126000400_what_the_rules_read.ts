import { Migration } from '@mikro-orm/migrations'

/** Site and conditions of use of the work; what equipment and organizations were before they were stated anew. */
export class Migration20261126000400 extends Migration {
  override up(): void {
    this.addSql(`alter table calibrations add column site text, add column conditions_of_use jsonb`)
    this.addSql(`
      create table equipment_versions (
        id uuid not null,
        equipment_id uuid not null,
        level text not null,
        used_by text,
        drift_allowance numeric,
        drift_allowance_unit text,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint equipment_versions_level_check check (level in ('national-standard', 'public-standard', 'enterprise-highest-standard', 'working-standard', 'transfer-standard', 'instrument')),
        constraint equipment_versions_used_by_check check (used_by in ('value', 'class')),
        constraint equipment_versions_equipment_id_foreign foreign key (equipment_id) references equipment (id)
      )
    `)
    this.addSql(`create index equipment_versions_equipment_index on equipment_versions (equipment_id)`)
    this.addSql(`
      insert into equipment_versions (id, equipment_id, level, used_by, drift_allowance, drift_allowance_unit, recorded_at)
      select uuidv7(), id, level, used_by, drift_allowance, drift_allowance_unit, recorded_at from equipment
    `)
    this.addSql(`
      create function equipment_versions_append_only_fn() returns trigger as $$ begin raise exception 'equipment_versions is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on equipment_versions
        for each row execute function equipment_versions_append_only_fn()
    `)
    this.addSql(`
      create function equipment_versions_never_truncated_fn() returns trigger as $$ begin raise exception 'equipment_versions is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on equipment_versions
        for each statement execute function equipment_versions_never_truncated_fn()
    `)
    this.addSql(`
      create table organization_versions (
        id uuid not null,
        organization_id uuid not null,
        name jsonb not null,
        roles text[] not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint organization_versions_organization_id_foreign foreign key (organization_id) references organizations (id)
      )
    `)
    this.addSql(
      `create index organization_versions_organization_index on organization_versions (organization_id)`,
    )
    this.addSql(`
      insert into organization_versions (id, organization_id, name, roles, recorded_at)
      select uuidv7(), id, name, roles, recorded_at from organizations
    `)
    this.addSql(`
      create function organization_versions_append_only_fn() returns trigger as $$ begin raise exception 'organization_versions is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on organization_versions
        for each row execute function organization_versions_append_only_fn()
    `)
    this.addSql(`
      create function organization_versions_never_truncated_fn() returns trigger as $$ begin raise exception 'organization_versions is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on organization_versions
        for each statement execute function organization_versions_never_truncated_fn()
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
