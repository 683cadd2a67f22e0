-- Issues by their deadlines: unresolved ones first (RAISED sorts before RESOLVED), the nearest deadline first, those
-- without a deadline last.
create index issue_path_1_deadline on issue ((region_path[1]), state, (coalesce(deadline, 'infinity'::date)), id);
create index issue_path_2_deadline on issue ((region_path[2]), state, (coalesce(deadline, 'infinity'::date)), id);
create index issue_path_3_deadline on issue ((region_path[3]), state, (coalesce(deadline, 'infinity'::date)), id);
create index issue_path_4_deadline on issue ((region_path[4]), state, (coalesce(deadline, 'infinity'::date)), id);
create index issue_path_5_deadline on issue ((region_path[5]), state, (coalesce(deadline, 'infinity'::date)), id);
create index issue_path_6_deadline on issue ((region_path[6]), state, (coalesce(deadline, 'infinity'::date)), id);
create index issue_committee_deadline on issue (committee_id, state, (coalesce(deadline, 'infinity'::date)), id);
create index issue_owner_deadline on issue (owner_id, state, (coalesce(deadline, 'infinity'::date)), id);
