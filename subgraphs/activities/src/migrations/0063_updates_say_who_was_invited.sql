-- An update says who hosted the activity then, and who was only invited: what is between a unit and whoever keeps the list of
-- participants is told to nobody else, neither by the type of an update nor by a filter for that unit.

alter table activity_update
  -- Null until the transaction that writes it ends.
  add column host_id uuid,
  -- Of "participant_ids": those that had not answered yet.
  add column invited_ids uuid[] not null default '{}';

-- Of older updates: whoever has joined since was only invited before.
update activity_update set host_id = activity.host_id, invited_ids = array(
    select participant.organization_id from participant
    where participant.activity_id = activity.id and activity_update.participant_ids @> array[participant.organization_id]
      and (participant.state in ('INVITED', 'DECLINED')
        or (participant.invited_at is not null and activity_update.occurred_at < participant.joined_at)))
  from activity where activity.id = activity_update.activity_id;

-- At the end of the transaction, because one flush writes an activity, its participants and its update in an order of its own;
-- and with the rights of this schema, because other subgraphs end parts of their units.
create function keep_who_was_invited() returns trigger
language plpgsql security definer set search_path = activities, pg_temp as $$
begin
  update activity_update set host_id = coalesce(new.host_id, activity.host_id), invited_ids = array(
      select organization_id from participant where activity_id = new.activity_id and state = 'INVITED')
    from activity where activity.id = new.activity_id and activity_update.id = new.id;
  return null;
end
$$;
create constraint trigger activity_update_invited after insert on activity_update
  deferrable initially deferred for each row execute function keep_who_was_invited();

-- As in 0042; and who hosted and was invited then is the unit that it has become.
create or replace function directory.merge_activities_of_unit(source uuid, target uuid, moment timestamptz) returns void
language plpgsql security definer set search_path = activities, pg_temp as $$
begin
  perform from activity where participant_ids @> array[source]
    or id in (select activity_id from participant where organization_id = source) order by id for update;
  -- Where both take part, they are one participant: from the earlier moment, and all who came from either.
  update participant as kept set joined_at = least(kept.joined_at, other.joined_at),
      attendance = case when num_nonnulls(kept.attendance, other.attendance) > 0
        then coalesce(kept.attendance, 0) + coalesce(other.attendance, 0) end
    from participant as other
    where kept.organization_id = target and other.organization_id = source and other.activity_id = kept.activity_id
      and kept.state = 'JOINED' and other.state = 'JOINED';
  delete from participant as weaker using participant as stronger
    where weaker.activity_id = stronger.activity_id
      and (weaker.organization_id, stronger.organization_id) in ((source, target), (target, source))
      and (part_rank(weaker.state), weaker.organization_id = target)
        < (part_rank(stronger.state), stronger.organization_id = target);
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
      host_id = case host_id when source then target else host_id end,
      participant_ids = case when participant_ids @> array[target] then array_remove(participant_ids, source)
        else array_replace(participant_ids, source, target) end,
      -- Where one of the two took part, the one that they are now did.
      invited_ids = case
        when exists (select from unnest(array[source, target]) as one
          where participant_ids @> array[one] and not invited_ids @> array[one])
          then array_remove(array_remove(invited_ids, source), target)
        when invited_ids @> array[target] then array_remove(invited_ids, source)
        else array_replace(invited_ids, source, target) end
    where participant_ids @> array[source] or organization_id = source or host_id = source;
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
