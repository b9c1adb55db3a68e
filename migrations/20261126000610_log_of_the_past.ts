import { Migration } from '@mikro-orm/migrations'

/**
 * Enters into the log what was issued before there was one, in the order in which it was recorded; from then on no version of a
 * certificate and no event of one is committed without its entry.
 */
export class Migration20261126000610 extends Migration {
  override up(): void {
    this.addSql(enterThePast)
    this.addSql(`
      create function certificates_in_the_log_fn() returns trigger as $$ begin if not exists (select 1 from log_entries e where e.certificate_id = new.id and position(new.sha256 in coalesce(e.opening, e.leaf)) > 0) then raise exception 'certificate % has no entry in the log', new.number; end if; return null; end; $$ language plpgsql
    `)
    this.addSql(`
      create constraint trigger in_the_log after insert on certificates
        deferrable initially deferred for each row execute function certificates_in_the_log_fn()
    `)
    this.addSql(`
      create function certificate_events_in_the_log_fn() returns trigger as $$ begin if not exists (select 1 from log_entries e where e.certificate_event_id = new.id and e.kind = new.kind) then raise exception 'event % of a certificate has no entry in the log', new.id; end if; return null; end; $$ language plpgsql
    `)
    this.addSql(`
      create constraint trigger in_the_log after insert on certificate_events
        deferrable initially deferred for each row execute function certificate_events_in_the_log_fn()
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}

/**
 * Members stand in the order of RFC 8785, and to_json escapes a text as it does. A number that grows by one carries as in adding
 * 1 in binary: so do the complete subtrees of the tree. Every eighth carry completes a tile.
 */
const enterThePast = `
  do $$
  declare
    said record;
    leaf text;
    opening text;
    entered bigint := 0;
    subtrees bytea[] := '{}';
    node bytea;
    rest bigint;
    height int;
    whole bytea;
  begin
    for said in
      select * from (
        select v.id as version_id, null::uuid as event_id, v.recorded_at,
               case when v.origin <> 'issued' then 'recorded' when v.edition = 1 then 'issued' else 'amended' end as kind,
               v.number, v.edition, v.sha256, v.change_class, null::timestamptz as effective_from, null as cause,
               o.code as issuer, v.visibility
          from certificates v join organizations o on o.id = v.issuer_id
        union all
        select null, e.id, e.recorded_at, e.kind, v.number, v.edition, v.sha256, null, e.effective_from, e.cause,
               o.code, v.visibility
          from certificate_events e join certificates v on v.id = e.certificate_id
               join organizations o on o.id = v.issuer_id
      ) everything
      order by recorded_at, event_id is not null, coalesce(version_id, event_id)
    loop
      leaf := '{"at":' || to_json(to_char(said.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        || case when said.cause is null or said.visibility = 'status' then '' else ',"cause":' || to_json(said.cause) end
        || case when said.change_class is null or said.visibility = 'status' then ''
                else ',"changeClass":' || to_json(said.change_class) end
        || case when said.effective_from is null then ''
                else ',"effectiveFrom":' || to_json(to_char(said.effective_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end
        || case when said.visibility = 'status' then '' else ',"issuer":' || to_json(said.issuer) end
        || ',"kind":' || to_json(said.kind) || ',"number":' || to_json(said.number)
        || ',"sha256":' || to_json(said.sha256) || ',"v":1,"version":' || said.edition || '}';
      opening := null;
      if said.visibility in ('private', 'parties') then
        opening := '{"salt":"' || encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex')
          || '","statement":' || leaf || '}';
        leaf := '{"commitment":"' || encode(sha256(convert_to(opening, 'UTF8')), 'hex') || '","kind":"sealed","v":1}';
      end if;
      node := sha256('\\x00'::bytea || convert_to(leaf, 'UTF8'));
      insert into log_entries (index, kind, leaf, leaf_hash, opening, certificate_id, certificate_event_id, at)
        values (entered, said.kind, leaf, node, opening, said.version_id, said.event_id, said.recorded_at);

      rest := entered;
      height := 0;
      while rest % 2 = 1 loop
        node := sha256('\\x01'::bytea || subtrees[cardinality(subtrees)] || node);
        subtrees := trim_array(subtrees, 1);
        rest := rest / 2;
        height := height + 1;
        if height = 8 then
          insert into log_tiles (level, index, hashes, root)
            select 0, rest, string_agg(e.leaf_hash, '' order by e.index), node
              from log_entries e where e.index >= rest * 256 and e.index < rest * 256 + 256;
        elsif height % 8 = 0 then
          insert into log_tiles (level, index, hashes, root)
            select height / 8 - 1, rest, string_agg(t.root, '' order by t.index), node
              from log_tiles t
             where t.level = height / 8 - 2 and t.index >= rest * 256 and t.index < rest * 256 + 256;
        end if;
      end loop;
      subtrees := subtrees || node;
      entered := entered + 1;
    end loop;

    if entered > 0 then
      whole := subtrees[cardinality(subtrees)];
      for i in reverse cardinality(subtrees) - 1 .. 1 loop
        whole := sha256('\\x01'::bytea || subtrees[i] || whole);
      end loop;
      update log_head
         set size = entered, root = whole,
             frontier = (select string_agg(s.hash, '' order by s.n) from unnest(subtrees) with ordinality s (hash, n));
    end if;
  end $$
`
