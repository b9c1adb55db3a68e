import type { Protection } from '#db/tenancy/isolation.ts'

/** The organization in whose name the connection was handed out; nobody's for a request without a key. */
const own = `(select nullif(current_setting('etalon.organization', true), '')::uuid)`
const everywhere = `(select current_setting('etalon.everywhere', true) = 'yes')`
const byOwnPeople = (person: string) =>
  `exists (select 1 from people p where p.id = ${person} and p.organization_id = ${own})`

/** A calibration of one's own, or one transcribed by one's own people: whose it is when it is written. */
const ownWork = (c: string) =>
  `${c}.laboratory_id = ${own} or ${everywhere} or (${c}.origin = 'transcribed' and ${byOwnPeople(`${c}.recorded_by_id`)})`

const ofOwnWork = (calibration: string) =>
  `exists (select 1 from calibrations c where c.id = ${calibration} and (${ownWork('c')}))`
const ofOwnEquipment = `${everywhere} or exists (select 1 from equipment e where e.id = usages.equipment_id and e.owner_id = ${own})`
const ofSeenWebhook = `exists (select 1 from webhooks w where w.id = webhook_deliveries.webhook_id)`
/** The calibrations that are seen decide: their own policy stands within. */
const ofSeenWork = (calibration: string) =>
  `exists (select 1 from calibrations c where c.id = ${calibration})`

const ofOpenedRecall = (recall: string) =>
  `exists (select 1 from recalls r where r.id = ${recall} and r.organization_id = ${own})`
/** Whoever opened it, issued one of its certificates, or owns one of its items. */
const ofOwnRecall = `organization_id = ${own} or ${everywhere} or is_party_to_recall(id, ${own})`
/** The recalls that are seen decide: their own policy stands within. */
const ofSeenRecall = (recall: string) => `exists (select 1 from recalls r where r.id = ${recall})`
const ofSeenItem = `exists (select 1 from recall_items i where i.id = recall_dispositions.item_id)`
const ofSeenNotice = `exists (select 1 from recall_notices n where n.id = recall_acknowledgements.notice_id)`

const ownOrEverywhere = (column: string) => `${column} = ${own} or ${everywhere}`

/**
 * What belongs to one organization, and what PostgreSQL itself shows of it. `reads`: which rows are there for a request.
 * `writes`: which of them it may change, and what it may leave behind. `chain`: what is there for the reading of chains;
 * nothing, if absent.
 */
export const protectedTables: readonly Protection[] = [
  {
    // Drafts are the laboratory's; what is authorised is issued in the same transaction, and can be asked about by all.
    table: 'calibrations',
    reads: `state = 'authorised' or ${ownWork('calibrations')}`,
    writes: ownWork('calibrations'),
    chain: `state = 'authorised' or ${ownWork('calibrations')}`,
  },
  {
    table: 'calibration_results',
    reads: ofSeenWork('calibration_results.calibration_id'),
    writes: ofOwnWork('calibration_results.calibration_id'),
    // Whole, or the index of ancestry could not be used: each statement of a chain joins the calibrations.
    chain: 'true',
  },
  {
    table: 'result_links',
    reads: `exists (select 1 from calibration_results r where r.id = result_links.result_id)`,
    writes: `exists (select 1 from calibration_results r join calibrations c on c.id = r.calibration_id
                      where r.id = result_links.result_id and (${ownWork('c')}))`,
    chain: 'true',
  },
  {
    table: 'signature_acts',
    reads: ofSeenWork('signature_acts.calibration_id'),
    writes: ofOwnWork('signature_acts.calibration_id'),
  },
  {
    table: 'attachments',
    reads: ofSeenWork('attachments.calibration_id'),
    writes: ofOwnWork('attachments.calibration_id'),
  },
  {
    table: 'attachment_contents',
    reads: `exists (select 1 from attachments a where a.content_sha256 = attachment_contents.sha256)`,
    // Bytes are kept once, whoever brings them; they are seen through what they are attached to.
    writes: 'true',
    isWrittenUnseen: true,
  },
  {
    table: 'certificate_imports',
    reads: `${ownOrEverywhere('organization_id')}
      or exists (select 1 from imported_certificates i where i.import_id = certificate_imports.id)`,
    writes: ownOrEverywhere('organization_id'),
  },
  {
    table: 'imports',
    reads: ownOrEverywhere('organization_id'),
    writes: ownOrEverywhere('organization_id'),
  },
  {
    // The imports that are seen decide: their own policy stands within.
    table: 'import_rows',
    reads: `exists (select 1 from imports i where i.id = import_rows.import_id)`,
    writes: `exists (select 1 from imports i where i.id = import_rows.import_id)`,
  },
  {
    table: 'usages',
    reads: ofOwnEquipment,
    writes: ofOwnEquipment,
    // What follows a standard to the products is asked about one's own equipment.
    chain: ofOwnEquipment,
  },
  {
    table: 'api_keys',
    reads: ownOrEverywhere('organization_id'),
    writes: ownOrEverywhere('organization_id'),
  },
  {
    table: 'person_contacts',
    reads: ownOrEverywhere('organization_id'),
    writes: ownOrEverywhere('organization_id'),
  },
  {
    table: 'person_identities',
    reads: ownOrEverywhere('organization_id'),
    writes: ownOrEverywhere('organization_id'),
  },
  {
    table: 'page_sessions',
    reads: ownOrEverywhere('organization_id'),
    writes: ownOrEverywhere('organization_id'),
  },
  {
    table: 'idempotency_keys',
    reads: `actor_key = (select current_setting('etalon.person', true))`,
    writes: `actor_key = (select current_setting('etalon.person', true))`,
  },
  {
    table: 'audit_events',
    reads: ownOrEverywhere('organization'),
    // What has happened since is what the memory of chains must forget, whoever did it.
    chain: 'true',
  },
  {
    table: 'event_parties',
    reads: `organization_id = ${own}`,
  },
  {
    table: 'events',
    reads: `exists (select 1 from event_parties p where p.position = events.position)`,
  },
  {
    table: 'recalls',
    reads: ofOwnRecall,
    writes: ofOwnRecall,
    // Certificates show what recalls say of them, and how far a recall is depends on all of its items.
    chain: 'true',
  },
  {
    table: 'recall_items',
    reads: `${own} in (issuer_id, owner_id) or ${everywhere} or ${ofOpenedRecall('recall_items.recall_id')}`,
    writes: `${everywhere} or ${ofOpenedRecall('recall_items.recall_id')}`,
    chain: 'true',
  },
  {
    table: 'recall_events',
    reads: ofSeenRecall('recall_events.recall_id'),
    writes: ofSeenRecall('recall_events.recall_id'),
  },
  {
    table: 'recall_dispositions',
    reads: ofSeenItem,
    writes: ofSeenItem,
    chain: 'true',
  },
  {
    // Written by the node, whoever decided about the last item.
    table: 'recall_notices',
    reads: `owner_id = ${own} or ${everywhere} or ${ofOpenedRecall('recall_notices.recall_id')}`,
    chain: 'true',
  },
  {
    table: 'recall_acknowledgements',
    reads: ofSeenNotice,
    writes: ofSeenNotice,
    chain: 'true',
  },
  {
    // Its secret stands in it.
    table: 'webhooks',
    reads: ownOrEverywhere('organization_id'),
    writes: ownOrEverywhere('organization_id'),
  },
  {
    table: 'webhook_deliveries',
    reads: ofSeenWebhook,
    writes: ofSeenWebhook,
  },
  {
    table: 'feed_keys',
    reads: ownOrEverywhere('organization_id'),
    writes: ownOrEverywhere('organization_id'),
  },
]
