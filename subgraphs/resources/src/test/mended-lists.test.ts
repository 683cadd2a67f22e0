import { randomUUID } from "node:crypto";
import type { Answer } from "@alliance-hub/testing/answer";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { PLACE } from "@alliance-hub/testing/street-committee";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { type AgreementSetting, createAgreementSetting } from "./agreement-setting.ts";
import {
  CLOSE_ROUND,
  OPEN_ROUND,
  POST,
  PUBLISH,
  PUBLISH_NEED,
  SHARE,
  UPDATE,
  UPDATE_NEED,
  WITHDRAW,
  WITHDRAW_NEED,
  shareInput,
} from "./resource-calls.ts";

const UPDATE_ROUND = `mutation ($input: UpdateCollectionRoundInput!) {
  updateCollectionRound(input: $input) { collectionRound { id state title opensOn closesOn version } } }`;
const READ_NEED =
  "query ($id: ID!) { need(id: $id) { state audience withdrawReason committee { id } collectionRound { id } } }";
const READ_RESOURCE =
  "query ($id: ID!) { resource(id: $id) { state audience kind venueKind functionAreas withdrawReason committee { id } } }";
const NOW = new Date("2026-03-01T04:00:00Z");

let setting: AgreementSetting;
let own: Viewer;
let stranger: Viewer;
beforeAll(async () => {
  setting = await createAgreementSetting();
  own = setting.liaison(setting.units.b);
  stranger = { ...setting.liaison(setting.units.stranger), committeeIds: [] };
});
beforeEach(() => {
  setting.clock.now = NOW;
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const done = ({ data, message }: Answer): Answer["data"] => {
  if (message !== undefined) throw new Error(message);
  return data;
};
const posted = async (over: object = {}): Promise<string> => {
  const input = {
    organizationId: setting.units.b,
    title: "缺书桌",
    kind: "WISH",
    audience: "ALLIANCE",
  };
  const answer = await setting.call(own, POST, { input: { ...input, publish: true, ...over } });
  return done(answer).postNeed.need.id;
};
const opened = async (over: object = {}): Promise<string> => {
  const days = { opensOn: "2026-02-01", closesOn: "2026-06-30" };
  const input = { committeeId: setting.committeeId, title: "上半年清单", ...days, ...over };
  const answer = await setting.call(setting.secretary, OPEN_ROUND, { input });
  return done(answer).openCollectionRound.collectionRound.id;
};
const shared = async (over: object = {}): Promise<string> => {
  const input = shareInput(setting, { providerId: setting.units.b, ...over });
  return done(await setting.call(own, SHARE, { input })).shareResource.resource.id;
};
const need = async (id: string, viewer = own) =>
  (await setting.call(viewer, READ_NEED, { id })).data.need;
const resource = async (id: string, viewer = own) =>
  (await setting.call(viewer, READ_RESOURCE, { id })).data.resource;
const told = async (recordId: string): Promise<string[]> =>
  (
    await setting.admin.query(
      "select type from activities.notice where record_id = $1 and committee_id = $2 order by number",
      [recordId, setting.committeeId],
    )
  ).rows.map(({ type }) => type);
const changesOf = async (recordId: string, action: string): Promise<object[]> =>
  (
    await setting.admin.query(
      "select details from audit.entry where record_id = $1 and action = $2 order by at desc limit 1",
      [recordId, action],
    )
  ).rows[0].details.changes;

describe("a need", () => {
  it("is put to another committee, shown to others and answers a round after all; what was before is kept", async () => {
    const { committeeId } = setting;
    const [id, round] = [await posted(), await opened()];
    expect(await need(id, stranger)).toMatchObject({ audience: "ALLIANCE" });
    const over = { committeeId, audience: "COMMITTEE", collectionRoundId: round };
    done(await setting.call(own, UPDATE_NEED, { input: { id, ...over } }));
    expect(await need(id)).toMatchObject({
      audience: "COMMITTEE",
      committee: { id: committeeId },
      collectionRound: { id: round },
    });
    expect(await need(id, stranger)).toBeNull();
    expect(await told(id)).toEqual(["POSTED"]);
    expect(await changesOf(id, "updateNeed")).toEqual(
      expect.arrayContaining([
        { field: "audience", before: "ALLIANCE", after: "COMMITTEE" },
        { field: "committeeId", before: null, after: committeeId },
        { field: "collectionRoundId", before: null, after: round },
      ]),
    );
    // What stays as it is is told to nobody.
    done(await setting.call(own, UPDATE_NEED, { input: { id, ...over } }));
    expect(await told(id)).toEqual(["POSTED"]);
    const none = { committeeId: null, audience: "ALLIANCE", collectionRoundId: null };
    done(await setting.call(own, UPDATE_NEED, { input: { id, ...none } }));
    expect(await need(id)).toMatchObject({ committee: null, collectionRound: null });
  });

  it("keeps the round that it answered when that is over, and takes no other one that is", async () => {
    const { committeeId } = setting;
    const round = await opened();
    const over = await opened({ opensOn: "2025-01-01", closesOn: "2025-06-30" }).catch(() => null);
    expect(over).toBeNull();
    const id = await posted({ committeeId, collectionRoundId: round });
    await setting.call(setting.secretary, CLOSE_ROUND, { input: { id: round } });
    done(await setting.call(own, UPDATE_NEED, { input: { id, collectionRoundId: round } }));
    const other = await posted({ committeeId });
    const late = { id: other, collectionRoundId: round };
    expect((await setting.call(own, UPDATE_NEED, { input: late })).code).toBe("BAD_USER_INPUT");
    // The round is the old committee's. It was left out, so that is no way out.
    const alone = { id, committeeId: null };
    const refused = await setting.call(own, UPDATE_NEED, { input: alone });
    expect([refused.code, refused.message]).toEqual([
      "BAD_USER_INPUT",
      expect.stringMatching(/or give another round, or null, as "collectionRoundId"\.$/u),
    ]);
    done(await setting.call(own, UPDATE_NEED, { input: { ...alone, collectionRoundId: null } }));
  });

  it("answers a round no longer when it is taken out or put to another one: the unit is called again", async () => {
    const { committeeId } = setting;
    const [round, other] = [await opened(), await opened({ title: "补充清单" })];
    /** What awaits the unit of the rounds, by the state of its latest task. */
    const tasks = async () => {
      const { rows } = await setting.admin.query<{ state: string }>(
        `select (select state from activities.task where record_id = round and organization_id = $2
           order by state = 'OPEN' desc limit 1) as state from unnest($1::uuid[]) with ordinality as of (round, at) order by at`,
        [[round, other], setting.units.b],
      );
      return rows.map(({ state }) => state);
    };
    const id = await posted({ committeeId, collectionRoundId: round });
    expect(await tasks()).toEqual(["DONE", "OPEN"]);
    done(await setting.call(own, UPDATE_NEED, { input: { id, collectionRoundId: other } }));
    expect(await tasks()).toEqual(["OPEN", "DONE"]);
    done(await setting.call(own, UPDATE_NEED, { input: { id, collectionRoundId: null } }));
    expect(await tasks()).toEqual(["OPEN", "OPEN"]);
  });

  it("is shared only with a committee to which its unit belongs, and changed by its unit alone", async () => {
    const id = await posted();
    const update = async (over: object, viewer = own) =>
      (await setting.call(viewer, UPDATE_NEED, { input: { id, ...over } })).code;
    expect(await update({ audience: "COMMITTEE" })).toBe("BAD_USER_INPUT");
    expect(await update({ committeeId: randomUUID() })).toBe("NOT_FOUND");
    expect(await update({ collectionRoundId: randomUUID() })).toBe("NOT_FOUND");
    expect(await update({ audience: "PUBLIC" }, setting.secretary)).toBe("FORBIDDEN");
    expect(await update({ audience: "PUBLIC" }, ANONYMOUS)).toBe("UNAUTHENTICATED");
    expect(await update({ audience: "PUBLIC" })).toBeUndefined();
    expect(await need(id, ANONYMOUS)).toMatchObject({ audience: "PUBLIC" });
  });

  it("goes back on the list where it was withdrawn by mistake, and can be changed again", async () => {
    const id = await posted({ committeeId: setting.committeeId });
    done(await setting.call(own, WITHDRAW_NEED, { input: { id, reason: "已解决" } }));
    done(await setting.call(own, UPDATE_NEED, { input: { id, title: "缺椅子" } }));
    expect(await told(id)).toEqual(["POSTED", "WITHDRAWN"]);
    const other = setting.liaison(setting.units.a);
    expect((await setting.call(other, PUBLISH_NEED, { input: { id } })).code).toBe("FORBIDDEN");
    done(await setting.call(own, PUBLISH_NEED, { input: { id } }));
    expect(await need(id, other)).toMatchObject({ state: "PUBLISHED", withdrawReason: null });
    expect(await told(id)).toEqual(["POSTED", "WITHDRAWN", "POSTED"]);
    expect(await changesOf(id, "publishNeed")).toContainEqual({
      field: "withdrawReason",
      before: "已解决",
      after: null,
    });
  });
});

describe("a resource", () => {
  it("changes its kind, its committee and who may see it; what is no venue has nothing of one", async () => {
    const { committeeId } = setting;
    const id = await shared({ venueKind: "OTHER", functionAreas: ["DELIBERATION"] });
    expect(await resource(id, ANONYMOUS)).toMatchObject({ audience: "PUBLIC" });
    const over = { kind: "EQUIPMENT", committeeId, audience: "COMMITTEE" };
    done(await setting.call(own, UPDATE, { input: { id, ...over } }));
    expect(await resource(id)).toMatchObject({
      kind: "EQUIPMENT",
      venueKind: null,
      functionAreas: [],
      audience: "COMMITTEE",
      committee: { id: committeeId },
    });
    expect(await resource(id, ANONYMOUS)).toBeNull();
    expect(await resource(id, stranger)).toBeNull();
    expect(await told(id)).toEqual(["SHARED"]);
    expect(await changesOf(id, "updateResource")).toEqual(
      expect.arrayContaining([
        { field: "kind", before: "VENUE", after: "EQUIPMENT" },
        { field: "audience", before: "PUBLIC", after: "COMMITTEE" },
      ]),
    );
    const venue = { id, venueKind: "OTHER" };
    expect((await setting.call(own, UPDATE, { input: venue })).code).toBe("BAD_USER_INPUT");
    done(await setting.call(own, UPDATE, { input: { ...venue, kind: "VENUE" } }));
    expect(await resource(id)).toMatchObject({ kind: "VENUE", venueKind: "OTHER" });
  });

  it("is shared only with a committee to which its unit belongs, and changed by its unit alone", async () => {
    const id = await shared();
    const update = async (over: object, viewer = own) =>
      (await setting.call(viewer, UPDATE, { input: { id, ...over } })).code;
    expect(await update({ audience: "COMMITTEE" })).toBe("BAD_USER_INPUT");
    expect(await update({ committeeId: randomUUID() })).toBe("NOT_FOUND");
    expect(await update({ audience: "ALLIANCE" }, setting.secretary)).toBe("FORBIDDEN");
    expect(await update({ audience: "ALLIANCE" }, ANONYMOUS)).toBe("UNAUTHENTICATED");
    expect(await update({ audience: "ALLIANCE" })).toBeUndefined();
  });

  it("goes back on the list where it was withdrawn by mistake", async () => {
    const id = await shared();
    done(await setting.call(own, WITHDRAW, { input: { id, reason: "装修" } }));
    done(await setting.call(own, UPDATE, { input: { id, title: "活动室" } }));
    const other = setting.liaison(setting.units.a);
    expect((await setting.call(other, PUBLISH, { input: { id } })).code).toBe("FORBIDDEN");
    done(await setting.call(own, PUBLISH, { input: { id } }));
    expect(await resource(id, other)).toMatchObject({ state: "PUBLISHED", withdrawReason: null });
  });
});

describe("what was withdrawn and goes back on the list", () => {
  const makers = [
    {
      noun: "resource",
      make: shared,
      withdraw: WITHDRAW,
      update: UPDATE,
      publish: PUBLISH,
      of: resource,
    },
    {
      noun: "need",
      make: posted,
      withdraw: WITHDRAW_NEED,
      update: UPDATE_NEED,
      publish: PUBLISH_NEED,
      of: need,
    },
  ] as const;
  const column = async (noun: string, id: string, name: string) =>
    (await setting.admin.query(`select ${name} as it from resources.${noun} where id = $1`, [id]))
      .rows[0].it;

  it.each(makers)(
    "a $noun stands where its unit is now, for the alliance that it belongs to now",
    async ({ noun, make, withdraw, publish, of }) => {
      const id = await make({ audience: "ALLIANCE" });
      done(await setting.call(own, withdraw, { input: { id, reason: "装修" } }));
      const place = "region_code = $2, region_path = $3, alliance_code = $4";
      const move = (code: string, path: (string | null)[], alliance: string) =>
        setting.admin.query(`update organizations.organization set ${place} where id = $1`, [
          setting.units.b,
          code,
          path,
          alliance,
        ]);
      await setting.admin.query(
        `insert into organizations.region (code, name, level, path, alliance_code, created_at, updated_at)
         values ('445203', '邻区', 'DISTRICT', array[null, null, '445203', null, null, null], '445203', now(), now())
         on conflict do nothing`,
      );
      await move("445203", [null, null, "445203", null, null, null], "445203");
      try {
        done(await setting.call(own, publish, { input: { id } }));
      } finally {
        await move(...(PLACE as [string, (string | null)[], string]));
      }
      expect(await column(noun, id, "alliance_code")).toBe("445203");
      expect(await column(noun, id, "region_code")).toBe("445203");
      const neighbour = { ...stranger, allianceCodes: ["445203"] };
      expect(await of(id, neighbour)).toMatchObject({ state: "PUBLISHED" });
      expect(await of(id, stranger)).toBeNull();
    },
  );

  it.each(makers)(
    "a $noun whose unit has left the committee is taken off its list first, and nobody is told of that",
    async ({ make, withdraw, update, publish, of }) => {
      const { committeeId } = setting;
      const id = await make({ committeeId, audience: "COMMITTEE" });
      done(await setting.call(own, withdraw, { input: { id, reason: "装修" } }));
      const leave = (day: string | null) =>
        setting.admin.query(
          `update members.membership set left_on = $3, leave_reason = $4
           where committee_id = $1 and organization_id = $2`,
          [committeeId, setting.units.b, day, day && "迁出"],
        );
      await leave("2026-02-28");
      try {
        const refused = await setting.call(own, publish, { input: { id } });
        expect(refused.code).toBe("ILLEGAL_TRANSITION");
        expect(refused.message).toMatch(/was on the list of 大工委.*, or null, with update/u);
        const input = { id, committeeId: null, audience: "ALLIANCE" };
        done(await setting.call(own, update, { input }));
        done(await setting.call(own, publish, { input: { id } }));
      } finally {
        await leave(null);
      }
      expect(await of(id)).toMatchObject({ state: "PUBLISHED", committee: null });
      expect((await told(id)).at(-1)).toBe("WITHDRAWN");
    },
  );

  it.each(makers)(
    "a $noun counts from its first day on: the figures of the months before stay",
    async ({ noun, make, withdraw, publish }) => {
      const figure = `${noun}s`;
      const march = async (): Promise<number> => {
        const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Report { ${figure} } } }`;
        const key = { __typename: "Report", regionCode: "445202" };
        const keys = [{ ...key, from: "2026-03-01", to: "2026-03-31" }];
        return (await setting.call(ANONYMOUS, query, { keys })).data["_entities"][0][figure];
      };
      const before = await march();
      const id = await make({ audience: "ALLIANCE" });
      expect(await march()).toBe(before + 1);
      setting.clock.now = new Date("2026-05-01T04:00:00Z");
      done(await setting.call(own, withdraw, { input: { id, reason: "装修" } }));
      setting.clock.now = new Date("2026-06-01T04:00:00Z");
      done(await setting.call(own, publish, { input: { id } }));
      expect(await march()).toBe(before + 1);
      expect(await column(noun, id, "published_at")).toEqual(NOW);
    },
  );
});

describe("a call for lists", () => {
  const update = (id: string, over: object, viewer = setting.secretary) =>
    setting.call(viewer, UPDATE_ROUND, { input: { id, ...over } });

  it("changes its title and its days; its units are told once", async () => {
    const id = await opened();
    const { data } = await update(id, { title: "下半年清单", closesOn: "2026-12-31" });
    expect(data.updateCollectionRound.collectionRound).toMatchObject({
      title: "下半年清单",
      opensOn: "2026-02-01",
      closesOn: "2026-12-31",
      state: "OPEN",
    });
    expect(await changesOf(id, "updateCollectionRound")).toContainEqual(
      expect.objectContaining({ field: "title", after: "下半年清单" }),
    );
    done(await update(id, { title: "下半年清单" }));
    const { rows } = await setting.admin.query(
      "select count(*)::int as count from activities.notice where record_id = $1 and type = 'CHANGED' and organization_id = $2",
      [id, setting.units.b],
    );
    expect(rows[0].count).toBe(1);
  });

  it("is open again where it was closed by mistake or is over, with a last day ahead", async () => {
    const id = await opened();
    done(await setting.call(setting.secretary, CLOSE_ROUND, { input: { id } }));
    expect(
      (await update(id, { title: "清单" })).data.updateCollectionRound.collectionRound.state,
    ).toBe("CLOSED");
    done(await update(id, { closesOn: "2026-07-01" }));
    done(
      await setting.call(own, POST, {
        input: {
          organizationId: setting.units.b,
          title: "缺书桌",
          kind: "WISH",
          audience: "ALLIANCE",
          committeeId: setting.committeeId,
          collectionRoundId: id,
        },
      }),
    );
    setting.clock.now = new Date("2026-08-01T04:00:00Z");
    const again = await update(id, { closesOn: "2026-08-31" });
    expect(again.data.updateCollectionRound.collectionRound.state).toBe("OPEN");
  });

  it("stays closed, or over, when a client sends the days that it has", async () => {
    const id = await opened();
    done(await setting.call(setting.secretary, CLOSE_ROUND, { input: { id } }));
    const days = { opensOn: "2026-02-01", closesOn: "2026-06-30" };
    const state = async (over: object) =>
      done(await update(id, { ...days, ...over })).updateCollectionRound.collectionRound.state;
    expect(await state({ title: "清单" })).toBe("CLOSED");
    setting.clock.now = new Date("2026-08-01T04:00:00Z");
    expect(await state({ title: "上半年清单" })).toBe("CLOSED");
    expect(await state({ closesOn: "2026-08-31" })).toBe("OPEN");
  });

  it("is changed by whoever runs its committee, within its rules", async () => {
    const id = await opened();
    expect((await update(id, { title: "清单" }, own)).code).toBe("FORBIDDEN");
    expect((await update(id, { title: "清单" }, stranger)).code).toBe("NOT_FOUND");
    expect((await update(id, { title: "清单" }, ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await update(id, { title: " " })).code).toBe("BAD_USER_INPUT");
    expect((await update(id, { closesOn: "2026-02-28" })).code).toBe("BAD_USER_INPUT");
    expect((await update(id, { opensOn: "2026-07-01" })).code).toBe("BAD_USER_INPUT");
    expect((await update(id, { title: "清单", version: 9 })).code).toBe("CONFLICT");
  });
});
