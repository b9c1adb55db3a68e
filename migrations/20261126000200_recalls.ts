import { Migration } from '@mikro-orm/migrations'

/** Recalls: the frozen set of an impact, what was decided of each result, who was told and who has acknowledged it. */
export class Migration20261126000200 extends Migration {
  override up(): void {
    this.addSql(`
      create table recalls (
        id uuid not null,
        code text not null,
        organization_id uuid not null,
        cause text not null,
        impact jsonb not null,
        summary jsonb not null,
        state text not null,
        undecided int not null,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        version int not null default 1,
        primary key (id),
        constraint recalls_code_unique unique (code),
        constraint recalls_undecided_check check (undecided >= 0 and (state = 'scoped' or undecided = 0)),
        constraint recalls_state_check
          check (state in ('scoped', 'notified', 'acknowledged', 'closed')),
        constraint recalls_organization_id_foreign foreign key (organization_id) references organizations (id),
        constraint recalls_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`create index recalls_organization_index on recalls (organization_id, id)`)
    this.addSql(`
      create table recall_items (
        id uuid not null,
        recall_id uuid not null,
        result_id uuid not null,
        certificate_id uuid not null,
        issuer_id uuid not null,
        owner_id uuid not null,
        depth int not null,
        before jsonb not null,
        after jsonb not null,
        flipped boolean not null,
        lost boolean not null,
        primary key (id),
        constraint recall_items_result_unique unique (recall_id, result_id),
        constraint recall_items_recall_id_foreign foreign key (recall_id) references recalls (id),
        constraint recall_items_result_id_foreign foreign key (result_id) references calibration_results (id),
        constraint recall_items_certificate_id_foreign foreign key (certificate_id) references certificates (id),
        constraint recall_items_issuer_id_foreign foreign key (issuer_id) references organizations (id),
        constraint recall_items_owner_id_foreign foreign key (owner_id) references organizations (id)
      )
    `)
    this.addSql(`create index recall_items_recall_index on recall_items (recall_id, id)`)
    this.addSql(`create index recall_items_certificate_index on recall_items (certificate_id)`)
    this.addSql(`
      create function recall_items_append_only_fn() returns trigger as $$ begin raise exception 'recall_items is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on recall_items
        for each row execute function recall_items_append_only_fn()
    `)
    this.addSql(`
      create function recall_items_never_truncated_fn() returns trigger as $$ begin raise exception 'recall_items is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on recall_items
        for each statement execute function recall_items_never_truncated_fn()
    `)
    this.addSql(`
      create table recall_dispositions (
        id uuid not null,
        item_id uuid not null,
        decision text not null,
        reason text not null,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint recall_dispositions_decision_check
          check (decision in ('no-effect', 'amend', 'recall', 'customer-decides')),
        constraint recall_dispositions_item_id_foreign foreign key (item_id) references recall_items (id),
        constraint recall_dispositions_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`create index recall_dispositions_item_index on recall_dispositions (item_id, id)`)
    this.addSql(`
      create function recall_dispositions_append_only_fn() returns trigger as $$ begin raise exception 'recall_dispositions is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on recall_dispositions
        for each row execute function recall_dispositions_append_only_fn()
    `)
    this.addSql(`
      create function recall_dispositions_never_truncated_fn() returns trigger as $$ begin raise exception 'recall_dispositions is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on recall_dispositions
        for each statement execute function recall_dispositions_never_truncated_fn()
    `)
    this.addSql(`
      create table recall_notices (
        id uuid not null,
        recall_id uuid not null,
        owner_id uuid not null,
        document jsonb not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint recall_notices_recall_id_foreign foreign key (recall_id) references recalls (id),
        constraint recall_notices_owner_id_foreign foreign key (owner_id) references organizations (id)
      )
    `)
    this.addSql(`create index recall_notices_recall_index on recall_notices (recall_id, owner_id, id)`)
    this.addSql(`create index recall_notices_owner_index on recall_notices (owner_id, id)`)
    this.addSql(`
      create function recall_notices_append_only_fn() returns trigger as $$ begin raise exception 'recall_notices is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on recall_notices
        for each row execute function recall_notices_append_only_fn()
    `)
    this.addSql(`
      create function recall_notices_never_truncated_fn() returns trigger as $$ begin raise exception 'recall_notices is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on recall_notices
        for each statement execute function recall_notices_never_truncated_fn()
    `)
    this.addSql(`
      create table recall_acknowledgements (
        notice_id uuid not null,
        remark text,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (notice_id),
        constraint recall_acknowledgements_notice_id_foreign
          foreign key (notice_id) references recall_notices (id) on update restrict on delete restrict,
        constraint recall_acknowledgements_recorded_by_id_foreign
          foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`
      create function recall_acknowledgements_append_only_fn() returns trigger as $$ begin raise exception 'recall_acknowledgements is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on recall_acknowledgements
        for each row execute function recall_acknowledgements_append_only_fn()
    `)
    this.addSql(`
      create function recall_acknowledgements_never_truncated_fn() returns trigger as $$ begin raise exception 'recall_acknowledgements is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on recall_acknowledgements
        for each statement execute function recall_acknowledgements_never_truncated_fn()
    `)
    this.addSql(`
      create table recall_events (
        id uuid not null,
        recall_id uuid not null,
        kind text not null,
        reason text,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint recall_events_kind_check
          check (kind in ('opened', 'scoped', 'assessed', 'notified', 'acknowledged', 'closed', 'reopened')),
        constraint recall_events_recall_id_foreign foreign key (recall_id) references recalls (id),
        constraint recall_events_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`create index recall_events_recall_index on recall_events (recall_id, id)`)
    this.addSql(`
      create function recall_events_append_only_fn() returns trigger as $$ begin raise exception 'recall_events is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on recall_events
        for each row execute function recall_events_append_only_fn()
    `)
    this.addSql(`
      create function recall_events_never_truncated_fn() returns trigger as $$ begin raise exception 'recall_events is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on recall_events
        for each statement execute function recall_events_never_truncated_fn()
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
