-- What a unit has booked, and what others have booked of it, in order of time.
create index booking_organization_start on booking (organization_id, starts_at, id);
create index booking_provider_start on booking (provider_id, starts_at, id);
