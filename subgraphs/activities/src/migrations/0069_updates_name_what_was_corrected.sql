-- An update says which fields were corrected, but not their values: whoever may see the activity reads these there. Older entries
-- do not know it.

alter table activity_update
  add column corrected_fields text[],
  add constraint activity_update_corrected check (corrected_fields is null or type = 'CORRECTED');
