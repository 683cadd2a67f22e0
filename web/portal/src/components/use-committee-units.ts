import { UnitsOfCommitteeDocument } from "../graph/generated/graphql.ts";
import { useEveryPage } from "../graph/use-pages.ts";

/** A committee as those choose in it who plan for it. */
interface CommitteeUnits {
  /** The party organisation that it stands on and its member units, by id. */
  readonly units: Readonly<Record<string, string>>;
  /** Id of that organisation. */
  readonly baseId: string | undefined;
  /** The place that it is for. */
  readonly regionCode: string | undefined;
  /** Its own labels for its work. */
  readonly themes: readonly string[];
}

/** Empty until it has come. @param committeeId undefined while none is chosen. */
export function useCommitteeUnits(committeeId: string | undefined): CommitteeUnits {
  const { nodes = [] } = useEveryPage(
    UnitsOfCommitteeDocument,
    { committeeId: committeeId ?? "" },
    ({ committee }) =>
      committee?.memberUnits && {
        ...committee.memberUnits,
        nodes: [
          {
            unit: committee.organization,
            themes: committee.themes,
            regionCode: committee.region?.code,
          },
          ...committee.memberUnits.nodes.map(({ organization: unit }) => ({
            unit,
            themes: [],
            regionCode: undefined,
          })),
        ],
      },
    { isEnabled: committeeId !== undefined },
  );
  return {
    units: Object.fromEntries(nodes.flatMap(({ unit }) => (unit ? [[unit.id, unit.name]] : []))),
    regionCode: nodes.find(({ regionCode }) => regionCode !== undefined)?.regionCode,
    baseId: nodes.find(({ unit }) => unit)?.unit?.id,
    themes: [...new Set(nodes.flatMap(({ themes }) => themes))],
  };
}
