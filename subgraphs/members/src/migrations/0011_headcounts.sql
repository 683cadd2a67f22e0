-- A unit registers with a street, too, and reports further headcounts as time goes on. Each counts from its day.

-- What was reported, in the order of its days: [{"on": day, "headcount": number}]. Null until something is reported
-- after the registration. The last of them is the current one.
alter table registration
  add column headcounts jsonb,
  add constraint registration_current_headcount check (
    headcounts is null
    or jsonb_typeof(headcounts) = 'array' and (headcounts -> -1 ->> 'headcount')::integer is not distinct from headcount
  );

-- The registrations that are in force, by place: the balance counts them.
create index registration_standing_3 on registration ((region_path[3])) include (organization_id, headcount) where state = 'ACCEPTED';
create index registration_standing_4 on registration ((region_path[4])) include (organization_id, headcount) where state = 'ACCEPTED';
create index registration_standing_5 on registration ((region_path[5])) include (organization_id, headcount) where state = 'ACCEPTED';

-- No sum changes: nothing is reported yet.
drop trigger registration_figures_inserted on registration;
drop trigger registration_figures_updated on registration;
drop trigger registration_figures_deleted on registration;
drop function registration_figures(text, integer, timestamptz, timestamptz);
-- A headcount counts from its day, and not before the registration was accepted; the last one counts until its end.
create function registration_figures(state text, headcount integer, accepted_at timestamptz, ended_at timestamptz, headcounts jsonb)
returns table (figure text, day date, amount bigint) language sql immutable parallel safe as $$
  select 'registeredMembers'::text, step.day, step.amount
  from (
    select day_of(accepted_at) as day, headcount::bigint as amount where headcounts is null
    union all
    select greatest((reported.value ->> 'on')::date, day_of(accepted_at)),
      (reported.value ->> 'headcount')::bigint
        - lag((reported.value ->> 'headcount')::bigint, 1, 0::bigint) over (order by reported.number)
      from jsonb_array_elements(headcounts) with ordinality as reported (value, number)
    union all
    select day_of(ended_at), -headcount::bigint where state = 'ENDED'
  ) as step
  where state in ('ACCEPTED', 'ENDED')
$$;
create trigger registration_figures_inserted after insert on registration
  referencing new table as new_rows for each statement execute function note_figures('state, headcount, accepted_at, ended_at, headcounts');
create trigger registration_figures_updated after update on registration
  referencing old table as old_rows new table as new_rows for each statement execute function note_figures('state, headcount, accepted_at, ended_at, headcounts');
create trigger registration_figures_deleted after delete on registration
  referencing old table as old_rows for each statement execute function note_figures('state, headcount, accepted_at, ended_at, headcounts');
