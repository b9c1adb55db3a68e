import { Migration } from '@mikro-orm/migrations'

/** What was measured with equipment, where and for which product: 去向可追. */
export class Migration20261126000100 extends Migration {
  override up(): void {
    this.addSql(`
      create table usages (
        id uuid not null,
        equipment_id uuid not null,
        component_id uuid not null,
        measurand_kind_id uuid,
        point jsonb,
        job text,
        product text,
        batch text,
        used_at timestamptz(3) not null,
        operator_id uuid not null,
        despite text,
        note text,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint usages_purpose_check check (num_nonnulls(job, product, batch) > 0),
        constraint usages_point_check check (point is null or measurand_kind_id is not null),
        constraint usages_equipment_id_foreign foreign key (equipment_id) references equipment (id),
        constraint usages_component_id_foreign foreign key (component_id) references equipment_components (id),
        constraint usages_measurand_kind_id_foreign
          foreign key (measurand_kind_id) references measurand_kinds (id) on delete restrict,
        constraint usages_operator_id_foreign foreign key (operator_id) references people (id),
        constraint usages_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`create index usages_equipment_index on usages (equipment_id, used_at, id)`)
    this.addSql(`create index usages_time_index on usages (used_at, id)`)
    this.addSql(`create index usages_product_index on usages (product, used_at)`)
    this.addSql(`create index usages_batch_index on usages (batch, used_at)`)
    this.addSql(`
      create function usages_append_only_fn() returns trigger as $$ begin raise exception 'usages is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on usages
        for each row execute function usages_append_only_fn()
    `)
    this.addSql(`
      create function usages_never_truncated_fn() returns trigger as $$ begin raise exception 'usages is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on usages
        for each statement execute function usages_never_truncated_fn()
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
