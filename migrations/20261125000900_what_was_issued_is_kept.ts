import { Migration } from '@mikro-orm/migrations'

/** Calibrations hold drafts and what was issued: rows of an issued one are refused to change, and no table is emptied. */
export class Migration20261125000900 extends Migration {
  override up(): void {
    this.addSql(`
      create function calibrations_never_truncated_fn() returns trigger as $$ begin raise exception 'calibrations holds what was issued' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on calibrations
        for each statement execute function calibrations_never_truncated_fn()
    `)
    this.addSql(`
      create function calibration_results_never_truncated_fn() returns trigger as $$ begin raise exception 'calibration_results holds what was issued' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on calibration_results
        for each statement execute function calibration_results_never_truncated_fn()
    `)
    this.addSql(`
      create function result_links_never_truncated_fn() returns trigger as $$ begin raise exception 'result_links holds what was issued' using errcode = 'restrict_violation'; end; $$ language plpgsql
    `)
    this.addSql(`
      create trigger never_truncated before truncate on result_links
        for each statement execute function result_links_never_truncated_fn()
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
