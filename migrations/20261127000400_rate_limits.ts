import { Migration } from '@mikro-orm/migrations'

/** How often who has asked lately, for all processes together. Nothing of it has to survive a crash: it is not in the WAL. */
export class Migration20261127000400 extends Migration {
  override up(): void {
    this.addSql(`
      create unlogged table rate_limits (
        key text not null,
        points int not null default 0,
        expire bigint null,
        primary key (key)
      )
    `)
    this.addSql(`create index rate_limits_expire_index on rate_limits (expire)`)
  }
}
