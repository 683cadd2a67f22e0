-- What somebody may do follows from these rows: whoever remembers it is told (kit, database/prepare.ts).

create constraint trigger membership_standing after insert or update or delete on membership
  deferrable initially deferred for each row execute function directory.note_standing_change();
create constraint trigger term_standing after insert or update or delete on term
  deferrable initially deferred for each row execute function directory.note_standing_change();
create constraint trigger seat_standing after insert or update or delete on seat
  deferrable initially deferred for each row execute function directory.note_standing_change();
create constraint trigger liaison_standing after insert or update or delete on liaison
  deferrable initially deferred for each row execute function directory.note_standing_change();
create constraint trigger appointment_standing after insert or update or delete on appointment
  deferrable initially deferred for each row execute function directory.note_standing_change();
