-- What was marked as held or cancelled by mistake is to take place after all. The log tells it.

-- The log is long, and whoever reads or writes it waits for this: the rows that are there are checked in 0045.
alter table activity_update drop constraint activity_update_type_check;
alter table activity_update add constraint activity_update_type_check check (type in ('SCHEDULED', 'RESCHEDULED', 'CANCELLED', 'HELD',
  'CORRECTED', 'REOPENED', 'PARTICIPANT_JOINED', 'PARTICIPANT_LEFT', 'ATTENDANCE_RECORDED')) not valid;
