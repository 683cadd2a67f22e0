-- Records repeat a region's code and path, and the hub remembers its level: none of them changes.

create function keep_region() returns trigger language plpgsql as $$
begin
  if (new.code, new.level, new.path) is distinct from (old.code, old.level, old.path) then
    raise exception 'region %: code, level and path stay as they were entered', old.code
      using errcode = 'check_violation', constraint = 'region_kept';
  end if;
  return new;
end $$;
create trigger region_kept before update on region
  for each row execute function keep_region();
