-- A planned term takes over by itself when its first day begins. Whom that concerns is told then, once, whatever happens
-- to the processes that do it.

alter table term add column takeover_untold boolean not null default false;
update term set takeover_untold = true where state = 'PLANNED' and starts_on > day_of(now());
-- What waits for the end of the transaction would keep the table from being altered.
set constraints all immediate;
create index term_takeover on term (starts_on) where takeover_untold;
