import { DatabaseClient } from "./client.ts";
import { roleOf } from "./connect.ts";

/** The subgraphs' schemas; `gateway` belongs to the hub itself. */
export const SCHEMAS = ["organizations", "members", "resources", "activities", "gateway"] as const;

/** Key of the advisory lock under which one process at a time prepares and migrates a database. */
export const PREPARE_LOCK = 7_283_401_991;

/**
 * Makes what all schemas stand on: extensions, one role and one schema each, the schema `directory`
 * (views by which one subgraph publishes keys and placement of its records to the others, and a mark
 * that changes with whatever somebody's standing follows from) and the schema `audit`, into which every role may write and from which only `organizations` reads.
 *
 * Needs a login that may create roles and extensions. Idempotent; runs under an advisory lock.
 */
export async function prepareDatabase(url: string): Promise<void> {
  const client = new DatabaseClient({
    connectionString: url,
    application_name: "alliance-hub prepare",
  });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [PREPARE_LOCK]);
    await client.query("create extension if not exists btree_gist");
    for (const schema of SCHEMAS) await client.query(roleAndSchema(schema));
    await client.query(DIRECTORY);
    await client.query(STANDING);
    await client.query(AUDIT);
  } finally {
    await client.end();
  }
}

function roleAndSchema(schema: string): string {
  const role = roleOf(schema);
  // Roles belong to the whole server: another hub's database there may have made it already.
  return `
    do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then
        create role ${role} nologin;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$;
    -- Whether this login may work as the role is found by trying: how to ask differs by version.
    do $$ begin
      execute 'set local role ${role}';
      reset role;
    exception when insufficient_privilege then
      execute format('grant ${role} to %I', session_user);
    end $$;
    create schema if not exists ${schema} authorization ${role};
    revoke all on schema ${schema} from public;`;
}

const ROLES = SCHEMAS.map(roleOf).join(", ");

const DIRECTORY = `
  create schema if not exists directory;
  grant usage on schema directory to ${ROLES};
  grant create on schema directory to ${["organizations", "members", "resources", "gateway"].map(roleOf).join(", ")};`;

/**
 * Tables whose rows standings follow from have the trigger, as the last thing that their transaction does:
 * whoever finds the mark unchanged finds the standings unchanged, too. It is set once in a transaction, so
 * that loading many records costs little.
 */
const STANDING = `
  create table if not exists directory.standing (
    single boolean primary key default true check (single),
    changed_by xid8 not null default pg_current_xact_id()
  );
  insert into directory.standing default values on conflict do nothing;
  grant select, update on directory.standing to ${ROLES};
  create or replace function directory.note_standing_change() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$
  begin
    update directory.standing set changed_by = pg_current_xact_id()
      where changed_by is distinct from pg_current_xact_id();
    if found then perform pg_notify('standing', ''); end if;
    return null;
  end
  $$;`;

const AUDIT = `
  create schema if not exists audit;
  grant usage on schema audit to ${ROLES};
  create table if not exists audit.entry (
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
  grant insert on audit.entry to ${ROLES};
  grant select on audit.entry to ${roleOf("organizations")};`;
