import { Migration } from '@mikro-orm/migrations'

/** What a file says is read from its bytes whenever it is asked for: kept beside them, it was larger than they are. */
export class Migration20261126000710 extends Migration {
  override up(): void {
    this.addSql(`alter table certificate_imports drop column reading`)
    // Certificates name the devices they rest on by serial number.
    this.addSql(`create index equipment_serial_number_index on equipment (serial_number)`)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
