import { Migration } from '@mikro-orm/migrations'

/** Files of many records: how far each has come, and what became of every row. */
export class Migration20261128000300 extends Migration {
  override up(): void {
    this.addSql(`
      create table imports (
        id uuid not null,
        organization_id uuid not null,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        kind text not null,
        mode text not null,
        name text null,
        media text not null,
        encoding text null,
        separator text null,
        sha256 text not null,
        size int not null,
        key text null,
        runner uuid not null,
        state text not null,
        last_line int not null default 0,
        rows int not null default 0,
        recorded int not null default 0,
        unchanged int not null default 0,
        conflicting int not null default 0,
        refused int not null default 0,
        warnings jsonb not null,
        ended_at timestamptz(3) null,
        primary key (id),
        constraint imports_mode_check check (mode in ('all', 'each')),
        constraint imports_state_check check (state in ('under-way', 'finished', 'refused')),
        constraint imports_ended_check check ((state = 'under-way') = (ended_at is null)),
        constraint imports_hash_check check (sha256 ~ '^[0-9a-f]{64}$'),
        constraint imports_organization_id_foreign foreign key (organization_id) references organizations (id),
        constraint imports_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`create index imports_organization_index on imports (organization_id, id)`)
    this.addSql(`create index imports_key_index on imports (recorded_by_id, key) where key is not null`)
    this.addSql(`
      create table import_rows (
        import_id uuid not null,
        line int not null,
        state text not null,
        key text null,
        location text null,
        digest text null,
        refusal jsonb null,
        warnings jsonb null,
        primary key (import_id, line),
        constraint import_rows_state_check check (state in ('recorded', 'unchanged', 'conflicting', 'refused')),
        constraint import_rows_refusal_check check ((state in ('conflicting', 'refused')) = (refusal is not null)),
        constraint import_rows_import_id_foreign foreign key (import_id) references imports (id)
      )
    `)
    this.addSql(
      `create index import_rows_digest_index on import_rows (digest) where state = 'recorded' and digest is not null`,
    )
  }
}
