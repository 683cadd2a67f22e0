import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { createPartner } from "../../support/partner.ts";
import { patiently } from "../../support/patience.ts";
import { person, unitOf } from "../../support/people.ts";
import { askOver, openAs } from "../../support/socket.ts";

const LIAISON = "445202-liaison-1";

let hub: TestHub;
let draftId: string;
const input = (over: object = {}): object => ({
  providerId: unitOf(LIAISON),
  title: "会议室",
  kind: "VENUE",
  audience: "PUBLIC",
  publish: false,
  ...over,
});
beforeAll(async () => {
  hub = await startHub();
  const shared = await hub.ask(operation("ShareResource"), { input: input() }, LIAISON);
  draftId = String(shared.data["shareResource"]?.["resource"]?.["id"]);
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
});

const DRAFT = "query ($id: ID!) { resource(id: $id) { id } }";

describe("an operation on an open WebSocket is judged by what is true now", () => {
  it("a token that has ended reads nothing", async () => {
    using dialogue = await openAs(hub.url, await hub.tokenOf(LIAISON, -3));
    const answer = await patiently(
      () => askOver(dialogue, DRAFT, { id: draftId }),
      ({ type }) => type === "error",
    );
    expect(answer.payload?.[0]?.["extensions"]?.["code"]).toBe("UNAUTHENTICATED");
  });

  it("a key that was revoked reads no drafts", async () => {
    const partner = await createPartner(hub, unitOf(LIAISON), ["resources:read"]);
    using dialogue = await openAs(hub.url, partner.key);
    const before = await askOver(dialogue, DRAFT, { id: draftId });
    expect(before.payload?.["data"]?.["resource"]).toEqual({ id: draftId });
    await partner.revoke();
    const after = await askOver(dialogue, DRAFT, { id: draftId });
    expect(after).toMatchObject({
      type: "error",
      payload: [{ extensions: { code: "UNAUTHENTICATED" } }],
    });
  });

  it("a liaison that has ended reads no drafts and shares nothing", async () => {
    using dialogue = await openAs(hub.url, await hub.tokenOf(LIAISON));
    const before = await askOver(dialogue, DRAFT, { id: draftId });
    expect(before.payload?.["data"]?.["resource"]).toEqual({ id: draftId });
    const organizationId = unitOf(LIAISON);
    const { data } = await hub.ask(
      "query ($id: ID!) { organization(id: $id) { liaisons { nodes { id subject } } } }",
      { id: organizationId },
      "445202-operator",
    );
    const liaisons = data["organization"]?.["liaisons"]?.["nodes"] ?? [];
    const mine = liaisons.find(({ subject }) => String(subject) === person(LIAISON).subject);
    const ended = await hub.ask(
      "mutation ($input: EndLiaisonInput!) { endLiaison(input: $input) { liaison { id } } }",
      { input: { id: mine?.["id"] } },
      "445202-operator",
    );
    expect(ended.errors).toEqual([]);
    const after = await askOver(dialogue, DRAFT, { id: draftId });
    expect(after.payload).toEqual({ data: { resource: null } });
    const shared = await askOver(dialogue, operation("ShareResource"), { input: input() });
    expect(shared.payload?.["errors"]?.[0]?.["extensions"]?.["code"]).toBe("FORBIDDEN");
  });
});

describe("a mutation over WebSocket", () => {
  it("goes through the same door as a POST: the same work, done once under one key", async () => {
    using dialogue = await openAs(hub.url, await hub.tokenOf("445202-liaison-2"));
    const variables = {
      input: input({ providerId: unitOf("445202-liaison-2"), idempotencyKey: randomUUID() }),
    };
    const first = await askOver(dialogue, operation("ShareResource"), variables);
    const id = first.payload?.["data"]?.["shareResource"]?.["resource"]?.["id"];
    expect(first).toMatchObject({ type: "next", payload: { data: expect.anything() } });
    const posted = await hub.ask(operation("ShareResource"), variables, "445202-liaison-2");
    expect(posted.data["shareResource"]?.["resource"]?.["id"]).toBe(id);
    await dialogue.until(({ type, id: of }) => type === "complete" && of === first.id);
  });

  it("has the same limits", async () => {
    using dialogue = await openAs(hub.url, await hub.tokenOf("445202-liaison-2"));
    const deep = `mutation ($input: ShareResourceInput!) { shareResource(input: $input) { resource { provider { region { ${"parent { ".repeat(20)} code ${"} ".repeat(20)} } } } } }`;
    const wide = `{ ${Array.from({ length: 150 }, (_, at) => `a${at}: viewer { kind }`).join(" ")} }`;
    const long = `{ ${"viewer { kind } ".repeat(1000)} }`;
    const rows = `{ region(code: "445202") { committees(first: 100) { nodes { memberUnits(first: 100) { nodes {
      organization { resources(first: 100) { nodes { id } } } } } } } } }`;
    for (const query of [deep, wide, long, rows]) {
      const variables = query === deep ? { input: input() } : undefined;
      const { type, payload } = await askOver(dialogue, query, variables);
      const posted = await hub.ask(query, variables, "445202-liaison-2");
      expect(posted.codes).toEqual(["QUERY_TOO_COMPLEX"]);
      expect({ type, payload }).toEqual({ type: "error", payload: posted.errors });
    }
  });
});
