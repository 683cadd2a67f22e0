/**
 * What PostGraphile serves: the table of resources under the hub's own condition for a viewer
 * without a token, with two elements of the path under names of their own; its filters are answered by
 * the same indexes. The view is merged into each query by PostgreSQL; the smart tags in its comment
 * say what a view cannot: its key and what its columns refer to.
 */
export const VIEW = `
  create schema if not exists bench;
  create or replace view bench.shared_resource as
    select id, title, kind, capacity, unit, audience, state, provider_id, committee_id,
      place4 as street_code, place5 as community_code
    from resources.resource
    where state = 'PUBLISHED' and audience = 'PUBLIC';
  comment on view bench.shared_resource is E'@primaryKey id
@foreignKey (provider_id) references organizations.organization (id)|@fieldName provider
@foreignKey (committee_id) references organizations.committee (id)|@fieldName committee';`;

/** Schemas that are served: the view's, and the one of the tables that it refers to. */
export const SCHEMAS = ["bench", "organizations"];
