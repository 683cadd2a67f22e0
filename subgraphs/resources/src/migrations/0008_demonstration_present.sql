-- Up to which day the present of the demonstration alliance is entered; null where it is not yet, and in rows of
-- synthetic data.
alter table demonstration add column present_until date;
