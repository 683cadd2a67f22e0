import { usePlace } from "../app/viewer.ts";
import {
  CommitteeChoicesDocument,
  type CommitteeChoicesQuery,
} from "../graph/generated/graphql.ts";
import { useEveryPage } from "../graph/use-pages.ts";

/** A committee as it is chosen. */
export type CommitteeChoice = NonNullable<
  CommitteeChoicesQuery["region"]
>["committees"]["nodes"][number];

const LEVELS = { DISTRICT: 0, STREET: 1, COMMUNITY: 2 } as const;

/**
 * The committees of the viewer's district, the upper levels first; undefined until all have come.
 *
 * @param place another place than that.
 */
export function useCommittees(place?: string): readonly CommitteeChoice[] | undefined {
  const ownPlace = usePlace();
  const code = place ?? ownPlace;
  const { nodes, hasMore } = useEveryPage(
    CommitteeChoicesDocument,
    { place: code ?? "" },
    ({ region }) => region?.committees,
    { isEnabled: code !== undefined },
  );
  if (!nodes || hasMore) return undefined;
  return nodes.toSorted(
    (one, other) =>
      LEVELS[one.level] - LEVELS[other.level] || one.name.localeCompare(other.name, "zh"),
  );
}
