import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { scheduleActivity } from "../../support/calendar.ts";
import { figure } from "../../support/figures.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { type Listening, listen } from "../../support/listening.ts";
import { patiently } from "../../support/patience.ts";

const SUBSCRIBE = `subscription ($f: ActivityUpdateFilter = { kinds: [MEETING] }, $after: String) {
  activityUpdates(filter: $f, after: $after) { id activity { title } } }`;

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
});

const titles = ({ events }: Listening): unknown[] =>
  events.map(({ data }) => data?.["data"]?.["activityUpdates"]?.["activity"]?.["title"]);

describe("a variable that is left out", () => {
  it.each([
    ["before", [{}, { f: null }]],
    ["after", [{ f: null }, {}]],
  ] as const)(
    "has its default, and not what another says who subscribed %s",
    async (_order, variables) => {
      const groups = await figure(hub.url, "hub_stream_groups");
      const [first, second] = variables;
      await using one = listen(hub.url, { query: SUBSCRIBE, variables: first });
      await patiently(
        () => figure(hub.url, "hub_stream_groups"),
        (count) => count === groups + 1,
      );
      await using other = listen(hub.url, { query: SUBSCRIBE, variables: second });
      await patiently(
        () => figure(hub.url, "hub_stream_groups"),
        (count) => count === groups + 2,
      );
      const [byDefault, everything] = "f" in first ? [other, one] : [one, other];
      // Until both are told of what happens.
      await patiently(
        async () => {
          await scheduleActivity(hub, "例会", { kind: "MEETING" });
          return [byDefault, everything].every(({ events }) => events.length > 0);
        },
        (isTold) => isTold,
      );
      await scheduleActivity(hub, "义务植树", { kind: "SERVICE" });
      await scheduleActivity(hub, "末次例会", { kind: "MEETING" });
      await patiently(
        () => [byDefault, everything].map((listening) => titles(listening).at(-1)),
        (last) => last.every((title) => title === "末次例会"),
      );
      expect(titles(everything)).toContain("义务植树");
      expect(titles(byDefault)).not.toContain("义务植树");
    },
  );
});
