-- Contact cards (连心卡): who answers for a post, of a unit or of a committee. Everybody reads post and
-- hours; name and telephone are shown with the holder's consent, and otherwise to the unit itself.

create table contact_card (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  organization_id uuid,
  committee_id uuid,
  post text not null,
  holder_name text not null,
  office_phone text,
  hours text,
  consented_at timestamptz,
  withdrawn_at timestamptz,
  withdraw_reason text,
  region_code text not null,
  region_path text[] not null,
  alliance_code text not null,
  -- What everybody may search; the name only with consent.
  search_key text not null,
  search_grams text[] not null,
  -- What the unit itself may search. It has no index: a unit has few cards.
  search_own_key text not null,
  check (num_nonnulls(organization_id, committee_id) = 1),
  check ((withdrawn_at is null) = (withdraw_reason is null))
);
create index contact_card_organization on contact_card (organization_id, id desc) where withdrawn_at is null;
create index contact_card_committee on contact_card (committee_id, id desc) where withdrawn_at is null;
create index contact_card_text on contact_card using gin (search_grams) where withdrawn_at is null;
create index contact_card_path_1 on contact_card ((region_path[1]), id desc) where withdrawn_at is null;
create index contact_card_path_2 on contact_card ((region_path[2]), id desc) where withdrawn_at is null;
create index contact_card_path_3 on contact_card ((region_path[3]), id desc) where withdrawn_at is null;
create index contact_card_path_4 on contact_card ((region_path[4]), id desc) where withdrawn_at is null;
create index contact_card_path_5 on contact_card ((region_path[5]), id desc) where withdrawn_at is null;
create index contact_card_path_6 on contact_card ((region_path[6]), id desc) where withdrawn_at is null;

-- When somebody last read personal fields that others see masked: the audit log notes it once a day.
create table personal_reading (
  noun text not null,
  record_id text not null,
  subject text not null,
  day date not null,
  primary key (noun, record_id, subject)
);
