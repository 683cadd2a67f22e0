-- What somebody may do follows from these rows: whoever remembers it is told (kit, database/prepare.ts).
-- A new region or organisation changes it for nobody.

create constraint trigger committee_standing after insert or update or delete on committee
  deferrable initially deferred for each row execute function directory.note_standing_change();
create constraint trigger organization_standing after update or delete on organization
  deferrable initially deferred for each row execute function directory.note_standing_change();
create constraint trigger region_standing after update or delete on region
  deferrable initially deferred for each row execute function directory.note_standing_change();
