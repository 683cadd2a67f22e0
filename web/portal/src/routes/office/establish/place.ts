import {
  type CommitteeLevel,
  EstablishPlaceDocument,
  type EstablishPlaceQuery,
  type RegionLevel,
} from "../../../graph/generated/graphql.ts";
import { useAsk } from "../../../graph/query-client.ts";

/** What a place means for a committee that is to be established there. */
export interface EstablishPlace {
  readonly name: string;
  /** The level that it would have; undefined where there are no committees at such places. */
  readonly level: CommitteeLevel | undefined;
  /** The committee of that level that there is already. */
  readonly present: string | undefined;
  /** The committees of the places above, the nearest first. */
  readonly above: readonly { readonly id: string; readonly name: string }[];
}

const LEVELS: Readonly<Partial<Record<RegionLevel, CommitteeLevel>>> = {
  CITY: "DISTRICT",
  DISTRICT: "DISTRICT",
  STREET: "STREET",
  COMMUNITY: "COMMUNITY",
};

/** Undefined while no place is chosen, and until it is known. */
export function useEstablishPlace(code: string | undefined): EstablishPlace | undefined {
  const { data } = useAsk(
    EstablishPlaceDocument,
    { code: code ?? "" },
    { isEnabled: code !== undefined },
  );
  const region = code === undefined ? undefined : data?.region;
  if (!region) return undefined;
  const level = LEVELS[region.level];
  return {
    name: region.name,
    level,
    present: region.committees.nodes.find((one) => one.level === level)?.name,
    above: placesAbove(region).flatMap(({ committees }) => committees.nodes),
  };
}

type Place = NonNullable<EstablishPlaceQuery["region"]>;

function placesAbove({ parent }: Place) {
  return [parent, parent?.parent, parent?.parent?.parent].filter((place) => place != null);
}
