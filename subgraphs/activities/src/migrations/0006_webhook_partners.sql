-- An endpoint that a partner system set up is good for as long as that system's key.

-- The partner system that registered the endpoint or changed it last; null where a person did.
alter table webhook_endpoint add column partner_subject text;
