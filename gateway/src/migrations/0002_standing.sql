-- A key that is revoked, or gets other scopes, ends what its holder follows (kit, database/prepare.ts).

create constraint trigger partner_standing after insert or update or delete on partner
  deferrable initially deferred for each row execute function directory.note_standing_change();
