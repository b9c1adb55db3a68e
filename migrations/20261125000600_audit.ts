import { Migration } from '@mikro-orm/migrations'

/** The audit trail and the answers to keyed requests. */
export class Migration20261125000600 extends Migration {
  override up(): void {
    this.addSql(`
      create table audit_events (
        sequence bigint not null,
        at timestamptz(3) not null,
        person uuid,
        organization uuid,
        operation text not null,
        subject text not null,
        before text,
        after text,
        reason text,
        request_id text not null,
        previous_hash text not null,
        hash text not null,
        primary key (sequence)
      )
    `)
    this.addSql(`
      create index audit_events_subject_index on audit_events (subject)
    `)
    this.addSql(`
      create function audit_events_append_only_fn() returns trigger as $$ begin raise exception 'audit_events is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on audit_events
        for each row execute function audit_events_append_only_fn()
    `)
    this.addSql(`
      create function audit_events_never_truncated_fn() returns trigger as $$ begin raise exception 'audit_events is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on audit_events
        for each statement execute function audit_events_never_truncated_fn()
    `)
    this.addSql(`
      create table audit_head (
        id int not null,
        size bigint not null,
        hash text not null,
        primary key (id),
        constraint audit_head_one_row_check check (id = 1)
      )
    `)
    this.addSql(`insert into audit_head (id, size, hash) values (1, 0, '')`)
    this.addSql(`
      create table idempotency_keys (
        actor_key text not null,
        key text not null,
        operation text not null,
        request_hash text not null,
        status int,
        headers jsonb,
        body text,
        created_at timestamptz(3) not null,
        primary key (actor_key, key)
      )
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
