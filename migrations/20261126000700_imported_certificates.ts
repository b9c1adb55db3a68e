import { Migration } from '@mikro-orm/migrations'

/** Certificates that came as files: their bytes, what was read of them, who vouches for signers, what columns mean. */
export class Migration20261126000700 extends Migration {
  override up(): void {
    this.addSql(`
      create table trust_anchors (
        id uuid not null,
        pem text not null,
        subject text not null,
        fingerprint text not null,
        not_before timestamptz(3) not null,
        not_after timestamptz(3) not null,
        organization_id uuid,
        note text,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        retired_at timestamptz(3),
        retired_by_id uuid,
        cause text,
        version int not null default 1,
        primary key (id),
        constraint trust_anchors_fingerprint_unique unique (fingerprint, organization_id),
        constraint trust_anchors_fingerprint_check check (fingerprint ~ '^[0-9a-f]{64}$'),
        constraint trust_anchors_retired_check
          check (num_nulls(retired_at, retired_by_id, cause) in (0, 3)),
        constraint trust_anchors_organization_id_foreign
          foreign key (organization_id) references organizations (id) on delete restrict,
        constraint trust_anchors_recorded_by_id_foreign foreign key (recorded_by_id) references people (id),
        constraint trust_anchors_retired_by_id_foreign
          foreign key (retired_by_id) references people (id) on delete restrict
      )
    `)
    this.addSql(`
      create table dcc_mappings (
        id uuid not null,
        code text not null,
        issuer_id uuid not null,
        organization_id uuid not null,
        description text,
        rules jsonb not null,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint dcc_mappings_code_unique unique (code),
        constraint dcc_mappings_issuer_id_foreign foreign key (issuer_id) references organizations (id),
        constraint dcc_mappings_organization_id_foreign foreign key (organization_id) references organizations (id),
        constraint dcc_mappings_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`create index dcc_mappings_issuer_index on dcc_mappings (issuer_id, id)`)
    this.addSql(`
      create table certificate_imports (
        id uuid not null,
        number text not null,
        laboratory_key text not null,
        laboratory text not null,
        release text not null,
        bytes bytea not null,
        sha256 text not null,
        signed_digests jsonb not null,
        reading jsonb not null,
        signatures jsonb not null,
        upstream jsonb not null,
        schema_checked boolean not null,
        organization_id uuid not null,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (id),
        constraint certificate_imports_number_unique unique (laboratory_key, number),
        constraint certificate_imports_hash_check check (sha256 ~ '^[0-9a-f]{64}$'),
        constraint certificate_imports_organization_id_foreign
          foreign key (organization_id) references organizations (id),
        constraint certificate_imports_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`create index certificate_imports_plain_number_index on certificate_imports (number)`)
    this.addSql(
      `create index certificate_imports_organization_index on certificate_imports (organization_id, id)`,
    )
    this.addSql(`
      create table imported_certificates (
        import_id uuid not null,
        certificate_id uuid not null,
        mapping_id uuid not null,
        trust_anchor_id uuid,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        primary key (import_id),
        constraint imported_certificates_certificate_unique unique (certificate_id),
        constraint imported_certificates_import_id_foreign foreign key (import_id) references certificate_imports (id),
        constraint imported_certificates_certificate_id_foreign foreign key (certificate_id) references certificates (id),
        constraint imported_certificates_mapping_id_foreign foreign key (mapping_id) references dcc_mappings (id),
        constraint imported_certificates_trust_anchor_id_foreign
          foreign key (trust_anchor_id) references trust_anchors (id) on delete restrict,
        constraint imported_certificates_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    for (const table of ['dcc_mappings', 'certificate_imports', 'imported_certificates'])
      this.appendOnly(table)
  }

  private appendOnly(table: string): void {
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
