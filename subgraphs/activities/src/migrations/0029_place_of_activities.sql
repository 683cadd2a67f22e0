-- Where an activity takes place, in words, for whoever sees the activity: a place that is no resource, or the title that
-- its venue had when the host chose it. Activities from before keep none: their hosts did not know that all would read it.

alter table activity add column place text check (char_length(place) between 1 and 100);
