import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { type Ground, ground } from "./ground.ts";
import { type OrganizationsSetting, createOrganizationsSetting } from "./organizations-setting.ts";
import { type RecordsOfUnits, recordsOfUnits } from "./records-of-units.ts";
import { wherever } from "./wherever.ts";
import { wrongFigures } from "./wrong-figures.ts";

const MERGE =
  "mutation ($input: MergeOrganizationsInput!) { mergeOrganizations(input: $input) { organization { id } } }";
/** Where an id may stand after its unit was merged: its own record, and the texts of what was signed. */
const HISTORY = [
  // What was told about the unit; its id leads to the one that is left.
  "activities.notice.record_id",
  // What awaited somebody about the unit has lapsed.
  "activities.task.record_id",
  "organizations.organization.id",
  "resources.agreement_party.text_organization_id",
  "resources.commitment.text_organization_id",
];
const AGREEMENTS = new Set(["agreement", "inForce"]);
const UNITS = 4;

let setting: OrganizationsSetting;
let at: Ground;
let records: RecordsOfUnits;
let committees: string[];
let estate: string;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  at = await ground(setting);
  records = recordsOfUnits(setting, at);
  estate = await setting.place("ESTATE", at.community);
  committees = [
    await setting.committee("STREET", at.street),
    await setting.committee("COMMUNITY", at.community),
  ];
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

/** One record of a unit, with another unit where it needs one. */
type Enter = (of: {
  unit: string;
  other: string;
  committee: string;
  day: string;
}) => Promise<unknown>;

const KINDS: Readonly<Record<string, Enter>> = {
  membership: ({ unit, committee, day }) => records.membership(unit, committee, { joined_on: day }),
  left: ({ unit, committee, day }) =>
    records.membership(unit, committee, {
      joined_on: day,
      left_on: "2025-06-30",
      leave_reason: "退出",
    }),
  seat: ({ unit, committee, day }) => records.seat(unit, committee, { since: day }),
  liaison: ({ unit, day }) => records.liaison(unit, day),
  accepted: ({ unit, day }) => records.registration(unit, { accepted_at: new Date(day) }),
  submitted: ({ unit }) => records.registration(unit, { state: "SUBMITTED", accepted_at: null }),
  application: ({ unit, committee }) => records.application(unit, committee),
  team: ({ unit }) => records.team(unit),
  card: ({ unit }) => records.card(unit),
  request: async ({ unit, other }) =>
    records.booking(other, await records.resource(unit), unit, { state: "REQUESTED" }),
  resource: async ({ unit, other }) => records.booking(other, await records.resource(unit), unit),
  need: ({ unit, committee }) => records.need(unit, { committee_id: committee }),
  inForce: ({ unit, other, committee }) =>
    records.agreement(committee, [unit, other], { state: "ACTIVE" }),
  agreement: ({ unit, other, committee }) =>
    records.agreement(committee, [unit, other], {
      state: "ACTIVE",
      term_from: "2020-01-01",
      term_to: "2021-01-01",
    }),
  activity: ({ unit, other, committee, day }) =>
    records.activity(committee, unit === other ? [unit] : [unit, other], {
      state: "HELD",
      held_at: new Date(),
      starts_at: new Date(day),
      ends_at: new Date(`${day}T08:00:00Z`),
      attendance: 14,
    }),
  ahead: async ({ unit, other, committee }) => {
    const id = await records.activity(committee, [other]);
    if (unit !== other) await records.part(id, unit, "INVITED");
  },
  declined: async ({ unit, other, committee }) => {
    const id = await records.activity(committee, [other]);
    if (unit !== other) await records.part(id, unit, "DECLINED");
  },
  issue: ({ unit, committee }) => records.issue(unit, committee),
  endpoint: ({ unit, other }) => records.endpoint(unit, { filter: { organizationId: other } }),
  feed: ({ unit }) => records.feed(unit),
  served: ({ unit, day }) =>
    records.served(unit, estate, { starts_on: day, ends_on: "2025-03-01" }),
  serving: ({ unit, day }) => records.served(unit, estate, { starts_on: day }),
};

const index = fc.integer({ min: 0, max: UNITS - 1 });
const entries = fc.array(
  fc.record({
    kind: fc.constantFrom(...Object.keys(KINDS)),
    unit: index,
    other: index,
    committee: fc.integer({ min: 0, max: 1 }),
    day: fc.constantFrom("2024-03-01", "2024-09-01", "2025-02-01"),
  }),
  { minLength: 5, maxLength: 25 },
);
const mergers = fc.array(fc.record({ from: index, into: index }), { minLength: 1, maxLength: 4 });

describe("after random mergers", () => {
  it("no record names a former id but for history, nothing is double, and figures are what the records say", async () => {
    await fc.assert(
      fc.asyncProperty(entries, mergers, async (entered, merged) => {
        const units = await Promise.all(
          Array.from({ length: UNITS }, () => setting.organization(at.street, { kind: "SCHOOL" })),
        );
        for (const { kind, unit, other, committee, day } of entered) {
          const of = {
            unit: units[unit] ?? "",
            other: units[other] ?? "",
            committee: committees[committee] ?? "",
            day,
          };
          if (AGREEMENTS.has(kind) && of.unit === of.other) continue;
          // A second one of what there is one of at a time is refused by the database.
          await KINDS[kind]?.(of).catch((error: { code?: string }) =>
            expect(["23505", "23P01"]).toContain(error.code),
          );
        }
        const gone = new Set<string>();
        for (const { from, into } of merged) {
          const [fromId = "", intoId = ""] = [units[from], units[into]];
          const { message } = await setting.send(setting.operator, MERGE, {
            fromId,
            intoId,
            reason: "合并",
          });
          const isPossible = fromId !== intoId && !gone.has(fromId) && !gone.has(intoId);
          expect(message === undefined).toBe(isPossible);
          if (isPossible) gone.add(fromId);
        }
        for (const id of gone) {
          const places = Object.keys(await wherever(setting.admin, id));
          const both = await setting.admin.query(
            "select from resources.agreement where party_ids @> array[$1::uuid] and array(select into_id from directory.merged_organization where from_id = any(party_ids)) && party_ids",
            [id],
          );
          // Of an agreement between two that became one, both are kept: so it was signed.
          const kept = both.rowCount
            ? ["resources.agreement.party_ids", "resources.agreement_party.organization_id"]
            : [];
          expect(places.filter((place) => ![...HISTORY, ...kept].includes(place))).toEqual([]);
        }
        const awaited = await setting.admin.query(
          "select from activities.task where state = 'OPEN' and (record_id = any($1) or organization_id = any($1))",
          [[...gone]],
        );
        expect(awaited.rows).toEqual([]);
        expect(await wrongFigures(setting.admin)).toEqual([]);
        const wrong = await setting.admin.query(
          `select activity.id from activities.activity where attendance <> (select coalesce(sum(attendance), 0) from activities.participant where activity_id = activity.id) and state = 'HELD'
             and cardinality(participant_ids) > 1
           union all select activity.id from activities.activity
             where array(select unnest(participant_ids) order by 1) <> array(select organization_id from activities.participant
               where activity_id = activity.id and participant.state in ('INVITED', 'JOINED') order by 1)`,
        );
        expect(wrong.rows).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
