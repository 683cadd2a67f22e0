-- Co-construction agreements. That a text cannot change once it was proposed, that nobody signs
-- another text than the proposed one, and that a signature stays, holds for hand-written SQL too.

create table agreement (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  committee_id uuid not null,
  title text not null check (length(title) between 1 and 100),
  term_from date not null,
  term_to date not null,
  -- EXPIRED is ACTIVE with a term that is over; it is read, not stored, so that no job has to run.
  state text not null check (state in ('DRAFT', 'PROPOSED', 'ACTIVE', 'TERMINATED')),
  audience text not null check (audience in ('PUBLIC', 'ALLIANCE', 'COMMITTEE', 'PARTIES')),
  -- The organisations of agreement_party in order; the sharing condition reads them here.
  party_ids uuid[] not null check (cardinality(party_ids) between 2 and 20),
  content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
  proposed_at timestamptz,
  activated_at timestamptz,
  terminated_at timestamptz,
  terminate_reason text,
  region_code text not null,
  region_path text[] not null check (cardinality(region_path) = 6),
  alliance_code text not null,
  search_key text not null,
  search_grams text[] not null,
  constraint agreement_term check (term_from < term_to),
  constraint agreement_proposed check ((state = 'DRAFT') = (content_hash is null) and (state = 'DRAFT') = (proposed_at is null)),
  constraint agreement_activated check (case state when 'ACTIVE' then activated_at is not null when 'TERMINATED' then true else activated_at is null end),
  constraint agreement_terminated check ((state = 'TERMINATED') = (terminated_at is not null) and (state = 'TERMINATED') = (terminate_reason is not null))
);
create index agreement_path_1 on agreement ((region_path[1]), id desc);
create index agreement_path_2 on agreement ((region_path[2]), id desc);
create index agreement_path_3 on agreement ((region_path[3]), id desc);
create index agreement_path_4 on agreement ((region_path[4]), id desc);
create index agreement_path_5 on agreement ((region_path[5]), id desc);
create index agreement_path_6 on agreement ((region_path[6]), id desc);
create index agreement_committee on agreement (committee_id, id desc);
create index agreement_parties on agreement using gin (party_ids);
create index agreement_search on agreement using gin (search_grams);
create index agreement_expiring on agreement (term_to) where state = 'ACTIVE';
create index agreement_activated_at on agreement (activated_at) where activated_at is not null;

create table agreement_party (
  agreement_id uuid not null references agreement,
  organization_id uuid not null,
  position integer not null check (position >= 1),
  signed_at timestamptz,
  signed_by text,
  signed_hash text,
  primary key (agreement_id, organization_id),
  constraint agreement_party_signature check ((signed_at is null) = (signed_by is null) and (signed_at is null) = (signed_hash is null)),
  unique (agreement_id, position)
);
create index agreement_party_organization on agreement_party (organization_id, agreement_id desc);

create table commitment (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  agreement_id uuid not null references agreement,
  organization_id uuid not null,
  position integer not null check (position >= 1),
  clause text not null check (length(clause) between 1 and 500),
  resource_id uuid references resource,
  times_per_year integer check (times_per_year between 1 and 366),
  fulfilled integer not null default 0 check (fulfilled between 0 and 100000),
  unique (agreement_id, position),
  -- Only a party commits itself. Checked at commit: one flush writes parties and commitments in any order.
  foreign key (agreement_id, organization_id) references agreement_party deferrable initially deferred
);

create function refuse_agreement(what text) returns void language plpgsql as $$
begin
  raise exception '%', what using errcode = 'check_violation', constraint = 'agreement_kept';
end $$;

-- The steps of an agreement, and its text, which only a draft may change.
create function keep_agreement() returns trigger language plpgsql set search_path from current as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'DRAFT' then
      perform refuse_agreement(format('agreement %s is %s: it is terminated, not deleted', old.id, old.state));
    end if;
    return old;
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'DRAFT' then
      perform refuse_agreement(format('agreement %s starts as DRAFT, then is proposed and signed', new.id));
    end if;
    return new;
  end if;

  if old.state <> 'DRAFT' and (new.id, new.committee_id, new.title, new.term_from, new.term_to, new.party_ids)
    is distinct from (old.id, old.committee_id, old.title, old.term_from, old.term_to, old.party_ids) then
    perform refuse_agreement(format('agreement %s is %s: its text cannot change', old.id, old.state));
  end if;
  if old.content_hash is not null and new.state <> 'DRAFT' and new.content_hash is distinct from old.content_hash then
    perform refuse_agreement(format('agreement %s is %s: its content hash cannot change', old.id, old.state));
  end if;
  if old.activated_at is not null and new.activated_at is distinct from old.activated_at then
    perform refuse_agreement(format('agreement %s has been activated at %s', old.id, old.activated_at));
  end if;
  if new.state = old.state then
    return new;
  end if;

  case old.state || ' to ' || new.state
    when 'DRAFT to PROPOSED' then
      if new.party_ids is distinct from
        (select array_agg(organization_id order by position) from agreement_party where agreement_id = new.id) then
        perform refuse_agreement(format('agreement %s: party_ids are not its parties in order', new.id));
      end if;
    when 'PROPOSED to DRAFT' then
      if exists (select from agreement_party where agreement_id = new.id and signed_at is not null) then
        perform refuse_agreement(format('agreement %s has been signed and cannot become a draft', new.id));
      end if;
    when 'PROPOSED to ACTIVE' then
      if exists (select from agreement_party where agreement_id = new.id and signed_hash is distinct from new.content_hash) then
        perform refuse_agreement(format('agreement %s is not signed by all parties', new.id));
      end if;
    when 'PROPOSED to TERMINATED', 'ACTIVE to TERMINATED' then
      null;
    else
      perform refuse_agreement(format('agreement %s cannot go from %s to %s', new.id, old.state, new.state));
  end case;
  return new;
end $$;
create trigger agreement_kept before insert or update or delete on agreement
  for each row execute function keep_agreement();

-- Parties change with the draft; a signature is for the proposed text and stays. The share lock on
-- the agreement makes a step of it wait, so that it cannot be proposed while its parties change.
create function keep_agreement_party() returns trigger language plpgsql set search_path from current as $$
declare
  held agreement;
begin
  select * into held from agreement
    where id = case when tg_op = 'INSERT' then new.agreement_id else old.agreement_id end for share;
  if tg_op = 'UPDATE' then
    if (new.agreement_id, new.organization_id, new.position) is distinct from (old.agreement_id, old.organization_id, old.position) then
      perform refuse_agreement(format('a party of agreement %s is replaced, not changed', old.agreement_id));
    end if;
    if (new.signed_at, new.signed_by, new.signed_hash) is not distinct from (old.signed_at, old.signed_by, old.signed_hash) then
      return new;
    end if;
    if old.signed_at is not null then
      perform refuse_agreement(format('party %s of agreement %s has signed for good', old.organization_id, old.agreement_id));
    end if;
    if held.state <> 'PROPOSED' or new.signed_hash is distinct from held.content_hash then
      perform refuse_agreement(format('agreement %s is signed while PROPOSED, under its own content hash', old.agreement_id));
    end if;
    return new;
  end if;
  if held.state <> 'DRAFT' then
    perform refuse_agreement(format('agreement %s is %s: its parties cannot change', held.id, held.state));
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if new.signed_at is not null then
    perform refuse_agreement(format('agreement %s is signed while PROPOSED', new.agreement_id));
  end if;
  return new;
end $$;
create trigger agreement_party_kept before insert or update or delete on agreement_party
  for each row execute function keep_agreement_party();

-- Commitments belong to the text; how often they were fulfilled does not.
create function keep_commitment() returns trigger language plpgsql set search_path from current as $$
declare
  held agreement;
begin
  if tg_op = 'UPDATE' and (new.id, new.agreement_id, new.organization_id, new.position, new.clause, new.resource_id, new.times_per_year)
    is not distinct from (old.id, old.agreement_id, old.organization_id, old.position, old.clause, old.resource_id, old.times_per_year) then
    return new;
  end if;
  if tg_op <> 'INSERT' then
    select * into held from agreement where id = old.agreement_id for share;
    if held.state <> 'DRAFT' then
      perform refuse_agreement(format('agreement %s is %s: its commitments cannot change', held.id, held.state));
    end if;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  select * into held from agreement where id = new.agreement_id for share;
  if held.state <> 'DRAFT' then
    perform refuse_agreement(format('agreement %s is %s: its commitments cannot change', held.id, held.state));
  end if;
  return new;
end $$;
create trigger commitment_kept before insert or update or delete on commitment
  for each row execute function keep_commitment();
