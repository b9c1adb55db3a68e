import { Migration } from '@mikro-orm/migrations'

/** Measuring equipment, its components, measuring intervals and events. */
export class Migration20261125000300 extends Migration {
  override up(): void {
    this.addSql(`
      create table equipment (
        id uuid not null,
        code text not null,
        owner_id uuid not null,
        name jsonb not null,
        manufacturer text not null,
        model text not null,
        serial_number text not null,
        firmware text,
        level text not null,
        used_by text,
        calibration_interval_months int,
        drift_allowance numeric,
        drift_allowance_unit text,
        mandatory_verification boolean not null default false,
        location text,
        state text not null default 'in-service',
        recorded_at timestamptz(3) not null,
        version int not null default 1,
        primary key (id),
        constraint equipment_code_unique unique (code),
        constraint equipment_identity_unique unique (manufacturer, model, serial_number),
        constraint equipment_interval_check check (calibration_interval_months > 0),
        constraint equipment_drift_check check (drift_allowance > 0),
        constraint equipment_drift_unit_check
          check ((drift_allowance is null) = (drift_allowance_unit is null)),
        constraint equipment_level_check
          check (level in ('national-standard', 'public-standard', 'enterprise-highest-standard', 'working-standard', 'transfer-standard', 'instrument')),
        constraint equipment_used_by_check check (used_by in ('value', 'class')),
        constraint equipment_state_check
          check (state in ('registered', 'in-service', 'limited-use', 'quarantined', 'under-repair', 'retired', 'lost')),
        constraint equipment_owner_id_foreign foreign key (owner_id) references organizations (id)
      )
    `)
    this.addSql(`
      create index equipment_owner_index on equipment (owner_id)
    `)
    this.addSql(`
      create table equipment_components (
        id uuid not null,
        equipment_id uuid not null,
        code text not null,
        name text,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint equipment_components_code_unique unique (equipment_id, code),
        constraint equipment_components_equipment_id_foreign
          foreign key (equipment_id) references equipment (id)
      )
    `)
    this.addSql(`
      create table measuring_intervals (
        id uuid not null,
        component_id uuid not null,
        measurand_kind_id uuid not null,
        lower numeric not null,
        upper numeric not null,
        unit text not null,
        resolution numeric,
        maximum_permissible_error numeric,
        accuracy_class text,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint measuring_intervals_range_check check (lower <= upper),
        constraint measuring_intervals_resolution_check check (resolution > 0),
        constraint measuring_intervals_error_check check (maximum_permissible_error > 0),
        constraint measuring_intervals_component_id_foreign
          foreign key (component_id) references equipment_components (id),
        constraint measuring_intervals_measurand_kind_id_foreign
          foreign key (measurand_kind_id) references measurand_kinds (id)
      )
    `)
    this.addSql(`
      create index measuring_intervals_component_index on measuring_intervals (component_id)
    `)
    this.addSql(`
      create table equipment_events (
        id uuid not null,
        equipment_id uuid not null,
        component_id uuid,
        kind text not null,
        outcome text,
        occurred_at timestamptz(3) not null,
        detail text not null,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint equipment_events_outcome_kind_check
          check ((kind = 'intermediate-check') = (outcome is not null)),
        constraint equipment_events_kind_check
          check (kind in ('intermediate-check', 'adjustment', 'repair', 'firmware-change', 'overload', 'transport', 'quarantine', 'release')),
        constraint equipment_events_outcome_check check (outcome in ('passed', 'failed')),
        constraint equipment_events_equipment_id_foreign
          foreign key (equipment_id) references equipment (id),
        constraint equipment_events_component_id_foreign
          foreign key (component_id) references equipment_components (id) on delete restrict,
        constraint equipment_events_recorded_by_id_foreign
          foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`
      create index equipment_events_equipment_index on equipment_events (equipment_id, occurred_at)
    `)
    this.addSql(`
      create function equipment_events_append_only_fn() returns trigger as $$ begin raise exception 'equipment_events is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on equipment_events
        for each row execute function equipment_events_append_only_fn()
    `)
    this.addSql(`
      create function equipment_events_never_truncated_fn() returns trigger as $$ begin raise exception 'equipment_events is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on equipment_events
        for each statement execute function equipment_events_never_truncated_fn()
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
