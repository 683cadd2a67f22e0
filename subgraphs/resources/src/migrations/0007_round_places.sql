-- Calls for lists are listed by place, too.

create index collection_round_path_1 on collection_round ((region_path[1]), id desc);
create index collection_round_path_2 on collection_round ((region_path[2]), id desc);
create index collection_round_path_3 on collection_round ((region_path[3]), id desc);
create index collection_round_path_4 on collection_round ((region_path[4]), id desc);
create index collection_round_path_5 on collection_round ((region_path[5]), id desc);
create index collection_round_path_6 on collection_round ((region_path[6]), id desc);
