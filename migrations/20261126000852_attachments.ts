import { Migration } from '@mikro-orm/migrations'

/** Files that belong to a certificate: their bytes once, by digest; their names with the calibration. */
export class Migration20261126000852 extends Migration {
  override up(): void {
    this.addSql(`
      create table attachment_contents (
        sha256 text not null,
        media text not null,
        size int not null,
        bytes bytea not null,
        recorded_at timestamptz(3) not null,
        primary key (sha256),
        constraint attachment_contents_hash_check check (sha256 = encode(sha256(bytes), 'hex')),
        constraint attachment_contents_size_check check (size = length(bytes))
      )
    `)
    this.addSql(`
      create function attachment_contents_append_only_fn() returns trigger as $$ begin raise exception 'attachment_contents is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger append_only before update or delete on attachment_contents
        for each row execute function attachment_contents_append_only_fn()
    `)
    this.addSql(`
      create function attachment_contents_never_truncated_fn() returns trigger as $$ begin raise exception 'attachment_contents is append only' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on attachment_contents
        for each statement execute function attachment_contents_never_truncated_fn()
    `)
    this.addSql(`
      create table attachments (
        id uuid not null,
        calibration_id uuid not null,
        name text not null,
        content_sha256 text not null,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint attachments_name_unique unique (calibration_id, name),
        constraint attachments_calibration_id_foreign foreign key (calibration_id) references calibrations (id),
        constraint attachments_content_sha256_foreign
          foreign key (content_sha256) references attachment_contents (sha256),
        constraint attachments_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`
      create function attachments_refused_once_issued_fn() returns trigger as $$ begin if exists (select 1 from certificates c where c.calibration_id in (old.calibration_id, new.calibration_id)) then raise exception 'an attachment of an issued certificate is never changed' using errcode = 'restrict_violation'; end if; return coalesce(new, old); end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger refused_once_issued before insert or update or delete on attachments
        for each row execute function attachments_refused_once_issued_fn()
    `)
    this.addSql(`
      create function attachments_never_truncated_fn() returns trigger as $$ begin raise exception 'attachments holds what was issued' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on attachments
        for each statement execute function attachments_never_truncated_fn()
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
