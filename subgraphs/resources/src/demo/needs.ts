import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { chanceOf } from "@alliance-hub/demonstration/chance";
import { periodInstant } from "@alliance-hub/demonstration/days";
import { demonstrationId } from "@alliance-hub/demonstration/ids";
import { entered, placeColumns } from "@alliance-hub/demonstration/load";
import { cycled } from "@alliance-hub/demonstration/spread";
import type { ResourcesTables } from "../database.ts";
import { ASKS } from "./asks.ts";
import { AUDIENCES, published } from "./resources.ts";

/** Needs of the organisation of each committee, and for one in three a need of a unit. */
export function needRows(place: DemonstrationPlace): ResourcesTables["need"][] {
  const { committees, memberships, name } = place;
  const asking = committees.flatMap((committee) => {
    const unit = memberships.find((membership) => membership.committee === committee)?.unit;
    return [
      committee.organizationId,
      committee.organizationId,
      unit?.id ?? committee.organizationId,
    ].map((organizationId) => ({
      committee,
      organizationId,
    }));
  });
  const round = collectionRoundRow(place);
  return asking.map(({ committee, organizationId }, at) => {
    const { says, ...ask } = cycled(ASKS, at);
    const title = `${committee.region.name}${ask.title}`;
    const description = chanceOf("need", name, at).pick(says);
    const publishedAt = periodInstant(at, asking.length);
    return {
      ...published(publishedAt),
      ...ask,
      id: demonstrationId("need", name, at),
      title,
      description,
      organizationId,
      committeeId: committee.id,
      audience: cycled(AUDIENCES, at),
      neededBy: null,
      collectionRoundId: committee.id === round.committeeId ? round.id : null,
      ...placeColumns(committee.region),
      ...searchColumns(title, description),
    };
  });
}

/** The half-year call for lists that the first committee of a place has made. */
export function collectionRoundRow({
  committees,
  name,
}: DemonstrationPlace): ResourcesTables["collectionRound"] {
  const [committee] = committees;
  if (!committee) throw new Error(`${name} has no committee`);
  return {
    id: demonstrationId("collection-round", committee.id),
    committeeId: committee.id,
    title: "2022年上半年清单征集",
    opensOn: "2022-01-01",
    closesOn: "2022-06-30",
    state: "CLOSED",
    ...entered(),
    ...placeColumns(committee.region),
  };
}
