-- Two-way seats (双向进入、交叉任职): a person of one organisation sits in the body of another, such as an owners'
-- committee or a property company, which is no committee. It gives no rights in the hub.

create table unit_seat (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- The body that the person sits in, and the organisation that sends the person.
  body_id uuid not null,
  organization_id uuid not null,
  holder_name text not null,
  role text not null,
  since date not null,
  until date check (until >= since),
  end_reason text,
  -- The agreement by which the person sits there; null if there is none.
  agreement_id uuid,
  region_code text not null,
  region_path text[] not null,
  alliance_code text not null,
  check (body_id <> organization_id),
  check ((until is null) = (end_reason is null))
);
create index unit_seat_body on unit_seat (body_id, id desc);
create index unit_seat_organization on unit_seat (organization_id, id desc);
