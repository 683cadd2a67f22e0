import { AgreementSidesDocument } from "../../graph/generated/graphql.ts";
import { useEveryPage } from "../../graph/use-pages.ts";

/** Who can be a party of an agreement under a committee, by id: the organisation that it belongs to, and its units. */
export function useSides(committeeId: string | undefined): Readonly<Record<string, string>> {
  const { nodes = [] } = useEveryPage(
    AgreementSidesDocument,
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
