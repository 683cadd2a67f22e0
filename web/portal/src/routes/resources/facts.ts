import type { ResourceOfListFragment } from "../../graph/generated/graphql.ts";
import { RESOURCE_KINDS } from "../../words/labels.ts";
import { VENUE_KINDS } from "../../words/resources.ts";

/** What it is and how much of it, in a few words: 红色驿站, 容量 40人. */
export function factsOf(
  resource: Pick<ResourceOfListFragment, "kind" | "venueKind" | "capacity" | "unit" | "approval">,
): readonly string[] {
  const { kind, venueKind, capacity, unit, approval } = resource;
  return [
    venueKind !== null && venueKind !== "OTHER" ? VENUE_KINDS[venueKind] : RESOURCE_KINDS[kind],
    // One of it goes without saying, as its rooms and seats say how big it is.
    ...(capacity === null || capacity === 1 ? [] : [`容量 ${capacity}${unit ?? ""}`]),
    ...(approval ? ["需提供方同意"] : []),
  ];
}
