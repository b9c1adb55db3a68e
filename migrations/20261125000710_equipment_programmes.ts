import { Migration } from '@mikro-orm/migrations'

/** The history of the owner's calibration programme: what was due stays due when the interval is changed. */
export class Migration20261125000710 extends Migration {
  override up(): void {
    this.addSql(`
      create table equipment_programmes (
        id uuid not null,
        equipment_id uuid not null,
        interval_months int,
        effective_from date,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint equipment_programmes_interval_check check (interval_months > 0),
        constraint equipment_programmes_equipment_id_foreign foreign key (equipment_id) references equipment (id)
      )
    `)
    this.addSql(`create index equipment_programmes_equipment_index on equipment_programmes (equipment_id)`)
    this.addSql(`
      insert into equipment_programmes (id, equipment_id, interval_months, effective_from, recorded_at)
      select uuidv7(), id, calibration_interval_months, null, recorded_at from equipment
    `)
    this.addSql(`
      create function equipment_programmes_append_only_fn() returns trigger as $$ begin raise exception 'equipment_programmes is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on equipment_programmes
        for each row execute function equipment_programmes_append_only_fn()
    `)
    this.addSql(`
      create function equipment_programmes_never_truncated_fn() returns trigger as $$ begin raise exception 'equipment_programmes is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on equipment_programmes
        for each statement execute function equipment_programmes_never_truncated_fn()
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
