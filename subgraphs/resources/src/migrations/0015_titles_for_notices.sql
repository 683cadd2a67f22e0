-- Notices and tasks name needs, agreements and rounds. As with resources (0013), a title is read only together with
-- the columns that decide who may see it.

create view directory.titled_need as
  select id, title, organization_id, audience, state, alliance_code, committee_id from need;
create view directory.titled_agreement as
  select id, title, party_ids, audience, state, alliance_code, committee_id from agreement;
create view directory.titled_collection_round as
  select id, title, alliance_code, committee_id from collection_round;
grant select on directory.titled_need, directory.titled_agreement, directory.titled_collection_round
  to hub_activities;
