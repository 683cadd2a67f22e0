-- An endpoint can take the notices of its unit, too. They wait in the same queue as updates: both logs are numbered from
-- one sequence.

-- Which notices, and in which language; null for none. The cursor is in the log of notices.
alter table webhook_endpoint add column notices jsonb, add column notice_cursor_number bigint,
  add constraint webhook_endpoint_notices check ((notices is null) = (notice_cursor_number is null));
create index webhook_endpoint_notice_cursor on webhook_endpoint (notice_cursor_number)
  where state = 'ENABLED' and notices is not null;

-- Then update_id and update_number are those of the notice, and activity_id is the record that it is about: what is
-- told of one record arrives in order.
alter table webhook_delivery add column of_notice boolean not null default false;
