import { Migration } from '@mikro-orm/migrations'

const roles = `array['administrator', 'quality-manager', 'technician', 'reviewer', 'signatory', 'auditor', 'integration', 'enterprise-viewer']`

/** Whose a key is, how far it reaches, and how it is changed; how people are reached, and as whom others know them. */
export class Migration20261127000100 extends Migration {
  override up(): void {
    this.addSql(`
      alter table api_keys
        add column organization_id uuid,
        add column scopes text[],
        add column addresses text[],
        add column former_secret_hash text,
        add column former_until timestamptz(3),
        add column last_used_at timestamptz(3)
    `)
    this.addSql(
      `update api_keys k set organization_id = p.organization_id from people p where p.id = k.person_id`,
    )
    this.addSql(`
      alter table api_keys
        alter column organization_id set not null,
        drop constraint api_keys_roles_check,
        add constraint api_keys_roles_check check (roles <@ ${roles}),
        add constraint api_keys_former_check check ((former_secret_hash is null) = (former_until is null)),
        add constraint api_keys_former_secret_hash_unique unique (former_secret_hash),
        add constraint api_keys_organization_id_foreign foreign key (organization_id) references organizations (id)
    `)
    this.addSql(`create index api_keys_organization_index on api_keys (organization_id, id)`)
    this.addSql(`
      create table person_contacts (
        person_id uuid not null,
        organization_id uuid not null,
        email text not null,
        primary key (person_id),
        constraint person_contacts_person_id_foreign
          foreign key (person_id) references people (id) on update restrict on delete restrict,
        constraint person_contacts_organization_id_foreign
          foreign key (organization_id) references organizations (id)
      )
    `)
    this.addSql(`
      insert into person_contacts (person_id, organization_id, email)
      select id, organization_id, email from people where email is not null
    `)
    this.addSql(`alter table people drop column email`)
    this.addSql(`
      create table person_identities (
        id uuid not null,
        person_id uuid not null,
        organization_id uuid not null,
        issuer text not null,
        subject text,
        email text,
        roles text[] not null,
        scopes text[],
        recorded_at timestamptz(3) not null,
        ended_at timestamptz(3),
        version int not null default 1,
        primary key (id),
        constraint person_identities_named_check check (num_nonnulls(subject, email) = 1),
        constraint person_identities_roles_check check (roles <@ ${roles}),
        constraint person_identities_person_id_foreign foreign key (person_id) references people (id),
        constraint person_identities_organization_id_foreign
          foreign key (organization_id) references organizations (id)
      )
    `)
    this.addSql(`
      create unique index person_identities_subject_unique on person_identities (issuer, subject)
        where ended_at is null
    `)
    this.addSql(`
      create unique index person_identities_email_unique on person_identities (issuer, email)
        where ended_at is null
    `)
    this.addSql(`create index person_identities_person_index on person_identities (person_id, id)`)
    this.addSql(`create index attachments_content_index on attachments (content_sha256)`)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
