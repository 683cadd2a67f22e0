import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type MembersSetting, NOW, createMembersSetting } from "./members-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const FIELDS =
  "id version post holderName officePhone hours consentedAt withdrawnAt organization { id } committee { id }";
const mutation = (name: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { contactCard { ${FIELDS} } } }`;
const [MAKE, UPDATE, WITHDRAW] = [
  "makeContactCard",
  "updateContactCard",
  "withdrawContactCard",
].map(mutation) as [string, string, string];
const card = {
  post: "网格接待",
  holderName: "委员 017",
  officePhone: "0000-00000017",
  hours: "周一至周五 9:00–17:00",
};

/** A card of a fresh unit, whose liaison made it. */
async function cardOfUnit(over: object = {}) {
  const organizationId = await setting.organization();
  const liaison = setting.liaison(organizationId);
  const { data } = await setting.call(liaison, MAKE, {
    input: { ...card, organizationId, ...over },
  });
  return { organizationId, liaison, made: data.makeContactCard.contactCard };
}

async function found(viewer: Viewer, args: object): Promise<{ id: string; holderName: string }[]> {
  const { data } = await setting.call(
    viewer,
    `query ($region: String, $unit: ID, $committee: ID, $text: String) {
       contactCards(regionCode: $region, organizationId: $unit, committeeId: $committee, text: $text, first: 100) {
         totalCount nodes { id holderName } } }`,
    args,
  );
  expect(data.contactCards.totalCount).toBe(data.contactCards.nodes.length);
  return data.contactCards.nodes;
}

const audited = async (recordId: string): Promise<{ action: string; subject: string }[]> => {
  const { rows } = await setting.admin.query<{ action: string; subject: string }>(
    "select action, subject from audit.entry where record_id = $1",
    [recordId],
  );
  return rows;
};

describe("makeContactCard", () => {
  it("of a unit is for its liaison", async () => {
    const { organizationId, made } = await cardOfUnit({ consent: true });
    expect(made).toMatchObject({
      ...card,
      consentedAt: NOW.toISOString(),
      organization: { id: organizationId },
      committee: null,
    });
    const make = async (viewer: Viewer) =>
      (await setting.call(viewer, MAKE, { input: { ...card, organizationId } })).code;
    expect(await make(ANONYMOUS)).toBe("UNAUTHENTICATED");
    expect(await make(setting.stranger)).toBe("FORBIDDEN");
    expect(await make(setting.operator)).toBe("FORBIDDEN");
    expect(await make((await setting.committee()).secretary)).toBe("FORBIDDEN");
    const key: Viewer = {
      ...setting.liaison(organizationId),
      kind: "PARTNER",
      scopes: ["members:read", "members:write"],
    };
    expect(await make(key)).toBe("FORBIDDEN");
  });

  it("of a committee is for its secretary", async () => {
    const committee = await setting.committee();
    const make = (viewer: Viewer) =>
      setting.call(viewer, MAKE, { input: { ...card, committeeId: committee.id } });
    const { data } = await make(committee.secretary);
    expect(data.makeContactCard.contactCard).toMatchObject({
      holderName: card.holderName,
      committee: { id: committee.id },
    });
    expect((await make(setting.liaison(committee.base))).code).toBe("FORBIDDEN");
  });

  it.each([
    ["a mobile number as office telephone", { officePhone: "13800138000" }, "BAD_USER_INPUT"],
    ["an identity number in the hours", { hours: "11010519491231002X" }, "BAD_USER_INPUT"],
    ["a mobile number in the name", { holderName: "委员 138-0013-8000" }, "BAD_USER_INPUT"],
    ["no post", { post: " " }, "BAD_USER_INPUT"],
    ["two owners", { committeeId: randomUUID() }, "BAD_USER_INPUT"],
    ["no owner", { organizationId: null }, "BAD_USER_INPUT"],
    ["an unknown unit", { organizationId: randomUUID() }, "NOT_FOUND"],
  ])("refuses %s", async (_what, over, code) => {
    const organizationId = await setting.organization();
    const input = { ...card, organizationId, ...over };
    expect((await setting.call(setting.liaison(organizationId), MAKE, { input })).code).toBe(code);
  });
});

describe("without the holder's consent", () => {
  it("name and telephone are the unit's own", async () => {
    const { organizationId, liaison, made } = await cardOfUnit();
    expect(made).toMatchObject({ holderName: card.holderName, officePhone: card.officePhone });
    const seen = async (viewer: Viewer) => {
      const { data } = await setting.call(
        viewer,
        "query ($unit: ID) { contactCards(organizationId: $unit) { nodes { post holderName officePhone hours } } }",
        { unit: organizationId },
      );
      return data.contactCards.nodes;
    };
    const { post, hours } = card;
    const masked = [{ post, hours, holderName: "委员**", officePhone: null }];
    for (const viewer of [
      ANONYMOUS,
      setting.stranger,
      setting.operator,
      setting.liaison(await setting.organization()),
      (await setting.committee()).secretary,
    ])
      expect(await seen(viewer)).toEqual(masked);
    expect(await seen(liaison)).toEqual([card]);
  });

  it("a name is found by the unit itself alone, and by everybody with consent", async () => {
    const holderName = `委员 ${randomUUID().slice(0, 8)}`;
    const { liaison, made } = await cardOfUnit({ holderName });
    const [word = ""] = holderName.split(" ").slice(1);
    expect(await found(setting.stranger, { text: word })).toEqual([]);
    expect(await found(setting.stranger, { text: `${word} 网格` })).toEqual([]);
    expect(await found(liaison, { text: `網格 ${word}` })).toEqual([{ id: made.id, holderName }]);
    const input = { id: made.id, consent: true };
    expect((await setting.call(liaison, UPDATE, { input })).code).toBeUndefined();
    expect(await found(ANONYMOUS, { text: word })).toEqual([{ id: made.id, holderName }]);
    await setting.call(liaison, UPDATE, { input: { id: made.id, consent: false } });
    expect(await found(ANONYMOUS, { text: word })).toEqual([]);
  });

  it("that somebody reads them is noted once a day, in one statement for all cards", async () => {
    const { organizationId, liaison, made } = await cardOfUnit();
    const { data } = await setting.call(liaison, MAKE, { input: { ...card, organizationId } });
    const ids = [made.id, data.makeContactCard.contactCard.id];
    const noting = () => setting.statements.filter((text) => text.includes("personal_reading"));
    // The maker has read what the mutation answered with.
    const readings = async () =>
      (await Promise.all(ids.map(audited)))
        .flat()
        .filter(({ action }) => action === "readContactCard")
        .map(({ subject }) => subject);
    expect(await readings()).toEqual([liaison.subject, liaison.subject]);
    const colleague = { ...liaison, subject: "another liaison" };
    await found(colleague, { unit: organizationId });
    expect(noting()).toHaveLength(1);
    await found(colleague, { unit: organizationId });
    const counted = Map.groupBy(await readings(), (subject) => subject);
    expect([...counted].map(([subject, { length }]) => [subject, length])).toEqual(
      expect.arrayContaining([
        [colleague.subject, 2],
        [liaison.subject, 2],
      ]),
    );
    await found(setting.stranger, { unit: organizationId });
    expect(noting()).toEqual([]);
  });
});

describe("updateContactCard", () => {
  it("removes telephone and hours that are given as null, and nothing that is left out", async () => {
    const { liaison, made } = await cardOfUnit();
    const update = async (over: object) =>
      (await setting.call(liaison, UPDATE, { input: { id: made.id, ...over } })).data
        .updateContactCard.contactCard;
    expect(await update({ hours: null })).toMatchObject({ ...card, hours: null });
    expect(await update({ officePhone: null, post: null })).toMatchObject({
      ...card,
      officePhone: null,
      hours: null,
    });
  });

  it("changes what is given, for who keeps the card", async () => {
    const { liaison, made } = await cardOfUnit({ consent: true });
    const update = (viewer: Viewer, over: object) =>
      setting.call(viewer, UPDATE, { input: { id: made.id, ...over } });
    const { data } = await update(liaison, { hours: "周六", version: 1 });
    expect(data.updateContactCard.contactCard).toMatchObject({
      version: 2,
      hours: "周六",
      post: card.post,
      consentedAt: made.consentedAt,
    });
    expect((await update(liaison, { hours: "周日", version: 1 })).code).toBe("CONFLICT");
    expect((await update(ANONYMOUS, {})).code).toBe("UNAUTHENTICATED");
    expect((await update(setting.stranger, {})).code).toBe("FORBIDDEN");
    expect((await update(liaison, { id: "x" })).code).toBe("NOT_FOUND");
    expect((await update(liaison, { officePhone: "13800138000" })).code).toBe("BAD_USER_INPUT");
    const actions = (await audited(made.id)).map(({ action }) => action);
    expect(actions.toSorted()).toEqual(["makeContactCard", "updateContactCard"]);
  });

  it("with another name needs a new consent", async () => {
    const { liaison, made } = await cardOfUnit({ consent: true });
    const { rows } = await setting.admin.query(
      "select subject, details from audit.entry where record_id = $1",
      [made.id],
    );
    expect(rows).toEqual([{ subject: liaison.subject, details: { consented: true } }]);
    const update = async (over: object) =>
      (await setting.call(liaison, UPDATE, { input: { id: made.id, ...over } })).data
        .updateContactCard.contactCard.consentedAt;
    expect(await update({ holderName: card.holderName })).toBe(made.consentedAt);
    expect(await update({ holderName: "委员 018" })).toBeNull();
    expect(await update({ holderName: "委员 019", consent: true })).toBe(NOW.toISOString());
    expect(await update({ consent: false })).toBeNull();
  });
});

describe("withdrawContactCard", () => {
  it("takes the card off the lists, and masks it", async () => {
    const { organizationId, liaison, made } = await cardOfUnit({ consent: true });
    const withdraw = (viewer: Viewer) =>
      setting.call(viewer, WITHDRAW, { input: { id: made.id, reason: "调岗" } });
    expect((await withdraw(setting.stranger)).code).toBe("FORBIDDEN");
    expect((await withdraw(liaison)).data.withdrawContactCard.contactCard.withdrawnAt).toBe(
      NOW.toISOString(),
    );
    expect((await withdraw(liaison)).code).toBe("ILLEGAL_TRANSITION");
    const again = await setting.call(liaison, UPDATE, { input: { id: made.id, hours: "周日" } });
    expect(again.code).toBe("ILLEGAL_TRANSITION");
    expect(await found(liaison, { unit: organizationId })).toEqual([]);
    const { data } = await setting.entity(
      ANONYMOUS,
      { __typename: "ContactCard", id: made.id },
      "{ holderName officePhone withdrawReason }",
    );
    expect(data).toEqual({ holderName: "委员**", officePhone: null, withdrawReason: "调岗" });
  });
});

describe("contact cards", () => {
  it("are listed by place, unit and committee, and below them", async () => {
    const committee = await setting.committee();
    await setting.call(committee.secretary, MAKE, {
      input: { ...card, committeeId: committee.id, consent: true },
    });
    const { organizationId, made } = await cardOfUnit({ consent: true });
    const ids = async (args: object) => (await found(ANONYMOUS, args)).map(({ id }) => id);
    expect(await ids({ region: committee.communityCode })).toHaveLength(1);
    expect(await ids({ committee: committee.id })).toHaveLength(1);
    expect(await ids({ unit: organizationId })).toEqual([made.id]);
    expect(await ids({ unit: randomUUID() })).toEqual([]);
    expect(await ids({ region: "999" })).toEqual([]);
    const below = async (__typename: string, id: string) =>
      (
        await setting.entity(
          ANONYMOUS,
          { __typename, id },
          "{ contactCards { nodes { holderName } } }",
        )
      ).data.contactCards.nodes;
    expect(await below("Organization", organizationId)).toEqual([{ holderName: card.holderName }]);
    expect(await below("Committee", committee.id)).toEqual([{ holderName: card.holderName }]);
  });
});
