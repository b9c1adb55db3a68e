import { Migration } from '@mikro-orm/migrations'

/** Who is told of events by a request, and what came of each. */
export class Migration20261127000210 extends Migration {
  override up(): void {
    this.addSql(`
      create table webhooks (
        id uuid not null,
        organization_id uuid not null,
        url text not null,
        kinds text[] null,
        description text null,
        state text not null,
        secret text not null,
        previous_secret text null,
        previous_until timestamptz(3) null,
        recorded_by_id uuid not null,
        recorded_at timestamptz(3) not null,
        version int not null default 1,
        primary key (id),
        constraint webhooks_previous_check check ((previous_secret is null) = (previous_until is null)),
        constraint webhooks_state_check check (state in ('active', 'paused', 'removed')),
        constraint webhooks_organization_id_foreign foreign key (organization_id) references organizations (id),
        constraint webhooks_recorded_by_id_foreign foreign key (recorded_by_id) references people (id)
      )
    `)
    this.addSql(`create index webhooks_organization_index on webhooks (organization_id, id)`)
    this.addSql(`
      create table webhook_deliveries (
        id uuid not null,
        webhook_id uuid not null,
        position bigint not null,
        state text not null,
        attempts int not null,
        last_status int null,
        last_fault text null,
        recorded_at timestamptz(3) not null,
        first_at timestamptz(3) not null,
        attempted_at timestamptz(3) null,
        next_at timestamptz(3) null,
        primary key (id),
        constraint webhook_deliveries_event_unique unique (webhook_id, position),
        constraint webhook_deliveries_next_check check ((state = 'pending') = (next_at is not null)),
        constraint webhook_deliveries_state_check check (state in ('pending', 'delivered', 'dead')),
        constraint webhook_deliveries_webhook_id_foreign foreign key (webhook_id) references webhooks (id),
        constraint webhook_deliveries_position_foreign foreign key (position) references events (position)
      )
    `)
    this.addSql(`create index webhook_deliveries_webhook_index on webhook_deliveries (webhook_id, id)`)
    this.addSql(
      `create index webhook_deliveries_pending_index on webhook_deliveries (next_at) where state = 'pending'`,
    )
  }
}
