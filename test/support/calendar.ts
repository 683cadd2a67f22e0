import { operation } from "./contract.ts";
import type { TestHub } from "./hub.ts";
import { committeeOf, inHours } from "./people.ts";

const SECRETARY = "445202-secretary";

/** Puts an activity on the calendar of the district's committee, hosted by its own unit. @returns its id. */
export async function scheduleActivity(
  hub: Pick<TestHub, "ask">,
  title: string,
  over: object = {},
): Promise<string> {
  const committeeId = committeeOf(SECRETARY);
  const committee = await hub.ask(
    "query ($id: ID!) { committee(id: $id) { organization { id } } }",
    { id: committeeId },
  );
  const input = {
    committeeId,
    hostId: committee.data["committee"]?.["organization"]?.["id"],
    title,
    kind: "SERVICE",
    during: { start: inHours(240), end: inHours(242) },
    audience: "PUBLIC",
    ...over,
  };
  const { data, errors } = await hub.ask(operation("ScheduleActivity"), { input }, SECRETARY);
  if (errors.length > 0) throw new Error(errors[0]?.message);
  return String(data["scheduleActivity"]?.["activity"]?.["id"]);
}

/**
 * The ids of the update log after a position, by polling, and the end position. @param after null for the whole
 * log.
 */
export async function pollUpdates(
  hub: Pick<TestHub, "ask">,
  after: string | null,
): Promise<{ readonly ids: unknown[]; readonly end: string }> {
  const ids: unknown[] = [];
  for (let position = after; ;) {
    const { data } = await hub.ask(operation("ActivityUpdatesSince"), {
      after: position,
      first: 100,
    });
    const page = data["activityUpdatesSince"];
    ids.push(...(page?.["nodes"] ?? []).map((node) => node["id"]));
    position = String(page?.["endPosition"]);
    if (!page?.["hasMore"]) return { ids, end: position };
  }
}
