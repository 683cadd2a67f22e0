import { SUBGRAPH_NAMES } from "@alliance-hub/sharing/subgraphs";
import pg from "pg";
import { roleOf } from "./connect.ts";

/** The subgraphs' schemas; `gateway` belongs to the hub itself. */
export const SCHEMAS = [...SUBGRAPH_NAMES, "gateway"] as const;

/** One thing that all schemas need. */
export interface Foundation {
  /** As a person reads it, such as "role hub_members". */
  readonly name: string;
  /** SQL expression that is true if it exists; checked before anything is made. */
  readonly isThere: string;
  /** Makes it, or the missing part of it. */
  readonly make: string;
}

const ROLES = SCHEMAS.map(roleOf);

/** Whether the login may work as a role. The question differs from version 16 on. */
const mayWorkAs = (role: string): string =>
  `case when to_regrole('${role}') is null then false
        when current_setting('server_version_num')::int >= 160000 then pg_has_role(session_user, to_regrole('${role}'), 'SET')
        else pg_has_role(session_user, to_regrole('${role}'), 'MEMBER') end`;

const may = (kind: "schema" | "table", object: string, roles: readonly string[], right: string) => {
  const oid = kind === "schema" ? `to_regnamespace('${object}')` : `to_regclass('${object}')`;
  return roles
    .map((role) => `has_${kind}_privilege(to_regrole('${role}'), ${oid}, '${right}')`)
    .join(" and ");
};

/**
 * What all schemas need, in the order in which it is made. First an extension, then one role and one schema for
 * each subgraph. Then the schema `directory`: views and functions by which a subgraph publishes keys and placement of its
 * records to the others, or lets them write one thing, and a revision that changes whenever a record changes from which standings follow. Then
 * the schema `audit`: every role may write into it, and only `organizations` reads it.
 *
 * @param login the login of the hub.
 */
export function foundations(login: string): Foundation[] {
  return [
    {
      name: "extension btree_gist",
      isThere: "exists (select from pg_extension where extname = 'btree_gist')",
      make: "create extension if not exists btree_gist;",
    },
    ...SCHEMAS.flatMap((schema) => roleAndSchema(schema, login)),
    ...DIRECTORY,
    ...AUDIT,
  ];
}

function roleAndSchema(schema: string, login: string): Foundation[] {
  const role = roleOf(schema);
  return [
    {
      name: `role ${role}`,
      isThere: `to_regrole('${role}') is not null`,
      // Roles belong to the whole server: another hub may make the same role at the same moment.
      make: `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$;`,
    },
    {
      name: `the right to work as ${role}`,
      isThere: mayWorkAs(role),
      make: `grant ${role} to ${pg.escapeIdentifier(login)};`,
    },
    {
      name: `schema ${schema}`,
      isThere: `to_regnamespace('${schema}') is not null and ${may("schema", schema, [role], "create")}`,
      make: `create schema if not exists ${schema} authorization ${role};
revoke all on schema ${schema} from public;`,
    },
  ];
}

const DIRECTORY: readonly Foundation[] = [
  {
    name: "schema directory",
    isThere: `to_regnamespace('directory') is not null and ${may("schema", "directory", ROLES, "usage")} and ${may("schema", "directory", ROLES, "create")}`,
    make: `create schema if not exists directory;
grant usage on schema directory to ${ROLES.join(", ")};
grant create on schema directory to ${ROLES.join(", ")};`,
  },
  {
    name: "table directory.standing",
    isThere: `to_regclass('directory.standing') is not null and ${may("table", "directory.standing", ROLES, "update")} and ${may("table", "directory.standing", ROLES, "select")}`,
    make: `create table if not exists directory.standing (
  single boolean primary key default true check (single),
  changed_by xid8 not null default pg_current_xact_id()
);
insert into directory.standing default values on conflict do nothing;
grant select, update on directory.standing to ${ROLES.join(", ")};`,
  },
  {
    // Tables from whose rows standings follow have this trigger. It runs at the end of the transaction. So if
    // the revision has not changed, the standings have not changed either. It runs once in a transaction, so that
    // loading many records costs little.
    name: "function directory.note_standing_change",
    isThere: "to_regprocedure('directory.note_standing_change()') is not null",
    make: `create or replace function directory.note_standing_change() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
  update directory.standing set changed_by = pg_current_xact_id()
    where changed_by is distinct from pg_current_xact_id();
  if found then perform pg_notify('standing', ''); end if;
  return null;
end
$$;`,
  },
];

const AUDIT: readonly Foundation[] = [
  {
    name: "schema audit",
    isThere: `to_regnamespace('audit') is not null and ${may("schema", "audit", ROLES, "usage")}`,
    make: `create schema if not exists audit;
grant usage on schema audit to ${ROLES.join(", ")};`,
  },
  {
    name: "table audit.entry",
    isThere: `to_regclass('audit.entry') is not null and ${may("table", "audit.entry", ROLES, "insert")} and ${may("table", "audit.entry", [roleOf("organizations")], "select")}`,
    make: `create table if not exists audit.entry (
  id uuid primary key,
  at timestamptz not null,
  subgraph text not null,
  action text not null,
  noun text not null,
  record_id text not null,
  subject text not null,
  organization_id uuid,
  region_path text[] not null,
  request_id text not null,
  details jsonb not null
);
create index if not exists entry_region_4 on audit.entry ((region_path[3]), id);
grant insert on audit.entry to ${ROLES.join(", ")};
grant select on audit.entry to ${roleOf("organizations")};`,
  },
  {
    // The page of a record says how it was corrected.
    name: "index audit.entry_record",
    isThere: "to_regclass('audit.entry_record') is not null",
    make: "create index if not exists entry_record on audit.entry (record_id, id);",
  },
];
