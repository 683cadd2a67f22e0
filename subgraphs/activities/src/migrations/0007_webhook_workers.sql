-- Who leases a delivery is known by a number and holds a lock of it for as long as it lives: what a worker
-- leased that was killed is free at once, and not only when the lease has run out.

create sequence webhook_worker as integer cycle;
alter table webhook_delivery add column leased_by integer;
