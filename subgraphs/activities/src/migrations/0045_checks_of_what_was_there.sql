-- What 0037 and 0042 demand of new rows is demanded of all. This reads the tables while others read and write them.

alter table activity_update validate constraint activity_update_type_check;
alter table participant
  validate constraint participant_state_check,
  validate constraint participant_reason_check,
  validate constraint participant_times,
  validate constraint participant_ended,
  validate constraint participant_reason,
  validate constraint participant_attendance_of_joined;
