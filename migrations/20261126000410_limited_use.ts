import { Migration } from '@mikro-orm/migrations'

/** Where equipment may not be used, from a day on (ISO/IEC 17025:2017, 6.4.9). */
export class Migration20261126000410 extends Migration {
  override up(): void {
    this.addSql(`
      create table equipment_restrictions (
        id uuid not null,
        equipment_id uuid not null,
        component_id uuid,
        measurand_kind_id uuid,
        lower numeric,
        upper numeric,
        unit text,
        parameters jsonb not null,
        valid_from date not null,
        reason text not null,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint equipment_restrictions_range_check check (lower <= upper),
        constraint equipment_restrictions_stated_check check ((lower is null) = (upper is null) and (lower is null) = (unit is null) and (lower is null or measurand_kind_id is not null)),
        constraint equipment_restrictions_equipment_id_foreign foreign key (equipment_id) references equipment (id),
        constraint equipment_restrictions_component_id_foreign
          foreign key (component_id) references equipment_components (id) on delete restrict,
        constraint equipment_restrictions_measurand_kind_id_foreign
          foreign key (measurand_kind_id) references measurand_kinds (id) on delete restrict,
        constraint equipment_restrictions_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(
      `create index equipment_restrictions_equipment_index on equipment_restrictions (equipment_id, id)`,
    )
    this.addSql(`
      create function equipment_restrictions_append_only_fn() returns trigger as $$ begin raise exception 'equipment_restrictions is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on equipment_restrictions
        for each row execute function equipment_restrictions_append_only_fn()
    `)
    this.addSql(`
      create function equipment_restrictions_never_truncated_fn() returns trigger as $$ begin raise exception 'equipment_restrictions is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on equipment_restrictions
        for each statement execute function equipment_restrictions_never_truncated_fn()
    `)
    this.addSql(`
      create table equipment_restriction_ends (
        id uuid not null,
        restriction_id uuid not null,
        valid_to date not null,
        reason text not null,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint equipment_restriction_ends_restriction_unique unique (restriction_id),
        constraint equipment_restriction_ends_restriction_id_foreign
          foreign key (restriction_id) references equipment_restrictions (id),
        constraint equipment_restriction_ends_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`
      create function equipment_restriction_ends_append_only_fn() returns trigger as $$ begin raise exception 'equipment_restriction_ends is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on equipment_restriction_ends
        for each row execute function equipment_restriction_ends_append_only_fn()
    `)
    this.addSql(`
      create function equipment_restriction_ends_never_truncated_fn() returns trigger as $$ begin raise exception 'equipment_restriction_ends is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on equipment_restriction_ends
        for each statement execute function equipment_restriction_ends_never_truncated_fn()
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
