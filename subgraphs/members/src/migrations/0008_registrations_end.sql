-- A registration that was accepted ends when the unit serves there no more. It counted until that day.

alter table registration
  drop constraint registration_state_check,
  drop constraint registration_check,
  add column ended_at timestamptz,
  add column end_reason text,
  add constraint registration_state_check check (state in ('SUBMITTED', 'ACCEPTED', 'RETURNED', 'ENDED')),
  add constraint registration_accepted check ((state in ('ACCEPTED', 'ENDED')) = (accepted_at is not null)),
  add constraint registration_ended check ((state = 'ENDED') = (ended_at is not null and end_reason is not null)),
  add constraint registration_days check (ended_at >= accepted_at);

-- No sum changes: none has ended yet.
drop trigger registration_figures_inserted on registration;
drop trigger registration_figures_updated on registration;
drop trigger registration_figures_deleted on registration;
drop function registration_figures(text, integer, timestamptz);
create function registration_figures(state text, headcount integer, accepted_at timestamptz, ended_at timestamptz)
returns table (figure text, day date, amount bigint) language sql immutable parallel safe as $$
  select 'registeredMembers'::text, day_of(accepted_at), headcount::bigint where state in ('ACCEPTED', 'ENDED')
  union all
  select 'registeredMembers'::text, day_of(ended_at), -headcount::bigint where state = 'ENDED'
$$;
create trigger registration_figures_inserted after insert on registration
  referencing new table as new_rows for each statement execute function note_figures('state, headcount, accepted_at, ended_at');
create trigger registration_figures_updated after update on registration
  referencing old table as old_rows new table as new_rows for each statement execute function note_figures('state, headcount, accepted_at, ended_at');
create trigger registration_figures_deleted after delete on registration
  referencing old table as old_rows for each statement execute function note_figures('state, headcount, accepted_at, ended_at');

drop trigger registration_units_inserted on registration;
drop trigger registration_units_updated on registration;
drop trigger registration_units_deleted on registration;
create trigger registration_units_inserted after insert on registration
  referencing new table as new_rows for each statement execute function note_unit_figures('registeredUnits', $$case when state in ('ACCEPTED', 'ENDED') then daterange(day_of(accepted_at), day_of(ended_at)) end$$);
create trigger registration_units_updated after update on registration
  referencing old table as old_rows new table as new_rows for each statement execute function note_unit_figures('registeredUnits', $$case when state in ('ACCEPTED', 'ENDED') then daterange(day_of(accepted_at), day_of(ended_at)) end$$);
create trigger registration_units_deleted after delete on registration
  referencing old table as old_rows for each statement execute function note_unit_figures('registeredUnits', $$case when state in ('ACCEPTED', 'ENDED') then daterange(day_of(accepted_at), day_of(ended_at)) end$$);
