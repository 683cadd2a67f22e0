import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Ground, ground } from "./ground.ts";
import {
  type OrganizationsSetting,
  createOrganizationsSetting,
  leftBehind,
} from "./organizations-setting.ts";
import { type RecordsOfUnits, recordsOfUnits } from "./records-of-units.ts";
import { auditorOf, liaisonOf, operatorOf, partnerOf, secretaryOf } from "./viewers.ts";
import { wrongFigures } from "./wrong-figures.ts";

const END =
  "mutation ($input: EndOrganizationInput!) { endOrganization(input: $input) { organization { id state endedOn endReason } } }";

let setting: OrganizationsSetting;
let at: Ground;
let records: RecordsOfUnits;
let committeeId: string;
let base: string;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  at = await ground(setting);
  records = recordsOfUnits(setting, at);
  base = await setting.organization(at.street);
  committeeId = await setting.committee("STREET", at.street, { organizationId: base });
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const end = (viewer: Viewer, id: string, over: object = {}) =>
  setting.send(viewer, END, { id, reason: "单位撤销", ...over });
const rowsOf = async (sql: string, id: string) => (await setting.admin.query(sql, [id])).rows;

describe("endOrganization", () => {
  it("is for operators of its place, and for nobody else", async () => {
    const id = await setting.organization(at.street);
    const before = await leftBehind(setting);
    expect((await end(ANONYMOUS, id)).code).toBe("UNAUTHENTICATED");
    for (const viewer of [
      liaisonOf(id),
      secretaryOf(committeeId),
      auditorOf(at.district),
      operatorOf(at.community),
      partnerOf(id, "organizations:read", "organizations:write"),
    ])
      expect((await end(viewer, id)).code).toBe("FORBIDDEN");
    expect(await leftBehind(setting)).toEqual(before);
    const { data } = await end(operatorOf(at.street), id, { endedOn: "2026-02-28" });
    expect(data.endOrganization.organization).toEqual({
      id,
      state: "ENDED",
      endedOn: "2026-02-28",
      endReason: "单位撤销",
    });
    expect((await end(setting.operator, id)).code).toBe("ILLEGAL_TRANSITION");
  });

  it("is not held up by a seat of a term that is over; takes out planned seats, and ends seats in other bodies", async () => {
    const id = await setting.organization(at.street);
    const body = await setting.organization(at.street);
    const term = async (number: number, state: string, from: string, to: string) => {
      const termId = randomUUID();
      await setting.admin.query(
        `insert into members.term (id, created_at, updated_at, committee_id, number, state, starts_on, ends_on)
         values ($1, now(), now(), $2, $3, $4, $5, $6)`,
        [termId, committeeId, number, state, from, to],
      );
      return termId;
    };
    const past = await term(50, "PAST", "2001-01-01", "2004-12-31");
    const planned = await term(52, "PLANNED", "2098-01-01", "2099-12-31");
    const seat = (termId: string, role: string, since: string) =>
      setting.admin.query(
        `insert into members.seat (id, created_at, updated_at, committee_id, term_id, organization_id, holder_name, role, since, region_code, region_path, alliance_code)
         select $1, now(), now(), $2, $3, $4, '委员 017', $5, $6, region_code, region_path, alliance_code
         from organizations.committee where id = $2`,
        [randomUUID(), committeeId, termId, id, role, since],
      );
    await seat(past, "SECRETARY", "2001-01-01");
    await seat(planned, "MEMBER", "2098-01-01");
    await setting.admin.query(
      `insert into members.unit_seat (id, created_at, updated_at, body_id, organization_id, holder_name, role, since, region_code, region_path, alliance_code)
       select $1, now(), now(), $2, $3, '委员 018', '委员', '2020-01-01', region_code, region_path, alliance_code
       from organizations.organization where id = $2`,
      [randomUUID(), body, id],
    );
    expect((await end(setting.operator, id)).message).toBeUndefined();
    const seats = await rowsOf(
      "select role, until, taken_out from members.seat where organization_id = $1 order by role",
      id,
    );
    expect(seats).toEqual([
      { role: "MEMBER", until: expect.anything(), taken_out: true },
      { role: "SECRETARY", until: null, taken_out: false },
    ]);
    const [inBody] = await rowsOf(
      "select end_reason from members.unit_seat where organization_id = $1",
      id,
    );
    expect(inBody).toEqual({ end_reason: "单位撤销" });
  });

  it("ends what ends with it, in all subgraphs", async () => {
    const id = await setting.organization(at.street);
    const other = await setting.organization(at.street);
    await records.membership(id, committeeId);
    await records.seat(id, committeeId, { subject: "member" });
    await records.liaison(id, "liaison");
    await records.registration(id);
    const waiting = await setting.place("COMMUNITY", at.street);
    await records.registration(id, {
      community_code: waiting,
      state: "SUBMITTED",
      accepted_at: null,
    });
    await records.card(id);
    await records.team(id);
    const resource = await records.resource(id);
    await records.resource(id, { state: "DRAFT", published_at: null });
    const theirs = await records.resource(other);
    await records.need(id);
    await records.booking(other, resource, id);
    await records.booking(id, theirs, other);
    const activity = await records.activity(committeeId, [other, id]);
    const invitedTo = await records.activity(committeeId, [other]);
    await records.part(invitedTo, id, "INVITED");
    await records.served(id, at.community);
    await records.endpoint(id);
    await records.feed(id);
    await records.partner(id);
    expect((await end(setting.operator, id)).message).toBeUndefined();
    const over = {
      "members.membership": "left_on is not null and leave_reason = '单位撤销'",
      "members.seat": "until is not null and not counts_to_last_day",
      "members.liaison": "ended_at is not null",
      "members.registration": "state in ('ENDED', 'RETURNED')",
      "members.contact_card": "withdrawn_at is not null",
      "resources.need": "state = 'WITHDRAWN'",
      "resources.booking": "state = 'CANCELLED' and reason = '单位撤销'",
      "activities.webhook_endpoint": "state = 'ENDED'",
      "activities.calendar_feed": "revoked_at is not null",
      "gateway.partner": "revoked_at is not null",
      "organizations.service_area": "ends_on is not null",
    };
    for (const [table, isOver] of Object.entries(over)) {
      const [row] = await rowsOf(
        `select count(*)::int as all, count(*) filter (where ${isOver})::int as over from ${table} where organization_id = $1`,
        id,
      );
      expect({ table, ...row }).toEqual({ table, all: row.over, over: expect.any(Number) });
      expect(row.over).toBeGreaterThan(0);
    }
    expect(await rowsOf("select state from resources.resource where provider_id = $1", id)).toEqual(
      [{ state: "WITHDRAWN" }],
    );
    expect(
      await rowsOf("select state from resources.booking where resource_id = $1", resource),
    ).toEqual([{ state: "CANCELLED" }]);
    expect(
      await rowsOf("select participant_ids from activities.activity where id = $1", activity),
    ).toEqual([{ participant_ids: [other] }]);
    expect(
      await rowsOf(
        "select type, organization_id from activities.activity_update where activity_id = $1 order by number",
        activity,
      ),
    ).toEqual([
      { type: "SCHEDULED", organization_id: other },
      { type: "PARTICIPANT_LEFT", organization_id: id },
    ]);
    // What others have seen stays: it took part and has left, or was invited and will not come.
    expect(
      await rowsOf(
        "select state, reason from activities.participant where organization_id = $1 order by state",
        id,
      ),
    ).toEqual([
      { state: "DECLINED", reason: "单位撤销" },
      { state: "LEFT", reason: "单位撤销" },
    ]);
    expect(
      await rowsOf(
        "select participant_ids, (select array_agg(type order by number) from activities.activity_update where activity_id = activity.id) as types from activities.activity where id = $1",
        invitedTo,
      ),
    ).toEqual([{ participant_ids: [other], types: ["SCHEDULED", "PARTICIPANT_DECLINED"] }]);
    expect(
      await rowsOf(
        "select kind from activities.task where organization_id = $1 and state = 'OPEN' and kind = 'ANSWER_INVITATION'",
        id,
      ),
    ).toEqual([]);
    expect(await wrongFigures(setting.admin)).toEqual([]);
    const [entry] = await rowsOf(
      "select details from audit.entry where record_id = $1 and action = 'endOrganization'",
      id,
    );
    expect(entry.details).toMatchObject({
      Membership: 1,
      Seat: 1,
      Registration: 2,
      Booking: 2,
      Partner: 1,
    });
  });

  it.each([
    [
      "a committee that belongs to it",
      "Committee",
      (id: string) => setting.committee("COMMUNITY", at.community, { organizationId: id }),
    ],
    [
      "an organisation below it",
      "Organization",
      (id: string) => setting.organization(at.street, { parentId: id }),
    ],
    [
      "a secretary whom it sent",
      "Seat",
      (id: string) => records.seat(id, committeeId, { role: "SECRETARY" }),
    ],
    [
      "an agreement in force",
      "Agreement",
      (id: string) => records.agreement(committeeId, [id, base], { state: "ACTIVE" }),
    ],
    [
      "a proposed agreement",
      "Agreement",
      (id: string) => records.agreement(committeeId, [id, base], { state: "PROPOSED" }),
    ],
    ["an activity that it hosts", "Activity", (id: string) => records.activity(committeeId, [id])],
    ["an open issue", "Issue", (id: string) => records.issue(id, committeeId)],
  ])("is refused while there is %s, naming it", async (_what, noun, enter) => {
    const id = await setting.organization(at.street);
    const recordId = await enter(id);
    const before = await leftBehind(setting);
    const answer = await end(setting.operator, id);
    expect(answer).toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining(`1 × ${noun}`),
    });
    expect(answer.message).not.toContain(recordId);
    expect(await leftBehind(setting)).toEqual(before);
  });

  it("goes on with what is over: agreements that have expired, activities that were held", async () => {
    const id = await setting.organization(at.street);
    const past = new Date("2025-03-01");
    await records.agreement(committeeId, [id, base], {
      state: "ACTIVE",
      term_from: "2020-01-01",
      term_to: "2021-01-01",
    });
    await records.activity(committeeId, [id], {
      state: "HELD",
      held_at: past,
      starts_at: past,
      ends_at: new Date("2025-03-02"),
      attendance: 7,
    });
    await records.issue(id, committeeId, { state: "RESOLVED", resolved_at: past, outcome: "已修" });
    expect((await end(setting.operator, id)).message).toBeUndefined();
  });

  it.each([
    ["no reason", { reason: "" }, "BAD_USER_INPUT"],
    ["a day ahead", { endedOn: "2026-03-09" }, "BAD_USER_INPUT"],
    ["a day too early", { endedOn: "1949-10-01" }, "BAD_USER_INPUT"],
    ["a stale version", { version: 5 }, "CONFLICT"],
    ["an unknown unit", { id: randomUUID() }, "NOT_FOUND"],
  ])("refuses %s", async (_what, over, code) => {
    const id = await setting.organization(at.street);
    expect((await end(setting.operator, id, over)).code).toBe(code);
  });
});
