import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { buildSchema } from "graphql";
import { CALLERS, type Caller, createCallers } from "../../support/who-may/callers.ts";
import { type Records, makeRecords } from "../../support/who-may/records.ts";
import { WHO_MAY } from "../../support/who-may/table.ts";
import { type WorkingDay, openWorkingDay } from "../../support/working-day.ts";

/** What says that somebody has no right to a change; a record that is not seen is not found. */
const NO_RIGHT = ["UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND"];

let day: WorkingDay;
let records: Records;
let callers: Readonly<Record<Caller, string | Viewer>>;
beforeAll(async () => {
  day = await openWorkingDay("2026-09-07T09:00");
  const sides = {
    asker: await day.unit("街道小学"),
    provider: await day.unit("物业公司"),
    neighbour: await day.unit("社区医院"),
  };
  records = await makeRecords(day, sides);
  callers = await createCallers(day, sides);
});
afterAll(async () => await day?.[Symbol.asyncDispose]());

const mutationsOf = (subgraph: string): string[] => {
  const file = new URL(`../../../../schema/${subgraph}.graphql`, import.meta.url);
  const schema = buildSchema(readFileSync(file, "utf8"), { assumeValidSDL: true });
  return Object.keys(schema.getMutationType()?.getFields() ?? {});
};

/** An id, which is no name that anybody knows a record by. */
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/u;

/** The codes of all that was wrong with an attempt. No message, in either language, has an id in place of a name. */
async function attempt(as: string | Viewer, mutation: string, input: object): Promise<string[]> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`;
  const { errors } = await day.hub.ask(as, query, { input });
  for (const { message, extensions } of errors)
    for (const said of [message, ...(extensions.faults ?? []).map((fault) => fault.message)])
      expect(said).not.toMatch(ID);
  const codes = errors.flatMap(({ extensions: { code, faults = [] } }) => [
    code,
    ...faults.map((fault) => fault.code),
  ]);
  return [...new Set(codes)];
}

it("says of every mutation of resources and activities who may", () => {
  const all = [...mutationsOf("resources"), ...mutationsOf("activities")];
  expect(Object.keys(WHO_MAY).toSorted()).toEqual(all.toSorted());
});

describe("who may", () => {
  it.each(Object.keys(WHO_MAY))("%s", async (mutation) => {
    const row = WHO_MAY[mutation];
    const may: Caller[] = [];
    for (const caller of CALLERS) {
      const input = row?.input(records) ?? {};
      const codes = await attempt(callers[caller], mutation, input);
      expect(codes).not.toContain("INTERNAL");
      // A record that is not seen is not there.
      if (caller === "stranger" && "id" in input) expect(codes).toEqual(["NOT_FOUND"]);
      if (!codes.some((code) => NO_RIGHT.includes(code))) may.push(caller);
    }
    expect(may).toEqual(CALLERS.filter((caller) => row?.may.includes(caller)));
  });
});
