-- What awaits somebody about a unit lapses when that unit is merged into another one.

create or replace function directory.merge_activities_of_unit(source uuid, target uuid, moment timestamptz) returns void
language plpgsql security definer set search_path = activities, pg_temp as $$
begin
  perform from activity where participant_ids @> array[source] order by id for update;
  -- Where both take part, they are one participant: from the earlier moment, and all who came from either.
  update participant as kept set joined_at = least(kept.joined_at, other.joined_at),
      attendance = case when num_nonnulls(kept.attendance, other.attendance) > 0
        then coalesce(kept.attendance, 0) + coalesce(other.attendance, 0) end
    from participant as other
    where kept.organization_id = target and other.organization_id = source and other.activity_id = kept.activity_id;
  delete from participant
    where organization_id = source and activity_id in (select activity_id from participant where organization_id = target);
  update participant set organization_id = target where organization_id = source;
  update activity set host_id = case host_id when source then target else host_id end,
      participant_ids = case when participant_ids @> array[target] then array_remove(participant_ids, source)
        else array_replace(participant_ids, source, target) end,
      updated_at = moment, version = version + 1
    where participant_ids @> array[source];
  update agenda_item set proposed_by_organization_id = target, updated_at = moment, version = version + 1
    where proposed_by_organization_id = source;
  update issue set owner_id = target, updated_at = moment, version = version + 1 where owner_id = source;
  -- Readers of the update log that come back read what they missed.
  update activity_update set organization_id = case organization_id when source then target else organization_id end,
      participant_ids = case when participant_ids @> array[target] then array_remove(participant_ids, source)
        else array_replace(participant_ids, source, target) end
    where participant_ids @> array[source] or organization_id = source;
  update webhook_endpoint set organization_id = target, updated_at = moment, version = version + 1 where organization_id = source;
  update webhook_endpoint set filter = jsonb_set(filter, '{organizationId}', to_jsonb(target::text)), updated_at = moment, version = version + 1
    where filter ->> 'organizationId' = source::text;
  update calendar_feed set organization_id = target, updated_at = moment, version = version + 1 where organization_id = source;
  -- What one was told, and what awaits it. The triggers of the records have called for open tasks anew by now.
  update notice set organization_id = target where organization_id = source;
  update notice set facts = replace(facts::text, source::text, target::text)::jsonb where position(source::text in facts::text) > 0;
  update task set state = 'LAPSED', settled_at = moment
    where organization_id = source and state = 'OPEN' and exists (
      select from task as other
      where other.record_id = task.record_id and other.kind = task.kind and other.organization_id = target and other.state = 'OPEN');
  -- Nobody is awaited to do something about a unit that is gone.
  update task set state = 'LAPSED', settled_at = moment where record_id = source and state = 'OPEN';
  update task set organization_id = target where organization_id = source;
  update task set facts = replace(facts::text, source::text, target::text)::jsonb where position(source::text in facts::text) > 0;
end $$;
