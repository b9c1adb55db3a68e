import { Migration } from '@mikro-orm/migrations'

/** Calibrations, their results, and the links that make a chain of them. */
export class Migration20261125000400 extends Migration {
  override up(): void {
    this.addSql(`
      create table calibrations (
        id uuid not null,
        origin text not null,
        laboratory_id uuid not null,
        equipment_id uuid not null,
        component_id uuid not null,
        method_id uuid,
        method_deviation text,
        started_at timestamptz(3) not null,
        finished_at timestamptz(3) not null,
        place text,
        environment jsonb not null,
        operator_id uuid,
        competence_id uuid,
        customer_id uuid,
        certificate_kind text not null,
        certificate_number text,
        valid_until date,
        as_found_omitted text,
        late_reason text,
        traceability_statement text,
        state text not null,
        submitted_by_id uuid,
        submitted_at timestamptz(3),
        reviewed_by_id uuid,
        reviewed_at timestamptz(3),
        review_reason text,
        authorised_by_id uuid,
        authorised_at timestamptz(3),
        corrects_id uuid,
        stated jsonb not null,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        version int not null default 1,
        primary key (id),
        constraint calibrations_times_check check (finished_at >= started_at),
        constraint calibrations_review_check
          check (reviewed_by_id is null or operator_id is null or reviewed_by_id <> operator_id),
        constraint calibrations_authorisation_check
          check (authorised_by_id is null or operator_id is null or authorised_by_id <> operator_id),
        constraint calibrations_validity_check
          check (valid_until is null or certificate_kind = 'verification'),
        constraint calibrations_origin_check check (origin in ('issued', 'transcribed')),
        constraint calibrations_certificate_kind_check
          check (certificate_kind in ('calibration', 'verification', 'verification-refusal', 'test')),
        constraint calibrations_state_check
          check (state in ('evaluated', 'submitted', 'reviewed', 'returned', 'authorised', 'cancelled')),
        constraint calibrations_laboratory_id_foreign
          foreign key (laboratory_id) references organizations (id),
        constraint calibrations_equipment_id_foreign foreign key (equipment_id) references equipment (id),
        constraint calibrations_component_id_foreign
          foreign key (component_id) references equipment_components (id),
        constraint calibrations_method_id_foreign
          foreign key (method_id) references normative_documents (id) on delete restrict,
        constraint calibrations_operator_id_foreign
          foreign key (operator_id) references people (id) on delete restrict,
        constraint calibrations_competence_id_foreign
          foreign key (competence_id) references competences (id) on delete restrict,
        constraint calibrations_customer_id_foreign
          foreign key (customer_id) references organizations (id) on delete restrict,
        constraint calibrations_submitted_by_id_foreign
          foreign key (submitted_by_id) references people (id) on delete restrict,
        constraint calibrations_reviewed_by_id_foreign
          foreign key (reviewed_by_id) references people (id) on delete restrict,
        constraint calibrations_authorised_by_id_foreign
          foreign key (authorised_by_id) references people (id) on delete restrict,
        constraint calibrations_corrects_id_foreign
          foreign key (corrects_id) references calibrations (id) on delete restrict,
        constraint calibrations_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`
      create index calibrations_laboratory_index on calibrations (laboratory_id, id)
    `)
    this.addSql(`
      create index calibrations_component_index on calibrations (component_id, finished_at)
    `)
    this.addSql(`
      create function calibrations_refused_once_issued_fn() returns trigger as $$ begin if exists (select 1 from certificates c where c.calibration_id = old.id) then raise exception 'the calibration of an issued certificate is never changed' using errcode = 'restrict_violation'; end if; return coalesce(new, old); end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger refused_once_issued before update or delete on calibrations
        for each row execute function calibrations_refused_once_issued_fn()
    `)
    this.addSql(`
      create table calibration_results (
        id uuid not null,
        calibration_id uuid not null,
        code text not null,
        position int not null,
        measurand_kind_id uuid not null,
        stage text not null,
        nominal numeric not null,
        nominal_unit text not null,
        parameters jsonb not null,
        interval_lower numeric,
        interval_upper numeric,
        interval_unit text,
        unit text not null,
        estimate double precision not null,
        standard_uncertainty double precision,
        degrees_of_freedom double precision,
        coverage_factor double precision,
        coverage_probability double precision,
        expanded_uncertainty double precision,
        reported_estimate text not null,
        reported_uncertainty text,
        budget jsonb,
        conformity jsonb,
        conformity_outcome text,
        ancestors uuid[] not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint calibration_results_code_unique unique (calibration_id, code),
        constraint calibration_results_uncertainty_check
          check (standard_uncertainty > 0 and expanded_uncertainty > 0 and coverage_factor > 0),
        constraint calibration_results_finite_check
          check (estimate <> 'nan' and abs(estimate) <> 'infinity'),
        constraint calibration_results_interval_check check (interval_lower <= interval_upper),
        constraint calibration_results_stage_check
          check (stage in ('as-found', 'as-left', 'as-found-and-left')),
        constraint calibration_results_calibration_id_foreign
          foreign key (calibration_id) references calibrations (id),
        constraint calibration_results_measurand_kind_id_foreign
          foreign key (measurand_kind_id) references measurand_kinds (id)
      )
    `)
    this.addSql(`
      create function calibration_results_refused_once_issued_fn() returns trigger as $$ begin if exists (select 1 from certificates c where c.calibration_id in (old.calibration_id, new.calibration_id)) then raise exception 'a result of an issued certificate is never changed' using errcode = 'restrict_violation'; end if; return coalesce(new, old); end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger refused_once_issued before insert or update or delete on calibration_results
        for each row execute function calibration_results_refused_once_issued_fn()
    `)
    this.addSql(`
      create table result_links (
        result_id uuid not null,
        input text not null,
        upstream_result_id uuid,
        upstream_reference_id uuid,
        upstream_component_id uuid,
        expected_measurand_kind_id uuid,
        estimate double precision not null,
        standard_uncertainty double precision not null,
        sensitivity double precision not null,
        share double precision not null,
        used_at jsonb,
        typed boolean not null,
        recorded_at timestamptz(3) not null,
        primary key (result_id, input),
        constraint result_links_upstream_check
          check (num_nonnulls(upstream_result_id, upstream_reference_id, upstream_component_id) = 1),
        constraint result_links_result_id_foreign
          foreign key (result_id) references calibration_results (id) on update restrict on delete restrict,
        constraint result_links_upstream_result_id_foreign
          foreign key (upstream_result_id) references calibration_results (id) on delete restrict,
        constraint result_links_upstream_reference_id_foreign
          foreign key (upstream_reference_id) references metrological_references (id) on delete restrict,
        constraint result_links_upstream_component_id_foreign
          foreign key (upstream_component_id) references equipment_components (id) on delete restrict,
        constraint result_links_expected_measurand_kind_id_foreign
          foreign key (expected_measurand_kind_id) references measurand_kinds (id) on delete restrict
      )
    `)
    this.addSql(`
      create index result_links_upstream_result_index on result_links (upstream_result_id)
    `)
    this.addSql(`
      create index result_links_upstream_reference_index on result_links (upstream_reference_id)
    `)
    this.addSql(`
      create function result_links_refused_once_issued_fn() returns trigger as $$ begin if exists (select 1 from certificates c join calibration_results r on r.calibration_id = c.calibration_id where r.id in (old.result_id, new.result_id)) then raise exception 'a link of an issued certificate is never changed' using errcode = 'restrict_violation'; end if; return coalesce(new, old); end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger refused_once_issued before insert or update or delete on result_links
        for each row execute function result_links_refused_once_issued_fn()
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
