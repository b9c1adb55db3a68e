import { Migration } from '@mikro-orm/migrations'

/** Who signed which content, and how a laboratory numbers and signs. Counters count for each series of numbers. */
export class Migration20261126000851 extends Migration {
  override up(): void {
    this.addSql(`
      create table signature_acts (
        id uuid not null,
        calibration_id uuid not null,
        meaning text not null,
        person_id uuid not null,
        name text not null,
        at timestamptz(3) not null,
        content_sha256 text not null,
        key_id uuid not null,
        signer_named boolean not null,
        primary key (id),
        constraint signature_acts_hash_check check (content_sha256 ~ '^[0-9a-f]{64}$'),
        constraint signature_acts_meaning_check check (meaning in ('performed', 'reviewed', 'authorised')),
        constraint signature_acts_calibration_id_foreign foreign key (calibration_id) references calibrations (id),
        constraint signature_acts_person_id_foreign foreign key (person_id) references people (id),
        constraint signature_acts_key_id_foreign foreign key (key_id) references api_keys (id)
      )
    `)
    this.addSql(`create index signature_acts_calibration_index on signature_acts (calibration_id)`)
    this.addSql(`
      create function signature_acts_append_only_fn() returns trigger as $$ begin raise exception 'signature_acts is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on signature_acts
        for each row execute function signature_acts_append_only_fn()
    `)
    this.addSql(`
      create function signature_acts_never_truncated_fn() returns trigger as $$ begin raise exception 'signature_acts is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on signature_acts
        for each statement execute function signature_acts_never_truncated_fn()
    `)
    this.addSql(`
      create table reporting_rules (
        id uuid not null,
        laboratory_id uuid not null,
        sequence int not null,
        numbers jsonb not null,
        signing jsonb,
        reason text not null,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint reporting_rules_sequence_unique unique (laboratory_id, sequence),
        constraint reporting_rules_sequence_check check (sequence >= 1),
        constraint reporting_rules_laboratory_id_foreign foreign key (laboratory_id) references organizations (id),
        constraint reporting_rules_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`
      create function reporting_rules_append_only_fn() returns trigger as $$ begin raise exception 'reporting_rules is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on reporting_rules
        for each row execute function reporting_rules_append_only_fn()
    `)
    this.addSql(`
      create function reporting_rules_never_truncated_fn() returns trigger as $$ begin raise exception 'reporting_rules is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on reporting_rules
        for each statement execute function reporting_rules_never_truncated_fn()
    `)
    this.addSql(`alter table certificate_counters add column series text`)
    this.addSql(`
      update certificate_counters c set series = left(o.code, 50) || '-' || c.year || '-{sequence:4}'
        from organizations o where o.id = c.laboratory_id
    `)
    this.addSql(`
      alter table certificate_counters
        alter column series set not null,
        drop constraint certificate_counters_pkey,
        drop column year,
        add primary key (laboratory_id, series)
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
