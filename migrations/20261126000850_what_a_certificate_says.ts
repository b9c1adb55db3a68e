import { Migration } from '@mikro-orm/migrations'

/** What a certificate states beside its figures, and to whom it is shown; a draft says so from the beginning. */
export class Migration20261126000850 extends Migration {
  override up(): void {
    this.addSql(`
      alter table calibrations
        add column particulars jsonb,
        add column visibility text not null default 'public',
        add constraint calibrations_visibility_check
          check (visibility in ('public', 'status', 'parties', 'private'))
    `)
    this.addSql(`alter table certificates drop constraint certificates_visibility_check`)
    this.addSql(`
      alter table certificates add constraint certificates_visibility_check
        check (visibility in ('public', 'status', 'parties', 'private'))
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
