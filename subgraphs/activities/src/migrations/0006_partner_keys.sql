-- What a partner system set up, and what works when it is not there, is good for as long as its key.

-- The partner system that registered the endpoint or changed it last; null where a person did.
alter table webhook_endpoint add column partner_subject text;
-- The partner system that made the feed; null where a person did.
alter table calendar_feed add column partner_subject text;
