import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import type { OrganizationsSetting } from "./organizations-setting.ts";

/** A district with a street, a community and their paths, in which units have records of all kinds. */
export interface Ground {
  readonly district: string;
  readonly street: string;
  readonly community: string;
}

type Values = Readonly<Record<string, unknown>>;

/** Makes a ground of its own. */
export async function ground(setting: OrganizationsSetting): Promise<Ground> {
  const district = await setting.place("DISTRICT");
  const street = await setting.place("STREET", district);
  return { district, street, community: await setting.place("COMMUNITY", street) };
}

/** Enters records of units into the tables of the other subgraphs, which a test of this one does not run. */
export function recordsOfUnits({ admin }: Pick<OrganizationsSetting, "admin">, at: Ground) {
  const stamp = () => ({ id: randomUUID(), created_at: new Date(), updated_at: new Date() });
  const placed = (code = at.street) => ({
    region_code: code,
    alliance_code: at.district,
    region_path: [
      "440000",
      null,
      at.district,
      code === at.district ? null : at.street,
      code === at.community ? code : null,
      null,
    ],
  });
  const put = async (table: string, values: Values): Promise<string> => {
    await insert(admin, table, values);
    return String(values["id"]);
  };
  const found = { search_key: "", search_grams: [] };
  const ahead = new Date(Date.now() + 400 * 86_400_000);
  const later = new Date(ahead.getTime() + 3_600_000);
  return {
    membership: (organization_id: string, committee_id: string, over: Values = {}) =>
      put("members.membership", {
        ...stamp(),
        ...placed(),
        organization_id,
        committee_id,
        joined_on: "2024-01-01",
        ...over,
      }),
    seat: async (organization_id: string, committee_id: string, over: Values = {}) => {
      const { rows } = await admin.query("select id from members.term where committee_id = $1", [
        committee_id,
      ]);
      const seat = { holder_name: "委员 001", role: "PART_TIME", since: "2024-01-01" };
      return put("members.seat", {
        ...stamp(),
        ...placed(),
        organization_id,
        committee_id,
        term_id: rows[0].id,
        ...seat,
        ...over,
      });
    },
    liaison: (organization_id: string, subject: string) =>
      put("members.liaison", {
        ...stamp(),
        ...placed(),
        organization_id,
        subject,
        name: "联络员 001",
      }),
    registration: (organization_id: string, over: Values = {}) =>
      put("members.registration", {
        ...stamp(),
        ...placed(at.community),
        organization_id,
        community_code: at.community,
        state: "ACCEPTED",
        headcount: 10,
        submitted_at: new Date("2024-01-01"),
        accepted_at: new Date("2024-01-02"),
        ...over,
      }),
    application: (organization_id: string, committee_id: string) =>
      put("members.application", {
        ...stamp(),
        ...placed(),
        organization_id,
        committee_id,
        state: "SUBMITTED",
      }),
    served: (organization_id: string, region_code: string, over: Values = {}) =>
      put("organizations.service_area", {
        ...stamp(),
        organization_id,
        region_code,
        starts_on: "2024-01-01",
        ...over,
      }),
    team: (organization_id: string) =>
      put("members.team", {
        ...stamp(),
        ...placed(),
        organization_id,
        name: "志愿队",
        kind: "VOLUNTEER",
        headcount: 5,
        formed_on: "2024-01-01",
      }),
    card: (organization_id: string) =>
      put("members.contact_card", {
        ...stamp(),
        ...placed(),
        ...found,
        organization_id,
        post: "书记",
        holder_name: "委员 002",
        search_own_key: "",
      }),
    resource: (provider_id: string, over: Values = {}) =>
      put("resources.resource", {
        ...stamp(),
        ...placed(),
        ...found,
        provider_id,
        title: "会议室",
        kind: "VENUE",
        audience: "PUBLIC",
        state: "PUBLISHED",
        published_at: new Date("2024-02-01"),
        ...over,
      }),
    need: (organization_id: string, over: Values = {}) =>
      put("resources.need", {
        ...stamp(),
        ...placed(),
        ...found,
        organization_id,
        title: "桌椅",
        kind: "EQUIPMENT",
        audience: "PUBLIC",
        state: "PUBLISHED",
        published_at: new Date("2024-02-01"),
        ...over,
      }),
    booking: (
      organization_id: string,
      resource_id: string,
      provider_id: string,
      over: Values = {},
    ) =>
      put("resources.booking", {
        ...stamp(),
        organization_id,
        resource_id,
        provider_id,
        starts_at: ahead,
        ends_at: later,
        quantity: 1,
        exclusive: false,
        state: "CONFIRMED",
        ...over,
      }),
    /** With a commitment of its first party. `ACTIVE`: all have signed. */
    agreement: async (
      committee_id: string,
      parties: readonly string[],
      over: Values & { state?: string } = {},
    ) => {
      const { state = "DRAFT", ...others } = over;
      const id = await put("resources.agreement", {
        ...stamp(),
        ...placed(),
        ...found,
        committee_id,
        title: "共建协议",
        term_from: "2024-01-01",
        term_to: "2099-12-31",
        state: "DRAFT",
        audience: "PUBLIC",
        party_ids: parties,
        ...others,
      });
      for (const [i, organization_id] of parties.entries())
        await insert(admin, "resources.agreement_party", {
          agreement_id: id,
          organization_id,
          position: i + 1,
        });
      await put("resources.commitment", {
        ...stamp(),
        agreement_id: id,
        organization_id: parties[0],
        position: 1,
        clause: "每季度一次",
      });
      const hash = "a".repeat(64);
      if (state === "DRAFT") return id;
      await admin.query(
        "update resources.agreement set state = 'PROPOSED', content_hash = $2, proposed_at = now() where id = $1",
        [id, hash],
      );
      if (state === "PROPOSED") return id;
      await admin.query(
        "update resources.agreement_party set signed_at = now(), signed_by = 's', signed_hash = $2 where agreement_id = $1",
        [id, hash],
      );
      await admin.query(
        "update resources.agreement set state = 'ACTIVE', activated_at = now() where id = $1",
        [id],
      );
      return id;
    },
    activity: async (committee_id: string, participants: readonly string[], over: Values = {}) => {
      const id = await put("activities.activity", {
        ...stamp(),
        ...placed(),
        ...found,
        committee_id,
        host_id: participants[0],
        participant_ids: participants,
        title: "义务植树",
        kind: "SERVICE",
        state: "SCHEDULED",
        starts_at: ahead,
        ends_at: later,
        audience: "PUBLIC",
        ...over,
      });
      for (const organization_id of participants)
        await insert(admin, "activities.participant", {
          activity_id: id,
          organization_id,
          starts_at: over["starts_at"] ?? ahead,
          joined_at: new Date(),
          ...(over["state"] === "HELD" ? { attendance: 7 } : {}),
        });
      await insert(admin, "activities.activity_update", {
        id: randomUUID(),
        type: "SCHEDULED",
        occurred_at: new Date(),
        activity_id: id,
        organization_id: participants[0],
        kind: "SERVICE",
        committee_id,
        audience: "PUBLIC",
        participant_ids: participants,
        region_path: placed().region_path,
        alliance_code: at.district,
      });
      return id;
    },
    issue: (owner_id: string, committee_id: string, over: Values = {}) =>
      put("activities.issue", {
        ...stamp(),
        ...placed(),
        committee_id,
        title: "路灯",
        owner_id,
        state: "RAISED",
        raised_at: new Date("2024-03-01"),
        ...over,
      }),
    endpoint: (organization_id: string, over: Values = {}) =>
      put("activities.webhook_endpoint", {
        ...stamp(),
        organization_id,
        address: "https://a.example/",
        filter: { organizationId: organization_id },
        state: "ENABLED",
        state_since: new Date(),
        sealed_secret: "x",
        secret_key_id: "k",
        cursor_number: 0,
        ...over,
      }),
    feed: (organization_id: string) =>
      put("activities.calendar_feed", { ...stamp(), organization_id, secret_hash: randomUUID() }),
    partner: (organization_id: string) =>
      insert(admin, "gateway.partner", {
        name: `p-${randomUUID()}`,
        organization_id,
        scopes: [],
        key_hash: randomUUID(),
        created_at: new Date(),
      }),
  };
}

/** The records that a ground's units may have. */
export type RecordsOfUnits = ReturnType<typeof recordsOfUnits>;

async function insert(admin: Client, table: string, values: Values): Promise<void> {
  const columns = Object.keys(values);
  const places = columns.map((_, i) => `$${i + 1}`).join(", ");
  await admin.query(
    `insert into ${table} (${columns.join(", ")}) values (${places})`,
    Object.values(values),
  );
}

/** Where an id still stands: the columns of all tables that hold it, with how many rows. */
export async function wherever(admin: Client, id: string): Promise<Record<string, number>> {
  const { rows: columns } = await admin.query<{ place: string; column: string; type: string }>(
    `select format('%I.%I', table_schema, table_name) as place, column_name as column, udt_name as type
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_type = 'BASE TABLE' and table_schema in ('organizations', 'members', 'resources', 'activities', 'gateway')
       and udt_name in ('uuid', '_uuid', 'text', 'jsonb')`,
  );
  const found: Record<string, number> = {};
  for (const { place, column, type } of columns) {
    const holds =
      type === "_uuid" ? `$1::uuid = any("${column}")` : `"${column}"::text like '%' || $1 || '%'`;
    const { rows } = await admin.query(
      `select count(*)::int as count from ${place} where ${holds}`,
      [id],
    );
    if (rows[0].count > 0) found[`${place}.${column}`] = rows[0].count;
  }
  return found;
}

/** Figures whose sums differ from what the records say, in all schemas. */
export async function wrongFigures(admin: Client): Promise<unknown[]> {
  const found = [];
  for (const [schema, counted] of Object.entries(COUNTED)) {
    await admin.query(`set search_path = ${schema}, public`);
    const { rows } = await admin.query(
      `select coalesce(kept.place, counted.place) as place, coalesce(kept.figure, counted.figure) as figure, kept.amount as kept, counted.amount as counted
       from (select place, figure, day, sum(amount) as amount from (
               select place, figure, day, amount from ${schema}.figure_count
               union all select place, figure, day, amount from ${schema}.figure_change cross join unnest(region_path) as place where place is not null
             ) as noted group by 1, 2, 3 having sum(amount) <> 0) as kept
       full join (select place, figure, day, sum(amount) as amount from (${counted}) as record cross join unnest(region_path) as place
                  where place is not null group by 1, 2, 3 having sum(amount) <> 0) as counted using (place, figure, day)
       where kept.amount is distinct from counted.amount`,
    );
    found.push(...rows);
  }
  await admin.query("reset search_path");
  return found;
}

const unitDays = (figure: string, table: string, days: string) => `
  select array[place] as region_path, '${figure}' as figure, day, amount::bigint from (
    select place, unnest(range_agg(${days})) as days from ${table} cross join unnest(region_path) as place
    where place is not null group by place, organization_id
  ) as spell cross join lateral (values (lower(days), 1), (upper(days), -1)) as step (day, amount) where day is not null`;

const COUNTED = {
  members: `
    select region_path, counted.* from members.team cross join members.team_figures(formed_on) as counted
    union all select region_path, counted.* from members.registration
      cross join members.registration_figures(state, headcount, accepted_at, ended_at, headcounts) as counted
    union all ${unitDays("memberUnits", "members.membership", "daterange(joined_on, left_on)")}
    union all ${unitDays(
      "registeredUnits",
      "members.registration",
      "case when state in ('ACCEPTED', 'ENDED') then daterange(members.day_of(accepted_at), members.day_of(ended_at)) end",
    )}`,
  resources: `
    select region_path, counted.* from resources.resource cross join resources.resource_figures(kind, audience, published_at, withdrawn_at) as counted
    union all select region_path, counted.* from resources.need cross join resources.need_figures(audience, published_at) as counted
    union all select region_path, counted.* from resources.agreement cross join resources.agreement_figures(audience, activated_at) as counted`,
  activities: `
    select region_path, counted.* from activities.activity cross join activities.activity_figures(kind, state, audience, starts_at, attendance) as counted
    union all select region_path, counted.* from activities.issue cross join activities.issue_figures(state, audience, raised_at) as counted`,
};
