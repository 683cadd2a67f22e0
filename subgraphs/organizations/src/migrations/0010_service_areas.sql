-- That a property company or an owners' committee serves an estate is recorded from a day to a day, and what is over
-- stays.

alter table service_area
  drop constraint service_area_pkey,
  add column id uuid,
  add column version integer not null default 1,
  add column created_at timestamptz not null default now(),
  add column updated_at timestamptz not null default now(),
  add column starts_on date,
  -- The last day; null while no end is known.
  add column ends_on date;
-- Those that are there serve since they were entered. UUID version 7 (RFC 9562, section 5.7).
update service_area set starts_on = (organization.created_at at time zone 'Asia/Shanghai')::date,
    id = encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
      placing substring(int8send((extract(epoch from organization.created_at) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
  from organization where organization.id = organization_id;
alter table service_area
  add primary key (id),
  alter column starts_on set not null,
  alter column created_at drop default,
  alter column updated_at drop default,
  add constraint service_area_days check (ends_on >= starts_on),
  add constraint service_area_once exclude using gist
    (organization_id with =, region_code with =, daterange(starts_on, ends_on, '[]') with &&);
drop index service_area_organization;
create index service_area_organization on service_area (organization_id, id desc);
create index service_area_region on service_area (region_code, id desc);

-- Nothing new for an organisation that has ended or was merged; see the functions of this name in the other schemas.
create function require_active_unit() returns trigger language plpgsql set search_path from current as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('organization'), hashtext(new.organization_id::text) & 255);
  if exists (select from organization where id = new.organization_id and state <> 'ACTIVE') then
    raise exception 'organisation % has ended', new.organization_id using errcode = 'check_violation', constraint = 'organization_active';
  end if;
  return new;
end $$;
create trigger service_area_of_active_unit before insert on service_area for each row execute function require_active_unit();

create function end_organizations_of_unit(unit_id uuid, last_day date, moment timestamptz) returns void
language plpgsql set search_path from current as $$
begin
  -- It never began.
  delete from service_area where organization_id = unit_id and starts_on > last_day;
  update service_area set ends_on = last_day, updated_at = moment, version = version + 1
    where organization_id = unit_id and (ends_on is null or ends_on > last_day);
end $$;

create or replace function merge_organizations_of_unit(source uuid, target uuid, moment timestamptz) returns void
language plpgsql set search_path from current as $$
declare
  mine service_area;
  theirs record;
begin
  update organization set merged_into_id = target where merged_into_id = source;
  update organization set parent_id = target, updated_at = moment, version = version + 1
    where parent_id = source and id <> target and state <> 'MERGED';
  update committee set organization_id = target, updated_at = moment, version = version + 1 where organization_id = source;
  -- Where both served one place at one time, one record has the days of both.
  for mine in select * from service_area where organization_id = source order by starts_on, id loop
    select array_agg(id order by starts_on) as ids, min(starts_on) as starts_on, max(coalesce(ends_on, 'infinity')) as ends_on
      into theirs from service_area
      where organization_id = target and region_code = mine.region_code
        and daterange(starts_on, ends_on, '[]') && daterange(mine.starts_on, mine.ends_on, '[]');
    if theirs.ids is null then
      update service_area set organization_id = target, updated_at = moment, version = version + 1 where id = mine.id;
    else
      delete from service_area where id = mine.id or id = any(theirs.ids[2:]);
      update service_area set starts_on = least(mine.starts_on, theirs.starts_on),
          ends_on = nullif(greatest(coalesce(mine.ends_on, 'infinity'), theirs.ends_on), 'infinity'),
          updated_at = moment, version = version + 1
        where id = theirs.ids[1];
    end if;
  end loop;
end $$;
