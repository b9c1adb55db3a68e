import { Migration } from '@mikro-orm/migrations'

/** Rounds of comparisons, their sealed results, their scores, and what was done about them. */
export class Migration20261126000420 extends Migration {
  override up(): void {
    this.addSql(`
      create table comparisons (
        id uuid not null,
        code text not null,
        name jsonb not null,
        provider_id uuid not null,
        measurand_kind_id uuid not null,
        artefact text not null,
        nominal numeric not null,
        nominal_unit text not null,
        parameters jsonb not null,
        unit text not null,
        opened_on date not null,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint comparisons_code_unique unique (code),
        constraint comparisons_provider_id_foreign foreign key (provider_id) references organizations (id),
        constraint comparisons_measurand_kind_id_foreign foreign key (measurand_kind_id) references measurand_kinds (id),
        constraint comparisons_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`
      create function comparisons_append_only_fn() returns trigger as $$ begin raise exception 'comparisons is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on comparisons
        for each row execute function comparisons_append_only_fn()
    `)
    this.addSql(`
      create function comparisons_never_truncated_fn() returns trigger as $$ begin raise exception 'comparisons is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on comparisons
        for each statement execute function comparisons_never_truncated_fn()
    `)
    this.addSql(`
      create table comparison_closings (
        id uuid not null,
        comparison_id uuid not null,
        closed_on date not null,
        certificate text,
        certified_result uuid,
        reference double precision not null,
        standard_uncertainty double precision not null,
        coverage_factor double precision not null,
        source text,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint comparison_closings_comparison_unique unique (comparison_id),
        constraint comparison_closings_uncertainty_check check (standard_uncertainty > 0 and coverage_factor > 0),
        constraint comparison_closings_comparison_id_foreign foreign key (comparison_id) references comparisons (id),
        constraint comparison_closings_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`
      create function comparison_closings_append_only_fn() returns trigger as $$ begin raise exception 'comparison_closings is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on comparison_closings
        for each row execute function comparison_closings_append_only_fn()
    `)
    this.addSql(`
      create function comparison_closings_never_truncated_fn() returns trigger as $$ begin raise exception 'comparison_closings is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on comparison_closings
        for each statement execute function comparison_closings_never_truncated_fn()
    `)
    this.addSql(`
      create table comparison_results (
        id uuid not null,
        comparison_id uuid not null,
        competence_id uuid not null,
        measured_on date not null,
        certificate text,
        certified_result uuid,
        estimate double precision not null,
        standard_uncertainty double precision not null,
        coverage_factor double precision not null,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint comparison_results_competence_unique unique (comparison_id, competence_id),
        constraint comparison_results_uncertainty_check check (standard_uncertainty > 0 and coverage_factor > 0),
        constraint comparison_results_comparison_id_foreign foreign key (comparison_id) references comparisons (id),
        constraint comparison_results_competence_id_foreign foreign key (competence_id) references competences (id),
        constraint comparison_results_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`create index comparison_results_competence_index on comparison_results (competence_id)`)
    this.addSql(`
      create function comparison_results_append_only_fn() returns trigger as $$ begin raise exception 'comparison_results is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on comparison_results
        for each row execute function comparison_results_append_only_fn()
    `)
    this.addSql(`
      create function comparison_results_never_truncated_fn() returns trigger as $$ begin raise exception 'comparison_results is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on comparison_results
        for each statement execute function comparison_results_never_truncated_fn()
    `)
    this.addSql(`
      create table comparison_scores (
        id uuid not null,
        result_id uuid not null,
        difference double precision not null,
        covariance double precision not null,
        normalized_error double precision not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint comparison_scores_result_unique unique (result_id),
        constraint comparison_scores_result_id_foreign foreign key (result_id) references comparison_results (id)
      )
    `)
    this.addSql(`
      create function comparison_scores_append_only_fn() returns trigger as $$ begin raise exception 'comparison_scores is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on comparison_scores
        for each row execute function comparison_scores_append_only_fn()
    `)
    this.addSql(`
      create function comparison_scores_never_truncated_fn() returns trigger as $$ begin raise exception 'comparison_scores is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on comparison_scores
        for each statement execute function comparison_scores_never_truncated_fn()
    `)
    this.addSql(`
      create table comparison_resolutions (
        id uuid not null,
        result_id uuid not null,
        resolved_on date not null,
        cause text not null,
        action text not null,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint comparison_resolutions_result_id_foreign foreign key (result_id) references comparison_results (id),
        constraint comparison_resolutions_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`create index comparison_resolutions_result_index on comparison_resolutions (result_id)`)
    this.addSql(`
      create function comparison_resolutions_append_only_fn() returns trigger as $$ begin raise exception 'comparison_resolutions is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on comparison_resolutions
        for each row execute function comparison_resolutions_append_only_fn()
    `)
    this.addSql(`
      create function comparison_resolutions_never_truncated_fn() returns trigger as $$ begin raise exception 'comparison_resolutions is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on comparison_resolutions
        for each statement execute function comparison_resolutions_never_truncated_fn()
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
