import { Migration } from '@mikro-orm/migrations'

/** What stands above a result is found from below too: with the references it rests on, and by an index. */
export class Migration20261126000300 extends Migration {
  override up(): void {
    // A fact about issued results that was not written down before; nothing that was is changed.
    this.addSql(`alter table calibration_results disable trigger refused_once_issued`)
    this.addSql(`
      with recursive reached (reference, result) as (
        select upstream_reference_id, result_id from result_links where upstream_reference_id is not null
         union
        select r.reference, l.result_id from reached r join result_links l on l.upstream_result_id = r.result
      )
      update calibration_results r
         set ancestors = array(select unnest(r.ancestors || x.roots) order by 1)
        from (select result, array_agg(reference) as roots from reached group by result) x
       where x.result = r.id
    `)
    this.addSql(`alter table calibration_results enable trigger refused_once_issued`)
    this.addSql(`
      create index calibration_results_ancestors_index on calibration_results using gin (ancestors)
    `)
    this.addSql(`
      create index result_links_upstream_component_index on result_links (upstream_component_id)
        where upstream_component_id is not null
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
