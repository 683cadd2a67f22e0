-- What was entered of an activity can be corrected, also after it was held. The log tells it.

alter table activity_update drop constraint activity_update_type_check;
alter table activity_update add constraint activity_update_type_check check (type in ('SCHEDULED', 'RESCHEDULED', 'CANCELLED', 'HELD',
  'CORRECTED', 'PARTICIPANT_JOINED', 'PARTICIPANT_LEFT', 'ATTENDANCE_RECORDED'));
