import { Migration } from '@mikro-orm/migrations'

/** Whoever holds a file asks by its hash of which certificate it is. */
export class Migration20261128000500 extends Migration {
  override up(): void {
    this.addSql(`create index certificates_hash_index on certificates (sha256)`)
    this.addSql(`create index certificate_imports_hash_index on certificate_imports (sha256)`)
  }
}
