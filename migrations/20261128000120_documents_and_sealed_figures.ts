import { Migration } from '@mikro-orm/migrations'

/** Whoever is no request sees all: the node itself, and the reading of chains, which withholds afterwards. */
const isNoRequest = `current_setting('role') <> 'etalon_request'`
const own = `(select nullif(current_setting('etalon.organization', true), '')::uuid)`
const everywhere = `(select current_setting('etalon.everywhere', true) = 'yes')`

/**
 * Columns that not everybody may read stand in rows that everybody may: rows decide for rows only. Requests read these columns through
 * views, which their owner's rights carry out, and which show them to whom they are for (`db/tenancy/isolation.ts` takes the columns away).
 */
export class Migration20261128000120 extends Migration {
  override up(): void {
    // The newest version says who may read, of the former ones too.
    this.addSql(`
      create view certificate_documents with (security_barrier) as
        select t.id, t.document
          from certificates t
         where ${isNoRequest}
            or ${everywhere}
            or exists (
              select 1
                from (select n.visibility, n.issuer_id, n.calibration_id from certificates n
                       where n.number = t.number order by n.edition desc limit 1) n
               where n.visibility = 'public'
                  or n.issuer_id = ${own}
                  or exists (select 1 from calibrations c join equipment e on e.id = c.equipment_id
                              where c.id = n.calibration_id and ${own} in (c.customer_id, e.owner_id)))
    `)
    // Nobody but who measured sees a result of a round that is open, not even who runs the round.
    this.addSql(`
      create view comparison_figures with (security_barrier) as
        select r.id, r.certificate, r.certified_result as "certifiedResult", r.stated, r.estimate,
               r.standard_uncertainty as "standardUncertainty", r.coverage_factor as "coverageFactor"
          from comparison_results r
         where ${isNoRequest}
            or exists (select 1 from comparison_closings z where z.comparison_id = r.comparison_id)
            or exists (select 1 from competences k where k.id = r.competence_id and k.organization_id = ${own})
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
