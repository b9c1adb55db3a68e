import { Migration } from '@mikro-orm/migrations'

/** What authorizations and editions of documents said before they were stated anew. */
export class Migration20261126000050 extends Migration {
  override up(): void {
    this.addSql(`
      create table authorization_versions (
        id uuid not null,
        authorization_id uuid not null,
        activity text not null,
        measurand_kind_id uuid,
        valid_from date not null,
        valid_to date,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint authorization_versions_activity_check check (activity in ('perform', 'review', 'authorise')),
        constraint authorization_versions_authorization_id_foreign
          foreign key (authorization_id) references authorizations (id),
        constraint authorization_versions_measurand_kind_id_foreign
          foreign key (measurand_kind_id) references measurand_kinds (id) on delete restrict
      )
    `)
    this.addSql(`
      create index authorization_versions_authorization_index on authorization_versions (authorization_id)
    `)
    this.addSql(`
      insert into authorization_versions (id, authorization_id, activity, measurand_kind_id, valid_from, valid_to, recorded_at)
      select uuidv7(), id, activity, measurand_kind_id, valid_from, valid_to, recorded_at from authorizations
    `)
    this.addSql(`
      create function authorization_versions_append_only_fn() returns trigger as $$ begin raise exception 'authorization_versions is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on authorization_versions
        for each row execute function authorization_versions_append_only_fn()
    `)
    this.addSql(`
      create function authorization_versions_never_truncated_fn() returns trigger as $$ begin raise exception 'authorization_versions is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on authorization_versions
        for each statement execute function authorization_versions_never_truncated_fn()
    `)
    this.addSql(`
      create table normative_document_versions (
        id uuid not null,
        document_id uuid not null,
        in_force_from date not null,
        in_force_to date,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint normative_document_versions_document_id_foreign
          foreign key (document_id) references normative_documents (id)
      )
    `)
    this.addSql(`
      create index normative_document_versions_document_index on normative_document_versions (document_id)
    `)
    this.addSql(`
      insert into normative_document_versions (id, document_id, in_force_from, in_force_to, recorded_at)
      select uuidv7(), id, in_force_from, in_force_to, recorded_at from normative_documents
    `)
    this.addSql(`
      create function normative_document_versions_append_only_fn() returns trigger as $$ begin raise exception 'normative_document_versions is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on normative_document_versions
        for each row execute function normative_document_versions_append_only_fn()
    `)
    this.addSql(`
      create function normative_document_versions_never_truncated_fn() returns trigger as $$ begin raise exception 'normative_document_versions is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on normative_document_versions
        for each statement execute function normative_document_versions_never_truncated_fn()
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
