-- Why a change of a region failed, as the rule and its values: each reader is told in their language. What failed before has the
-- Chinese words alone, which stay beside the rule for the previous version of the hub.
alter table region_change add column failed_by jsonb check (failed_by is null or state = 'FAILED');
