import { Migration } from '@mikro-orm/migrations'

/** Certificates: written once, never changed; what happens to them is written beside. */
export class Migration20261125000500 extends Migration {
  override up(): void {
    this.addSql(`
      create table certificates (
        id uuid not null,
        number text not null,
        edition int not null,
        origin text not null,
        kind text not null,
        issuer_id uuid not null,
        calibration_id uuid not null,
        component_id uuid not null,
        competence_id uuid,
        performed_at timestamptz(3) not null,
        issued_at timestamptz(3) not null,
        valid_until date,
        performer_id uuid,
        reviewer_id uuid,
        signatory_id uuid,
        change_class text,
        change_reason text,
        visibility text not null default 'public',
        document text not null,
        "sha256" text not null,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint certificates_number_unique unique (number, edition),
        constraint certificates_edition_check check (edition >= 1),
        constraint certificates_change_check
          check ((edition = 1) = (change_class is null) and (change_class is null) = (change_reason is null)),
        constraint certificates_hash_check check (sha256 ~ '^[0-9a-f]{64}$'),
        constraint certificates_four_eyes_check
          check (origin = 'transcribed' or (performer_id <> signatory_id and performer_id <> reviewer_id)),
        constraint certificates_dates_check check (issued_at >= performed_at),
        constraint certificates_origin_check check (origin in ('issued', 'transcribed')),
        constraint certificates_kind_check
          check (kind in ('calibration', 'verification', 'verification-refusal', 'test')),
        constraint certificates_change_class_check check (change_class in ('editorial', 'value', 'scope')),
        constraint certificates_visibility_check check (visibility in ('public', 'private')),
        constraint certificates_issuer_id_foreign foreign key (issuer_id) references organizations (id),
        constraint certificates_calibration_id_foreign
          foreign key (calibration_id) references calibrations (id),
        constraint certificates_component_id_foreign
          foreign key (component_id) references equipment_components (id),
        constraint certificates_competence_id_foreign
          foreign key (competence_id) references competences (id) on delete restrict,
        constraint certificates_performer_id_foreign
          foreign key (performer_id) references people (id) on delete restrict,
        constraint certificates_reviewer_id_foreign
          foreign key (reviewer_id) references people (id) on delete restrict,
        constraint certificates_signatory_id_foreign
          foreign key (signatory_id) references people (id) on delete restrict,
        constraint certificates_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`
      create index certificates_calibration_index on certificates (calibration_id)
    `)
    this.addSql(`
      create index certificates_component_index on certificates (component_id, performed_at)
    `)
    this.addSql(`
      create index certificates_issuer_index on certificates (issuer_id, id)
    `)
    this.addSql(`
      create function certificates_append_only_fn() returns trigger as $$ begin raise exception 'certificates is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on certificates
        for each row execute function certificates_append_only_fn()
    `)
    this.addSql(`
      create function certificates_never_truncated_fn() returns trigger as $$ begin raise exception 'certificates is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on certificates
        for each statement execute function certificates_never_truncated_fn()
    `)
    this.addSql(`
      create table certificate_events (
        id uuid not null,
        certificate_id uuid not null,
        kind text not null,
        effective_from timestamptz(3),
        cause text,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint certificate_events_kind_unique unique (certificate_id, kind),
        constraint certificate_events_content_check
          check ((kind = 'withdrawn') = (effective_from is not null) and (kind = 'checked' or cause is not null)),
        constraint certificate_events_kind_check check (kind in ('checked', 'withdrawn', 'revoked')),
        constraint certificate_events_certificate_id_foreign
          foreign key (certificate_id) references certificates (id),
        constraint certificate_events_recorded_by_id_foreign
          foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`
      create function certificate_events_append_only_fn() returns trigger as $$ begin raise exception 'certificate_events is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on certificate_events
        for each row execute function certificate_events_append_only_fn()
    `)
    this.addSql(`
      create function certificate_events_never_truncated_fn() returns trigger as $$ begin raise exception 'certificate_events is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on certificate_events
        for each statement execute function certificate_events_never_truncated_fn()
    `)
    this.addSql(`
      create table certificate_counters (
        laboratory_id uuid not null,
        year int not null,
        next int not null,
        primary key (laboratory_id, year),
        constraint certificate_counters_laboratory_id_foreign
          foreign key (laboratory_id) references organizations (id) on update restrict on delete restrict
      )
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
