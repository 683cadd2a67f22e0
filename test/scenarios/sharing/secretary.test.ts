import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { committeeOf, inDays, inHours, unitOf } from "../../support/people.ts";

/** Secretary of a community's committee, of another one, and a unit's liaison in the first. */
const [SECRETARY, OTHER, LIAISON] = [
  "445202-secretary-2",
  "445202-secretary-3",
  "445202-liaison-1",
];

let hub: TestHub;
let admin: pg.Client;
let committeeId: string;
/** The party organisation on which the committee stands. */
let base: string;
beforeAll(async () => {
  hub = await startHub();
  admin = new pg.Client({ connectionString: hub.databaseUrl });
  await admin.connect();
  committeeId = committeeOf(SECRETARY);
  const found = await hub.ask("query($id: ID!) { committee(id: $id) { organization { id } } }", {
    id: committeeId,
  });
  base = String(found.data["committee"]?.["organization"]?.["id"]);
});
afterAll(async () => {
  await admin?.end();
  await hub?.[Symbol.asyncDispose]();
});

const share = (as: string, over: object = {}) =>
  hub.ask(
    operation("ShareResource"),
    {
      input: {
        providerId: base,
        title: "党群服务中心会议室",
        kind: "VENUE",
        audience: "PUBLIC",
        publish: true,
        ...over,
      },
    },
    as,
  );

describe("a committee's secretary", () => {
  it("is shown whom there is to act for", async () => {
    const { data } = await hub.ask(
      "{ viewer { organization { id } organizations { id name } roles { role } } }",
      {},
      SECRETARY,
    );
    expect(data["viewer"]).toMatchObject({
      organization: { id: base },
      organizations: [{ id: base }],
      roles: [{ role: "SECRETARY" }],
    });
  });

  it("shares, books and signs for the organisation that it stands on", async () => {
    const shared = await share(SECRETARY);
    expect(shared.codes).toEqual([]);
    const resourceId = shared.data["shareResource"]?.["resource"]?.["id"];
    const during = { start: inHours(90), end: inHours(92) };
    const booked = await hub.ask(
      operation("BookResource"),
      { input: { resourceId, organizationId: base, during } },
      SECRETARY,
    );
    expect(booked.codes).toEqual([]);
    const drafted = await hub.ask(
      operation("DraftAgreement"),
      {
        input: {
          committeeId,
          title: "场地共用",
          partyIds: [base, unitOf(LIAISON)],
          termFrom: inDays(0),
          termTo: inDays(365),
        },
      },
      SECRETARY,
    );
    const id = drafted.data["draftAgreement"]?.["agreement"]?.["id"];
    await hub.ask(operation("ProposeAgreement"), { id }, SECRETARY);
    const sign = (as: string, organizationId: string) =>
      hub.ask(operation("SignAgreement"), { id, organizationId }, as);
    expect((await sign(OTHER, base)).codes).toEqual(["NOT_FOUND"]);
    expect((await sign(LIAISON, base)).codes).toEqual(["FORBIDDEN"]);
    expect((await sign(SECRETARY, base)).codes).toEqual([]);
    expect((await sign(LIAISON, unitOf(LIAISON))).codes).toEqual([]);
  });

  it("is named in the audit log as secretary; a liaison is not", async () => {
    await share(SECRETARY, { title: "入档的会议室" });
    await share(LIAISON, { title: "入档的会议室", providerId: unitOf(LIAISON) });
    const { rows } = await admin.query(
      `select subject, organization_id, details -> 'secretaryOf' as secretary_of from audit.entry
       join resources.resource on resource.id::text = record_id where title = '入档的会议室' order by at`,
    );
    expect(rows).toEqual([
      { subject: `demo:${SECRETARY}`, organization_id: base, secretary_of: [committeeId] },
      { subject: `demo:${LIAISON}`, organization_id: unitOf(LIAISON), secretary_of: null },
    ]);
  });

  it("acts for no other: not for its units, nor for a committee that it does not run", async () => {
    expect((await share(SECRETARY, { providerId: unitOf(LIAISON) })).codes).toEqual(["FORBIDDEN"]);
    expect((await share(OTHER)).codes).toEqual(["FORBIDDEN"]);
    // Whoever runs the committee above is no secretary of this one.
    expect((await share("445202-secretary")).codes).toEqual(["FORBIDDEN"]);
  });
});

describe("a term's last day", () => {
  const lastDay = (day: string) =>
    admin.query(
      "update members.term set ends_on = $2 where committee_id = $1 and state = 'CURRENT'",
      [committeeId, day],
    );
  beforeEach(() => lastDay(inDays(0)));
  afterAll(() => lastDay(inDays(365)));

  it("is one on which its seats count; the day after, they do not", async () => {
    expect((await share(SECRETARY)).codes).toEqual([]);
    await lastDay(inDays(-1));
    expect((await share(SECRETARY)).codes).toEqual(["FORBIDDEN"]);
    const { data } = await hub.ask("{ viewer { roles { role } } }", {}, SECRETARY);
    expect(data["viewer"]).toEqual({ roles: [] });
  });
});
