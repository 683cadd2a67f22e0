-- The booking of the venue that the activity has made; null for activities from before, and for those entered later.

alter table activity add column venue_booking_id uuid;
