import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { DISTRICT, NOW, STREET } from "./members-setting.ts";

/** Between which unit and which committee a record is; `others` are two more units. */
export interface Between {
  readonly committeeId: string;
  readonly unit: string;
  readonly others: readonly [string, string];
}

const PATH = [null, null, DISTRICT, STREET, null, null];
/** Noon of a day of Asia/Shanghai, counted from today. */
export const noonIn = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);

/** Enters records of other subgraphs as the owner of the server, and answers their ids. */
export function recordsBetween(admin: Client, { committeeId, unit, others }: Between) {
  const [other, third] = others;
  const insert = async (table: string, values: Readonly<Record<string, unknown>>) => {
    const id = randomUUID();
    const record = { id, created_at: NOW, updated_at: NOW, ...values };
    const names = Object.keys(record);
    const places = names.map((_name, at) => `$${at + 1}`).join();
    await admin.query(
      `insert into ${table} (${names.join()}) values (${places})`,
      Object.values(record),
    );
    return id;
  };
  const placed = { region_code: STREET, region_path: PATH, alliance_code: DISTRICT };
  const found = { search_key: "", search_grams: [] };
  const listed = (audience: string, state: string) => ({
    ...placed,
    ...found,
    committee_id: committeeId,
    audience,
    state,
    published_at: state === "DRAFT" ? null : NOW,
    withdrawn_at: state === "WITHDRAWN" ? NOW : null,
  });
  const resource = (audience = "ALLIANCE", state = "PUBLISHED", provider = unit) =>
    insert("resources.resource", {
      ...listed(audience, state),
      title: "会议室",
      kind: "VENUE",
      provider_id: provider,
    });
  const need = (audience = "ALLIANCE", state = "PUBLISHED") =>
    insert("resources.need", {
      ...listed(audience, state),
      title: "急需义工",
      kind: "SERVICE",
      organization_id: unit,
    });
  /** A booking of a resource that is on the committee's list. */
  const booking = async (side: "BOOKED" | "PROVIDED", days = 3, state = "CONFIRMED") => {
    const provider = side === "BOOKED" ? other : unit;
    return await insert("resources.booking", {
      resource_id: await resource("ALLIANCE", "PUBLISHED", provider),
      organization_id: side === "BOOKED" ? unit : other,
      provider_id: provider,
      committee_id: committeeId,
      starts_at: noonIn(days),
      ends_at: new Date(noonIn(days).getTime() + 3_600_000),
      quantity: 1,
      exclusive: false,
      state,
    });
  };
  const agreement = async (state: "DRAFT" | "PROPOSED" | "ACTIVE") => {
    const id = await insert("resources.agreement", {
      ...placed,
      ...found,
      committee_id: committeeId,
      title: "共建协议",
      term_from: "2026-01-01",
      term_to: "2026-12-31",
      state: "DRAFT",
      audience: "ALLIANCE",
      party_ids: [unit, other],
    });
    for (const [at, party] of [unit, other].entries())
      await admin.query(
        "insert into resources.agreement_party (agreement_id, organization_id, position) values ($1, $2, $3)",
        [id, party, at + 1],
      );
    if (state === "DRAFT") return id;
    const hash = "a".repeat(64);
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
  };
  const activity = async (days = 3) => {
    const [startsAt, endsAt] = [noonIn(days), new Date(noonIn(days).getTime() + 3_600_000)];
    const id = await insert("activities.activity", {
      ...placed,
      ...found,
      committee_id: committeeId,
      host_id: unit,
      title: "义诊",
      kind: "SERVICE",
      state: "SCHEDULED",
      starts_at: startsAt,
      ends_at: endsAt,
      audience: "ALLIANCE",
      participant_ids: [unit, third],
    });
    for (const organizationId of [unit, third])
      await admin.query(
        "insert into activities.participant (activity_id, organization_id, starts_at, joined_at) values ($1, $2, $3, now())",
        [id, organizationId, startsAt],
      );
    return id;
  };
  const issue = () =>
    insert("activities.issue", {
      ...placed,
      committee_id: committeeId,
      title: "路灯不亮",
      owner_id: unit,
      state: "RAISED",
      raised_at: NOW,
    });
  const application = () =>
    insert("members.application", {
      ...placed,
      committee_id: committeeId,
      organization_id: unit,
      state: "SUBMITTED",
    });
  return { resource, need, booking, agreement, activity, issue, application };
}

/** What is open between a unit and a committee, looked up in the tables themselves. */
export async function openBetween(
  admin: Client,
  { committeeId, unit }: Pick<Between, "committeeId" | "unit">,
): Promise<string[]> {
  const { rows } = await admin.query<{ what: string }>(
    `select 'Resource ' || id as what from resources.resource where committee_id = $1 and provider_id = $2 and state <> 'WITHDRAWN'
     union all select 'Need ' || id from resources.need where committee_id = $1 and organization_id = $2 and state <> 'WITHDRAWN'
     union all select 'Booking ' || id from resources.booking where committee_id = $1 and $2 in (organization_id, provider_id)
       and state in ('REQUESTED', 'CONFIRMED') and starts_at > $3
     union all select 'Agreement ' || id from resources.agreement where committee_id = $1 and $2 = any (party_ids) and state <> 'TERMINATED'
     union all select 'Activity ' || id from activities.activity where committee_id = $1 and host_id = $2
       and state in ('SCHEDULED', 'RESCHEDULED') and starts_at > $3
     union all select 'Issue ' || id from activities.issue where committee_id = $1 and owner_id = $2 and state = 'RAISED'
     union all select 'Seat ' || id from members.seat where committee_id = $1 and organization_id = $2 and until is null
     union all select 'Application ' || id from members.application where committee_id = $1 and organization_id = $2 and state = 'SUBMITTED'
     union all select 'Membership ' || id from members.membership where committee_id = $1 and organization_id = $2 and left_on is null
     order by 1`,
    [committeeId, unit, NOW],
  );
  return rows.map(({ what }) => what);
}
