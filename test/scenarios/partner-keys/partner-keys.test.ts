import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { ask } from "../../support/ask.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { person, unitOf } from "../../support/people.ts";

const LIAISON = "445202-liaison-1";
const ENTER = `mutation ($input: EnterPartnerInput!) { enterPartner(input: $input) {
  key partner { name scopes organization { id } } } }`;
const REVOKE =
  "mutation ($input: RevokePartnerInput!) { revokePartner(input: $input) { partner { name } } }";
const LIST =
  "query ($organizationId: ID!) { partners(organizationId: $organizationId) { name scopes } }";
const SCOPES = ["organizations:read", "members:read", "activities:read"];

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
});

let number = 0;
const inputOf = (over: object = {}) => ({
  organizationId: unitOf(LIAISON),
  name: `portal-${number++}`,
  scopes: SCOPES,
  ...over,
});
const named = async (as?: string): Promise<unknown[]> => {
  const { data } = await hub.ask(LIST, { organizationId: unitOf(LIAISON) }, as);
  return ((data["partners"] ?? []) as unknown as { name: unknown }[]).map(({ name }) => name); // what the document asks for
};
const viewerOf = (token: string) => ask(hub.url, { query: "{ viewer { kind subject } }", token });

it("a liaison enters a system: its key works at once, is shown once, and stops when it is revoked", async () => {
  const input = inputOf({ idempotencyKey: "first" });
  const { data } = await hub.ask(ENTER, { input }, LIAISON);
  const key = String(data["enterPartner"]?.["key"]);
  expect(data["enterPartner"]?.["partner"]).toEqual({
    name: input.name,
    scopes: SCOPES,
    organization: { id: unitOf(LIAISON) },
  });
  expect((await viewerOf(key)).data["viewer"]).toEqual({
    kind: "PARTNER",
    subject: `partner:${input.name}`,
  });
  const again = await hub.ask(ENTER, { input }, LIAISON);
  expect(again.data["enterPartner"]).toMatchObject({ key: null, partner: { name: input.name } });
  expect(await named(LIAISON)).toContain(input.name);
  const gone = { name: input.name, idempotencyKey: "gone" };
  for (let time = 0; time < 2; time++) {
    const revoked = await hub.ask(REVOKE, { input: gone }, LIAISON);
    expect(revoked.data["revokePartner"]).toEqual({ partner: { name: input.name } });
  }
  expect((await viewerOf(key)).codes).toEqual(["UNAUTHENTICATED"]);
  expect(await named(LIAISON)).not.toContain(input.name);
  const { data: log } = await hub.ask(
    '{ auditEntries(filter: { nouns: ["Partner"] }) { nodes { action recordId } } }',
    {},
    "445202-auditor",
  );
  expect(log["auditEntries"]?.["nodes"]).toEqual([
    { action: "revokePartner", recordId: input.name },
    { action: "enterPartner", recordId: input.name },
  ]);
});

it("operators of the place may do so as well; nobody else may, not even a key", async () => {
  // With every permission there is for it, so that nothing but the rule keeps a key from making others.
  const input = inputOf({ scopes: [...SCOPES, "members:write"] });
  const { data } = await hub.ask(ENTER, { input }, "445202-operator");
  const key = String(data["enterPartner"]?.["key"]);
  for (const as of ["445202-liaison-2", "445202-secretary", "445202-auditor", "360502-operator"]) {
    expect((await hub.ask(ENTER, { input: inputOf() }, as)).codes).toEqual(["FORBIDDEN"]);
    const { codes } = await hub.ask(LIST, { organizationId: unitOf(LIAISON) }, as);
    expect(codes).toEqual(["FORBIDDEN"]);
    expect((await hub.ask(REVOKE, { input: { name: input.name } }, as)).codes).toEqual([
      "NOT_FOUND",
    ]);
  }
  expect((await hub.ask(ENTER, { input: inputOf() })).codes).toEqual(["UNAUTHENTICATED"]);
  const made = await ask(hub.url, { query: ENTER, variables: { input: inputOf() }, token: key });
  expect(made.codes).toEqual(["FORBIDDEN"]);
  const listed = await ask(hub.url, {
    query: LIST,
    variables: { organizationId: unitOf(LIAISON) },
    token: key,
  });
  expect(listed.codes).toEqual(["FORBIDDEN"]);
});

it("a key gives no more than its liaison has, whatever its scopes", async () => {
  const scopes = ["organizations", "members", "resources", "activities"].flatMap((subgraph) => [
    `${subgraph}:read`,
    `${subgraph}:write`,
  ]);
  const { data } = await hub.ask(ENTER, { input: inputOf({ scopes }) }, LIAISON);
  const token = String(data["enterPartner"]?.["key"]);
  const lists = `{ viewer { roles { role } }
    resources(first: 100) { totalCount } needs(first: 100) { totalCount }
    agreements(first: 100) { totalCount } activities(first: 100) { totalCount }
    issues(first: 100) { totalCount } bookings(first: 100) { totalCount } }`;
  const own = await hub.ask(lists, {}, LIAISON);
  const ofKey = await ask(hub.url, { query: lists, token });
  expect([own.codes, ofKey.codes]).toEqual([[], []]);
  expect(ofKey.data["viewer"]).toEqual({ roles: [] });
  for (const list of ["resources", "needs", "agreements", "activities", "issues", "bookings"])
    expect(Number(ofKey.data[list]?.["totalCount"])).toBeLessThanOrEqual(
      Number(own.data[list]?.["totalCount"]),
    );
  const share = `mutation ($input: ShareResourceInput!) { shareResource(input: $input) { resource { id } } }`;
  const resource = { title: "会议室", kind: "VENUE", audience: "PUBLIC", publish: false };
  const shared = async (providerId: string) =>
    (await ask(hub.url, { query: share, variables: { input: { ...resource, providerId } }, token }))
      .codes;
  expect(await shared(unitOf(LIAISON))).toEqual([]);
  expect(await shared(unitOf("445202-liaison-2"))).toEqual(["FORBIDDEN"]);
});

it("the unit's key outlives the liaison who entered it; an operator sees and revokes it", async () => {
  const operator = "445202-operator";
  const unit = unitOf(LIAISON);
  const successor = "445202-member";
  const liaison = await hub.ask(
    `mutation ($input: NameLiaisonInput!) { nameLiaison(input: $input) { liaison { id } } }`,
    { input: { organizationId: unit, subject: person(successor).subject, name: "联络员 017" } },
    operator,
  );
  expect(liaison.codes).toEqual([]);
  const token = await hub.tokenOf(successor);
  const input = inputOf();
  const entered = await ask(hub.url, { query: ENTER, variables: { input }, token });
  const key = String(entered.data["enterPartner"]?.["key"]);
  const end = `mutation ($input: EndLiaisonInput!) { endLiaison(input: $input) { liaison { id } } }`;
  const id = liaison.data["nameLiaison"]?.["liaison"]?.["id"];
  expect((await hub.ask(end, { input: { id } }, operator)).codes).toEqual([]);
  expect((await viewerOf(key)).codes).toEqual([]);
  expect(await named(operator)).toContain(input.name);
  expect((await hub.ask(REVOKE, { input: { name: input.name } }, operator)).codes).toEqual([]);
  expect((await viewerOf(key)).codes).toEqual(["UNAUTHENTICATED"]);
});

it("a name is taken once, and has only what can stand in a subject; scopes are known ones", async () => {
  const input = inputOf();
  expect((await hub.ask(ENTER, { input }, LIAISON)).codes).toEqual([]);
  expect((await hub.ask(ENTER, { input }, LIAISON)).codes).toEqual(["CONFLICT"]);
  for (const over of [
    { name: "" },
    { name: "门户" },
    { name: "a".repeat(61) },
    { scopes: [] },
    { scopes: ["activities:read", "everything"] },
  ])
    expect((await hub.ask(ENTER, { input: inputOf(over) }, LIAISON)).codes).toEqual([
      "BAD_USER_INPUT",
    ]);
});
