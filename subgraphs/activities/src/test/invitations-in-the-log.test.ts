import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { until } from "@alliance-hub/testing/until";
import * as fc from "fast-check";
import { scheduled } from "./calendar-setting.ts";
import { invitationCalls } from "./invitation-calls.ts";
import { type InvitationSetting, createInvitationSetting } from "./invitation-setting.ts";
import { FOLLOW, readSince } from "./update-log-setting.ts";

let setting: InvitationSetting;
beforeAll(async () => {
  setting = await createInvitationSetting();
});
afterAll(async () => await setting[Symbol.asyncDispose]());

const UNITS = ["a", "b", "c", "base"] as const;
type Unit = (typeof UNITS)[number];
type Reader = Unit | "secretary" | "anybody";
const READERS: readonly Reader[] = [...UNITS, "secretary", "anybody"];

function viewerOf(reader: Reader): Viewer {
  if (reader === "anybody") return ANONYMOUS;
  return reader === "secretary" ? setting.secretary : setting.liaison(setting.units[reader]);
}

const filterOf = (unit: Unit | null): object | null =>
  unit === null ? null : { organizationId: setting.units[unit] };

const now = async (): Promise<string> =>
  (await readSince(setting, setting.secretary, {})).endPosition;

const typesFor = async (reader: Reader, variables: object): Promise<string[]> =>
  (await readSince(setting, viewerOf(reader), variables)).nodes.map(({ type }) => type);

describe("that a unit was invited", () => {
  it("is found in the log by that unit and whoever keeps the list, and not by a filter of others", async () => {
    const after = await now();
    const { b } = setting.units;
    const { invite, decline } = invitationCalls(setting);
    const id = await setting.hosted({ audience: "PUBLIC" });
    await invite(id, [b]);
    await decline(id, b);
    await invite(id, [b]);
    const filter = filterOf("b");
    for (const reader of ["a", "b", "secretary"] as const) {
      expect(await typesFor(reader, { after, filter })).toEqual([
        "PARTICIPANT_INVITED",
        "PARTICIPANT_INVITED",
      ]);
      expect(await typesFor(reader, { after })).toHaveLength(4);
    }
    for (const reader of ["c", "base", "anybody"] as const) {
      expect(await typesFor(reader, { after, filter })).toEqual([]);
      expect(await typesFor(reader, { after })).toEqual(["SCHEDULED"]);
    }
  });

  it("is told to all who see the activity of its host, also that it declined", async () => {
    const { a, b } = setting.units;
    const { decline } = invitationCalls(setting);
    const id = await scheduled(setting, { audience: "PUBLIC", hostId: a });
    const after = await now();
    expect((await decline(id, a)).message).toBeUndefined();
    expect(await setting.partsSeenBy(setting.liaison(b), id)).toEqual(["base JOINED"]);
    expect(await typesFor("b", { after })).toEqual(["PARTICIPANT_JOINED", "PARTICIPANT_DECLINED"]);
  });
});

interface Step {
  readonly what: "invite" | "join" | "decline" | "leave";
  readonly unit: Unit;
}

/** An entry of the log as the rules have it. */
interface Entry {
  readonly type: string;
  readonly unit: Unit;
  readonly parts: ReadonlyMap<Unit, string>;
}

/** What a step writes into the log, told without SQL and without the service. */
function written({ what, unit }: Step, parts: Map<Unit, string>): string | undefined {
  const part = parts.get(unit);
  const enters = (state: string, type: string): string => {
    parts.set(unit, state);
    return type;
  };
  switch (what) {
    case "invite":
      return part === "INVITED" || part === "JOINED"
        ? undefined
        : enters("INVITED", "PARTICIPANT_INVITED");
    case "join":
      return part === "JOINED" ? undefined : enters("JOINED", "PARTICIPANT_JOINED");
    case "decline":
      return part === "INVITED" ? enters("DECLINED", "PARTICIPANT_DECLINED") : undefined;
    case "leave":
      return part === "JOINED" ? enters("LEFT", "PARTICIPANT_LEFT") : undefined;
  }
}

/** Whether a reader may know which units were only invited: of a unit, it itself and whoever keeps the list. */
const learnsOf = (reader: Reader, unit: Unit): boolean =>
  reader === unit || reader === "a" || reader === "secretary";

function isTold(reader: Reader, { type, unit, parts }: Entry, filter: Unit | null): boolean {
  const isPrivate = type === "PARTICIPANT_INVITED" || type === "PARTICIPANT_DECLINED";
  if (isPrivate && !learnsOf(reader, unit)) return false;
  if (filter === null || parts.get(filter) === "JOINED") return true;
  return parts.get(filter) === "INVITED" && learnsOf(reader, filter);
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom<Step["what"]>("invite", "invite", "join", "decline", "leave"),
    unit: fc.constantFrom<Unit>("b", "c", "base"),
  }),
  { minLength: 2, maxLength: 9 },
);

/** Takes the step in the hub, as the host; one that the rules do not have is rejected. */
async function taken(id: string, { what, unit }: Step): Promise<void> {
  const { join, invite, decline, leave } = invitationCalls(setting);
  const host = setting.liaison(setting.units.a);
  const organizationId = setting.units[unit];
  if (what === "invite") await invite(id, [organizationId]);
  else if (what === "join") await join(id, organizationId, host);
  else if (what === "decline") await decline(id, organizationId, {}, host);
  else await leave(id, organizationId, host);
}

/** Follows the log as a reader. */
function follow(
  reader: Reader,
  filter: Unit | null,
  { after, signal }: { readonly after: string; readonly signal: AbortSignal },
) {
  const ids: string[] = [];
  const variables = { after, filter: filterOf(filter) };
  const read = async (): Promise<void> => {
    const query = { query: FOLLOW, variables, signal };
    for await (const { data } of setting.follow(viewerOf(reader), query))
      if (data) ids.push(data.activityUpdates.id);
  };
  return {
    ended: read(),
    ids,
    /** What it was told up to an entry; nothing, if it is told of none. */
    untilAt: async (id: string | undefined): Promise<string[]> => {
      if (id !== undefined)
        await until(
          () => ids,
          (told) => told.includes(id),
        );
      return ids;
    },
  };
}

describe("any sequence of invitations", () => {
  it("is in the log, asked or followed, for every reader and filter what that reader may know", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const after = await now();
        const ending = new AbortController();
        const readers = READERS.flatMap((reader) =>
          [null, ...UNITS].map((filter) => ({
            reader,
            filter,
            live: follow(reader, filter, { after, signal: ending.signal }),
          })),
        );
        const id = await setting.hosted({ audience: "PUBLIC" });
        const parts = new Map<Unit, string>([["a", "JOINED"]]);
        const log: Entry[] = [{ type: "SCHEDULED", unit: "a", parts: new Map(parts) }];
        for (const step of all) {
          await taken(id, step);
          const type = written(step, parts);
          if (type) log.push({ type, unit: step.unit, parts: new Map(parts) });
        }
        // What every reader is told, whatever the filter, comes last.
        for (const unit of UNITS) {
          if (parts.get(unit) !== "JOINED") await taken(id, { what: "join", unit });
          if (parts.get(unit) === "JOINED") continue;
          parts.set(unit, "JOINED");
          log.push({ type: "PARTICIPANT_JOINED", unit, parts: new Map(parts) });
        }
        for (const { reader, filter, live } of readers) {
          const told = log.filter((entry) => isTold(reader, entry, filter)).map(({ type }) => type);
          const asked = await readSince(setting, viewerOf(reader), {
            after,
            filter: filterOf(filter),
          });
          expect({ reader, filter, told: asked.nodes.map(({ type }) => type) }).toEqual({
            reader,
            filter,
            told,
          });
          expect(await live.untilAt(asked.nodes.at(-1)?.id)).toEqual(
            asked.nodes.map((node) => node.id),
          );
        }
        ending.abort();
        await Promise.all(readers.map(({ live }) => live.ended));
      }),
      { numRuns: 12 },
    );
  });
});
