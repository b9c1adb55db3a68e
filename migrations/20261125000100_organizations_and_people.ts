import { Migration } from '@mikro-orm/migrations'

/** What laboratories are, who works in them, and the words they use. */
export class Migration20261125000100 extends Migration {
  override up(): void {
    this.addSql(`
      create table organizations (
        id uuid not null,
        code text not null,
        name jsonb not null,
        legal_identifier text,
        economy text not null,
        roles text[] not null,
        sites jsonb not null,
        fictional boolean not null default false,
        recorded_at timestamptz(3) not null,
        version int not null default 1,
        primary key (id),
        constraint organizations_code_unique unique (code),
        constraint organizations_legal_identifier_unique unique (economy, legal_identifier),
        constraint organizations_roles_check
          check (roles <@ array['national-metrology-institute', 'designated-institute', 'legal-metrology-institute', 'industry-test-centre', 'calibration-laboratory', 'enterprise', 'accreditation-body', 'regulator', 'proficiency-testing-provider', 'reference-material-producer']),
        constraint organizations_economy_check check (economy ~ '^[A-Z]{2}$')
      )
    `)
    this.addSql(`
      create table people (
        id uuid not null,
        code text not null,
        organization_id uuid not null,
        name text not null,
        email text,
        recorded_at timestamptz(3) not null,
        version int not null default 1,
        primary key (id),
        constraint people_code_unique unique (code),
        constraint people_organization_id_foreign
          foreign key (organization_id) references organizations (id)
      )
    `)
    this.addSql(`
      create table api_keys (
        id uuid not null,
        person_id uuid not null,
        prefix text not null,
        secret_hash text not null,
        roles text[] not null,
        recorded_at timestamptz(3) not null,
        expires_at timestamptz(3),
        revoked_at timestamptz(3),
        version int not null default 1,
        primary key (id),
        constraint api_keys_secret_hash_unique unique (secret_hash),
        constraint api_keys_roles_check
          check (roles <@ array['administrator', 'quality-manager', 'technician', 'reviewer', 'signatory', 'auditor', 'integration']),
        constraint api_keys_secret_hash_check check (secret_hash ~ '^[0-9a-f]{64}$'),
        constraint api_keys_person_id_foreign foreign key (person_id) references people (id)
      )
    `)
    this.addSql(`
      create table measurand_kinds (
        id uuid not null,
        code text not null,
        name jsonb not null,
        quantity_kind text not null,
        taxon text,
        unit text not null,
        parameters jsonb not null,
        recorded_at timestamptz(3) not null,
        version int not null default 1,
        primary key (id),
        constraint measurand_kinds_code_unique unique (code)
      )
    `)
    this.addSql(`
      create table authorizations (
        id uuid not null,
        person_id uuid not null,
        activity text not null,
        measurand_kind_id uuid,
        valid_from date not null,
        valid_to date,
        evidence text not null,
        recorded_at timestamptz(3) not null,
        version int not null default 1,
        primary key (id),
        constraint authorizations_dates_check check (valid_to is null or valid_to >= valid_from),
        constraint authorizations_activity_check check (activity in ('perform', 'review', 'authorise')),
        constraint authorizations_person_id_foreign foreign key (person_id) references people (id),
        constraint authorizations_measurand_kind_id_foreign
          foreign key (measurand_kind_id) references measurand_kinds (id) on delete restrict
      )
    `)
    this.addSql(`
      create index authorizations_person_index on authorizations (person_id)
    `)
    this.addSql(`
      create table normative_documents (
        id uuid not null,
        code text not null,
        number text not null,
        edition text not null,
        title jsonb not null,
        in_force_from date not null,
        in_force_to date,
        replaced_by text,
        recorded_at timestamptz(3) not null,
        version int not null default 1,
        primary key (id),
        constraint normative_documents_code_unique unique (code),
        constraint normative_documents_edition_unique unique (number, edition),
        constraint normative_documents_dates_check
          check (in_force_to is null or in_force_to >= in_force_from)
      )
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
