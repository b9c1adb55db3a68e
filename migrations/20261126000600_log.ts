import { Migration } from '@mikro-orm/migrations'

/** The log of what was issued, and how it stands: entries, full tiles, and the head at which appenders queue. */
export class Migration20261126000600 extends Migration {
  override up(): void {
    this.addSql(`
      create table log_entries (
        index bigint not null,
        kind text not null,
        leaf text not null,
        leaf_hash bytea not null,
        opening text,
        certificate_id uuid,
        certificate_event_id uuid,
        at timestamptz(3) not null,
        primary key (index),
        constraint log_entries_certificate_unique unique (certificate_id),
        constraint log_entries_certificate_event_unique unique (certificate_event_id),
        constraint log_entries_kind_check
          check (kind in ('issued', 'amended', 'recorded', 'checked', 'withdrawn', 'revoked', 'key-added', 'key-retired')),
        constraint log_entries_subject_check
          check ((certificate_id is not null) = (kind in ('issued', 'amended', 'recorded'))
            and (certificate_event_id is not null) = (kind in ('checked', 'withdrawn', 'revoked'))),
        constraint log_entries_leaf_check
          check (octet_length(leaf) <= 65535 and octet_length(leaf_hash) = 32),
        constraint log_entries_certificate_id_foreign
          foreign key (certificate_id) references certificates (id) on delete restrict,
        constraint log_entries_certificate_event_id_foreign
          foreign key (certificate_event_id) references certificate_events (id) on delete restrict
      )
    `)
    this.addSql(`create index log_entries_kind_index on log_entries (kind, index)`)
    this.addSql(`
      create table log_tiles (
        level int not null,
        index bigint not null,
        hashes bytea not null,
        root bytea not null,
        primary key (level, index),
        constraint log_tiles_full_check check (octet_length(hashes) = 8192 and octet_length(root) = 32)
      )
    `)
    // A tile is 256 hashes: there is nothing in it to compress.
    this.addSql(`alter table log_tiles alter column hashes set storage external`)
    this.addSql(`
      create table log_head (
        id int not null,
        size bigint not null,
        frontier bytea not null,
        root bytea not null,
        primary key (id),
        constraint log_head_one_row_check check (id = 1)
      )
    `)
    this.addSql(`insert into log_head (id, size, frontier, root) values (1, 0, '', sha256(''))`)
    for (const table of ['log_entries', 'log_tiles']) this.refuseChange(table)
    this.addSql(`
      create function log_head_only_grows_fn() returns trigger as $$ begin if tg_op = 'DELETE' or new.size <= old.size then raise exception 'the log only grows' using errcode = 'restrict_violation'; end if; return new; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger only_grows before update or delete on log_head
        for each row execute function log_head_only_grows_fn()
    `)
  }

  private refuseChange(table: string): void {
    this.addSql(`
      create function ${table}_append_only_fn() returns trigger as $$ begin raise exception '${table} is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on ${table}
        for each row execute function ${table}_append_only_fn()
    `)
    this.addSql(`
      create function ${table}_never_truncated_fn() returns trigger as $$ begin raise exception '${table} is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on ${table}
        for each statement execute function ${table}_never_truncated_fn()
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
