import { Migration } from '@mikro-orm/migrations'

/** What happened, in the order in which it was committed, and to which organizations it is told. */
export class Migration20261127000200 extends Migration {
  override up(): void {
    this.addSql(`
      create table events (
        position bigint not null,
        id uuid not null,
        kind text not null,
        at timestamptz(3) not null,
        data jsonb not null,
        occasion text null,
        primary key (position),
        constraint events_id_unique unique (id),
        constraint events_occasion_unique unique (occasion),
        constraint events_position_check check (position > 0)
      )
    `)
    this.addSql(`
      create table event_parties (
        organization_id uuid not null,
        position bigint not null,
        primary key (organization_id, position),
        constraint event_parties_organization_id_foreign foreign key (organization_id) references organizations (id),
        constraint event_parties_position_foreign foreign key (position) references events (position)
      )
    `)
    for (const table of ['events', 'event_parties']) {
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
  }
}
