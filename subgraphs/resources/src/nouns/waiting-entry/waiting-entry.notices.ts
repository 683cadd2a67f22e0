import { at, range, record } from "@alliance-hub/platform/notices/facts";
import { WAITING_NOTICES } from "@alliance-hub/platform/notices/kinds/waiting-entry";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { WaitingRow } from "./waiting-entry.loaders.ts";

/** What the unit that waits is told once the line has moved on: of an offer, of one that lapsed, or that it ended. */
export function noticesOfWaiting(
  entry: Pick<
    WaitingRow,
    "id" | "resourceId" | "organizationId" | "startsAt" | "endsAt" | "state" | "offeredUntil"
  >,
): readonly Notice[] {
  const { id, resourceId, organizationId, startsAt, endsAt, state, offeredUntil } = entry;
  const { tell } = WAITING_NOTICES;
  const facts = { resource: record("Resource", resourceId), during: range(startsAt, endsAt) };
  if (state === "OFFERED" && offeredUntil !== null)
    return tell("OFFERED", id, { organizationId }, { ...facts, until: at(offeredUntil) });
  if (state !== "LAPSED") return [];
  return tell(offeredUntil === null ? "IN_VAIN" : "LAPSED", id, { organizationId }, facts);
}
