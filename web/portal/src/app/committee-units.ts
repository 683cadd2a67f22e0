import { CommitteeUnitNamesDocument } from "../graph/generated/graphql.ts";
import { useEveryPage } from "../graph/use-pages.ts";

/** Names of the units of a committee, by id: the organisation that it belongs to, and its member units. */
export function useCommitteeUnits(
  committeeId: string | undefined,
): Readonly<Record<string, string>> {
  const { nodes = [] } = useEveryPage(
    CommitteeUnitNamesDocument,
    { committeeId: committeeId ?? "" },
    ({ committee }) =>
      committee?.memberUnits && {
        ...committee.memberUnits,
        nodes: [
          committee.organization,
          ...committee.memberUnits.nodes.map(({ organization }) => organization),
        ],
      },
    { isEnabled: committeeId !== undefined },
  );
  return Object.fromEntries(nodes.flatMap((unit) => (unit ? [[unit.id, unit.name]] : [])));
}
