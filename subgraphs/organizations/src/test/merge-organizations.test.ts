import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Ground, ground } from "./ground.ts";
import { mergersOn } from "./merging.ts";
import {
  ENTITIES,
  type OrganizationsSetting,
  createOrganizationsSetting,
} from "./organizations-setting.ts";
import { type RecordsOfUnits, recordsOfUnits } from "./records-of-units.ts";
import { liaisonOf } from "./viewers.ts";
import { wherever } from "./wherever.ts";
import { wrongFigures } from "./wrong-figures.ts";

let setting: OrganizationsSetting;
let at: Ground;
let records: RecordsOfUnits;
let committeeId: string;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  at = await ground(setting);
  records = recordsOfUnits(setting, at);
  committeeId = await setting.committee("STREET", at.street);
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const { unit, merge, preview, rowsOf } = mergersOn(
  () => setting,
  () => at,
);

describe("mergeOrganizations", () => {
  it("makes all records of one those of the other, in all subgraphs", async () => {
    const [from, into, other] = [
      await unit({ name: "第一小学" }),
      await unit({ name: "中心小学" }),
      await unit(),
    ];
    for (const id of [from, into]) {
      await records.membership(id, committeeId, {
        joined_on: id === from ? "2023-05-01" : "2024-05-01",
      });
      await records.registration(id);
      await records.liaison(id, "both");
      await records.endpoint(id);
    }
    await records.seat(from, committeeId);
    await records.liaison(from, "one");
    await records.team(from);
    await records.card(from);
    const room = await records.resource(from);
    const theirs = await records.resource(other);
    await records.need(from);
    await records.booking(other, room, from);
    await records.booking(from, theirs, other);
    const signed = await records.agreement(committeeId, [from, other], { state: "ACTIVE" });
    const draft = await records.agreement(committeeId, [other, from]);
    const past = {
      starts_at: new Date("2025-03-01T01:00:00Z"),
      ends_at: new Date("2025-03-01T03:00:00Z"),
    };
    const held = await records.activity(committeeId, [from, into, other], {
      ...past,
      state: "HELD",
      held_at: new Date(),
      attendance: 21,
    });
    await records.issue(from, committeeId);
    await records.feed(from);
    await records.partner(from);
    const below = await unit({ parentId: from });

    expect((await preview(setting.operator, from, into)).data.organizationMerge).toEqual({
      items: expect.arrayContaining([
        { noun: "Membership", count: 1 },
        { noun: "Resource", count: 1 },
        { noun: "Booking", count: 2 },
        { noun: "Agreement", count: 2 },
        { noun: "Team", count: 1 },
        { noun: "Partner", count: 1 },
      ]),
      warnings: [
        expect.objectContaining({ noun: "Membership", blocks: false }),
        expect.objectContaining({ noun: "Registration", blocks: false }),
      ],
    });
    const stronger = [
      ["INVITED", "DECLINED"],
      ["LEFT", "INVITED"],
      ["DECLINED", "LEFT"],
      ["INVITED", "INVITED"],
      ["INVITED", undefined],
    ] as const;
    const parts = await Promise.all(
      stronger.map(async ([ofFrom, ofInto]) => {
        const id = await records.activity(committeeId, [other]);
        await records.part(id, from, ofFrom);
        if (ofInto !== undefined) await records.part(id, into, ofInto);
        return id;
      }),
    );
    const { data, message } = await merge(setting.operator, from, into);
    expect(message).toBeUndefined();
    expect(data.mergeOrganizations.organization).toMatchObject({
      id: into,
      name: "中心小学",
      formerNames: [{ name: "第一小学" }],
      mergedFrom: {
        nodes: [{ id: from, name: "第一小学", state: "MERGED", mergedInto: { id: into } }],
      },
    });
    const {
      "activities.task.record_id": _tasks,
      "activities.notice.record_id": _notices,
      ...places
    } = await wherever(setting.admin, from);
    expect(
      await rowsOf("select from activities.task where state = 'OPEN' and record_id = $1", from),
    ).toEqual([]);
    expect(places).toEqual({
      "organizations.organization.id": 1,
      // What was signed names whom it named.
      "resources.agreement_party.text_organization_id": 1,
      "resources.commitment.text_organization_id": 1,
    });
    expect(
      await rowsOf(
        "select joined_on::text, left_on from members.membership where organization_id = $1 order by left_on nulls first",
        into,
      ),
    ).toEqual([
      { joined_on: "2023-05-01", left_on: null },
      { joined_on: "2023-05-01", left_on: expect.anything() },
    ]);
    expect(
      await rowsOf(
        "select subject from members.liaison where organization_id = $1 and ended_at is null order by 1",
        into,
      ),
    ).toEqual([{ subject: "both" }, { subject: "one" }]);
    expect(
      await rowsOf(
        "select from members.registration where organization_id = $1 and state = 'ACCEPTED'",
        into,
      ),
    ).toHaveLength(1);
    expect(
      await rowsOf(
        "select party_ids, content_hash is null as draft from resources.agreement where id in ($1, $2) order by draft",
        signed,
        draft,
      ),
    ).toEqual([
      { party_ids: [into, other], draft: false },
      { party_ids: [other, into], draft: true },
    ]);
    expect(
      await rowsOf(
        "select organization_id, attendance from activities.participant where activity_id = $1 and organization_id = $2",
        held,
        into,
      ),
    ).toEqual([{ organization_id: into, attendance: 14 }]);
    // Of two parts in one activity the stronger one stays, and its invitation awaits whoever is left.
    const states = await Promise.all(
      parts.map((id) =>
        rowsOf(
          `select participant.state, $2 = any(participant_ids) as named, (select count(*)::int from activities.task
             where record_id = $1 and kind = 'ANSWER_INVITATION' and task.state = 'OPEN' and task.organization_id = $2) as open
           from activities.participant join activities.activity on activity.id = activity_id
           where activity_id = $1 and organization_id = $2`,
          id,
          into,
        ),
      ),
    );
    const isInvited = { state: "INVITED", named: true, open: 1 };
    const hasLeft = { state: "LEFT", named: false, open: 0 };
    expect(states).toEqual([[isInvited], [isInvited], [hasLeft], [isInvited], [isInvited]]);
    expect(
      await rowsOf(
        "select filter from activities.webhook_endpoint where organization_id = $1",
        into,
      ),
    ).toEqual([{ filter: { organizationId: into } }, { filter: { organizationId: into } }]);
    expect(
      await rowsOf("select parent_id from organizations.organization where id = $1", below),
    ).toEqual([{ parent_id: into }]);
    expect(await wrongFigures(setting.admin)).toEqual([]);
  });

  it("lets the old id lead to the one that is left, through several mergers", async () => {
    const [a, b, c] = [
      await unit({ name: "甲" }),
      await unit({ name: "乙" }),
      await unit({ name: "丙" }),
    ];
    await merge(setting.operator, a, b);
    await merge(setting.operator, b, c);
    const read = await setting.call(
      ANONYMOUS,
      "query ($id: ID!) { organization(id: $id) { id name mergedInto { id } } }",
      { id: a },
    );
    expect(read.data.organization).toEqual({ id: c, name: "丙", mergedInto: null });
    const keys = [a, b, c, randomUUID(), "x"].map((id) => ({ __typename: "Organization", id }));
    const entities = await setting.call(ANONYMOUS, ENTITIES("Organization", "{ name }"), { keys });
    expect(entities.data.entities).toEqual([
      { name: "丙" },
      { name: "丙" },
      { name: "丙" },
      null,
      null,
    ]);
    expect(setting.statements).toHaveLength(3);
    const rename =
      "mutation ($input: RenameOrganizationInput!) { renameOrganization(input: $input) { organization { id } } }";
    const renamed = await setting.send(liaisonOf(c), rename, { id: a, name: "丁" });
    expect(renamed.data.renameOrganization.organization.id).toBe(c);
    const found = await setting.call(
      ANONYMOUS,
      'query ($in: String) { organizations(filter: { text: "甲", regionCode: $in }) { nodes { id } } }',
      { in: at.street },
    );
    expect(found.data.organizations.nodes).toEqual([{ id: c }]);
    expect(
      await rowsOf(
        "select into_id from directory.merged_organization where from_id in ($1, $2)",
        a,
        b,
      ),
    ).toEqual([{ into_id: c }, { into_id: c }]);
  });

  it("hands over a committee, and takes the place of the one above it", async () => {
    const from = await setting.organization(at.street);
    const into = await setting.organization(at.street, { parentId: from });
    const below = await setting.organization(at.street, { parentId: into });
    const above = await setting.organization(at.street);
    await setting.admin.query(
      "update organizations.organization set parent_id = $2 where id = $1",
      [from, above],
    );
    const committee = await setting.committee(
      "COMMUNITY",
      await setting.place("COMMUNITY", at.street),
      { organizationId: from },
    );
    const { data } = await merge(setting.operator, from, into);
    expect(data.mergeOrganizations.organization.parent).toEqual({ id: above });
    expect(
      await rowsOf("select organization_id from organizations.committee where id = $1", committee),
    ).toEqual([{ organization_id: into }]);
    expect(
      await rowsOf("select parent_id from organizations.organization where id = $1", below),
    ).toEqual([{ parent_id: into }]);
  });

  it("takes the credit code of the one that is merged only if it has none", async () => {
    const [codeA, codeB] = ["91330100799655058B", "914403001922038216"];
    const [a, b, c] = [
      await unit({ creditCode: codeA }),
      await unit(),
      await unit({ creditCode: codeB }),
    ];
    expect(
      (await merge(setting.operator, a, b)).data.mergeOrganizations.organization.creditCode,
    ).toBe(codeA);
    expect(
      (await merge(setting.operator, b, c)).data.mergeOrganizations.organization.creditCode,
    ).toBe(codeB);
  });

  it("is done once of two at the same time, in whichever direction", async () => {
    const [a, b] = [await unit(), await unit()];
    const answers = await Promise.all([
      merge(setting.operator, a, b),
      merge(setting.operator, b, a),
    ]);
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
  });

  it("does its work once for the same key", async () => {
    const [from, into] = [await unit(), await unit()];
    const idempotencyKey = randomUUID();
    for (let time = 0; time < 2; time++) {
      const { data } = await merge(setting.operator, from, into, { idempotencyKey });
      expect(data.mergeOrganizations.organization).toMatchObject({ id: into, version: 2 });
    }
  });

  it("tells auditors of both", async () => {
    const [from, into] = [await unit(), await unit()];
    await merge(setting.operator, from, into);
    expect(
      await rowsOf(
        "select record_id from audit.entry where action = 'mergeOrganizations' and record_id in ($1, $2) order by record_id = $1",
        from,
        into,
      ),
    ).toEqual([{ record_id: into }, { record_id: from }]);
  });
});
