-- Mail: whether and where a person wants it, and what waits to be sent.

create table mail_setting (
  id uuid primary key,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  subject text not null,
  address text not null,
  mode text not null check (mode in ('AT_ONCE', 'DAILY', 'NONE')),
  language text not null check (language in ('ZH_CN', 'ZH_TW', 'EN')),
  -- Nothing but a code is sent to an address before it has been confirmed.
  confirmed_at timestamptz,
  -- The code that confirms it. It is mailed to the address, and forgotten once it was used.
  secret_code text,
  code_until timestamptz,
  check ((secret_code is null) = (code_until is null)),
  check (confirmed_at is null or secret_code is null)
);
create unique index mail_setting_subject on mail_setting (subject);

-- A message to a person. It has no text: which notices it tells of is kept, and they are read when it is sent, as
-- the person may see them then.
create table mail_outbox (
  id uuid primary key,
  created_at timestamptz not null,
  subject text not null,
  kind text not null check (kind in ('CODE', 'AT_ONCE', 'DAILY')),
  -- What its notices have in common: the record, or the day.
  topic text not null,
  notice_ids uuid[] not null default '{}',
  -- A worker has taken it, so what comes now is told by another message.
  closed boolean not null default false,
  state text not null check (state in ('PENDING', 'SENT', 'WITHHELD', 'GIVEN_UP')),
  finished_at timestamptz,
  failures integer not null default 0,
  due_at timestamptz not null,
  lease_id uuid,
  leased_until timestamptz,
  leased_by integer,
  check ((state = 'PENDING') = (finished_at is null))
);
create unique index mail_outbox_open on mail_outbox (subject, kind, topic) where state = 'PENDING' and not closed;
create index mail_outbox_due on mail_outbox (due_at) where state = 'PENDING';
create index mail_outbox_leased on mail_outbox (leased_by) where state = 'PENDING' and leased_until is not null;
create index mail_outbox_age on mail_outbox (created_at);
create index mail_outbox_codes on mail_outbox (subject, created_at) where kind = 'CODE';

-- One row: up to which number notices have become messages; null before the first look.
create table mail_cursor (
  single boolean primary key default true check (single),
  number bigint
);
insert into mail_cursor default values;
