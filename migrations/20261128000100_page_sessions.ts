import { Migration } from '@mikro-orm/migrations'

/** Who is signed in to the pages, and on which key or identity that rests. */
export class Migration20261128000100 extends Migration {
  override up(): void {
    this.addSql(`
      create table page_sessions (
        id uuid not null,
        person_id uuid not null,
        organization_id uuid not null,
        token_hash text not null,
        key_id uuid,
        secret_hash text,
        identity_id uuid,
        opened_at timestamptz(3) not null,
        last_seen_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        ended_at timestamptz(3),
        primary key (id),
        constraint page_sessions_token_hash_unique unique (token_hash),
        constraint page_sessions_rests_check check (num_nonnulls(key_id, identity_id) = 1),
        constraint page_sessions_secret_check check ((key_id is null) = (secret_hash is null)),
        constraint page_sessions_token_hash_check check (token_hash ~ '^[0-9a-f]{64}$'),
        constraint page_sessions_times_check check (expires_at > opened_at),
        constraint page_sessions_person_id_foreign foreign key (person_id) references people (id),
        constraint page_sessions_organization_id_foreign
          foreign key (organization_id) references organizations (id),
        constraint page_sessions_key_id_foreign
          foreign key (key_id) references api_keys (id) on delete restrict,
        constraint page_sessions_identity_id_foreign
          foreign key (identity_id) references person_identities (id) on delete restrict
      )
    `)
    this.addSql(`create index page_sessions_organization_index on page_sessions (organization_id, id)`)
    this.addSql(`create index page_sessions_person_index on page_sessions (person_id, id)`)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
