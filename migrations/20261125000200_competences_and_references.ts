import { Migration } from '@mikro-orm/migrations'

/** What an organization may do, as of any day, and what chains end in. */
export class Migration20261125000200 extends Migration {
  override up(): void {
    this.addSql(`
      create table competences (
        id uuid not null,
        code text not null,
        organization_id uuid not null,
        kind text not null,
        issuer text not null,
        number text not null,
        measurand_kind_id uuid not null,
        recorded_at timestamptz(3) not null,
        version int not null default 1,
        primary key (id),
        constraint competences_code_unique unique (code),
        constraint competences_kind_check
          check (kind in ('kcdb-cmc', 'accreditation', 'standard-examination', 'legal-authorization', 'reference-material-producer', 'proficiency-testing-provider', 'documented-evidence')),
        constraint competences_organization_id_foreign
          foreign key (organization_id) references organizations (id),
        constraint competences_measurand_kind_id_foreign
          foreign key (measurand_kind_id) references measurand_kinds (id)
      )
    `)
    this.addSql(`
      create index competences_organization_index on competences (organization_id, measurand_kind_id)
    `)
    this.addSql(`
      create table competence_versions (
        id uuid not null,
        competence_id uuid not null,
        sequence int not null,
        lower numeric not null,
        upper numeric not null,
        unit text not null,
        parameters jsonb not null,
        method text,
        site text,
        uncertainty jsonb,
        valid_from date not null,
        valid_to date,
        reason text,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint competence_versions_sequence_unique unique (competence_id, sequence),
        constraint competence_versions_dates_check check (valid_to is null or valid_to >= valid_from),
        constraint competence_versions_range_check check (lower <= upper),
        constraint competence_versions_competence_id_foreign
          foreign key (competence_id) references competences (id)
      )
    `)
    this.addSql(`
      create function competence_versions_append_only_fn() returns trigger as $$ begin raise exception 'competence_versions is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on competence_versions
        for each row execute function competence_versions_append_only_fn()
    `)
    this.addSql(`
      create function competence_versions_never_truncated_fn() returns trigger as $$ begin raise exception 'competence_versions is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on competence_versions
        for each statement execute function competence_versions_never_truncated_fn()
    `)
    this.addSql(`
      create table competence_statuses (
        id uuid not null,
        competence_id uuid not null,
        status text not null,
        effective_from date not null,
        reason text not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint competence_statuses_status_check check (status in ('active', 'suspended', 'withdrawn')),
        constraint competence_statuses_competence_id_foreign
          foreign key (competence_id) references competences (id)
      )
    `)
    this.addSql(`
      create index competence_statuses_competence_index on competence_statuses (competence_id)
    `)
    this.addSql(`
      create function competence_statuses_append_only_fn() returns trigger as $$ begin raise exception 'competence_statuses is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on competence_statuses
        for each row execute function competence_statuses_append_only_fn()
    `)
    this.addSql(`
      create function competence_statuses_never_truncated_fn() returns trigger as $$ begin raise exception 'competence_statuses is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on competence_statuses
        for each statement execute function competence_statuses_never_truncated_fn()
    `)
    this.addSql(`
      create table metrological_references (
        id uuid not null,
        code text not null,
        kind text not null,
        holder_id uuid not null,
        name jsonb not null,
        measurand_kind_id uuid not null,
        value numeric not null,
        standard_uncertainty numeric not null,
        unit text not null,
        degrees_of_freedom double precision,
        source text not null,
        recorded_at timestamptz(3) not null,
        version int not null default 1,
        primary key (id),
        constraint metrological_references_code_unique unique (code),
        constraint metrological_references_uncertainty_check check (standard_uncertainty > 0),
        constraint metrological_references_freedom_check check (degrees_of_freedom > 0),
        constraint metrological_references_kind_check
          check (kind in ('si-realization', 'intrinsic-standard', 'national-standard', 'certified-reference-material', 'utc', 'agreed-procedure')),
        constraint metrological_references_holder_id_foreign
          foreign key (holder_id) references organizations (id),
        constraint metrological_references_measurand_kind_id_foreign
          foreign key (measurand_kind_id) references measurand_kinds (id)
      )
    `)
    this.addSql(`
      create table reference_evidence (
        id uuid not null,
        reference_id uuid not null,
        kind text not null,
        description text not null,
        source text not null,
        competence_id uuid,
        valid_from date not null,
        valid_to date,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint reference_evidence_dates_check check (valid_to is null or valid_to >= valid_from),
        constraint reference_evidence_kind_check
          check (kind in (
            'comparison', 'national-standard-certificate', 'kcdb-cmc', 'realization-procedure', 'producer-competence',
            'crm-certificate', 'jctlm-listing', 'national-crm-approval', 'utc-report', 'procedure'
          )),
        constraint reference_evidence_reference_id_foreign
          foreign key (reference_id) references metrological_references (id),
        constraint reference_evidence_competence_id_foreign
          foreign key (competence_id) references competences (id) on delete restrict
      )
    `)
    this.addSql(`
      create index reference_evidence_reference_index on reference_evidence (reference_id)
    `)
    this.addSql(`
      create function reference_evidence_append_only_fn() returns trigger as $$ begin raise exception 'reference_evidence is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on reference_evidence
        for each row execute function reference_evidence_append_only_fn()
    `)
    this.addSql(`
      create function reference_evidence_never_truncated_fn() returns trigger as $$ begin raise exception 'reference_evidence is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on reference_evidence
        for each statement execute function reference_evidence_never_truncated_fn()
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
