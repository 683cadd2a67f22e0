import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import type { Ground } from "./ground.ts";
import type { OrganizationsSetting } from "./organizations-setting.ts";

type Values = Readonly<Record<string, unknown>>;

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
    /** A unit's part in an activity besides taking part. */
    part: async (
      activity_id: string,
      organization_id: string,
      state: "INVITED" | "DECLINED" | "LEFT",
    ): Promise<void> => {
      const { rows } = await admin.query(
        "select starts_at from activities.activity where id = $1",
        [activity_id],
      );
      const at = new Date();
      await insert(admin, "activities.participant", {
        activity_id,
        organization_id,
        starts_at: rows[0].starts_at,
        state,
        invited_at: at,
        joined_at: state === "LEFT" ? at : null,
        ended_at: state === "INVITED" ? null : at,
      });
      if (state !== "INVITED") return;
      await admin.query(
        "update activities.activity set participant_ids = participant_ids || $2::uuid where id = $1",
        [activity_id, organization_id],
      );
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
