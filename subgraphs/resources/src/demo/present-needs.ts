import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { chanceOf } from "@alliance-hub/demonstration/chance";
import { enteredId } from "@alliance-hub/demonstration/ids";
import { placeColumns } from "@alliance-hub/demonstration/load";
import { triedCommittees } from "@alliance-hub/demonstration/people";
import { dayText, enteredAt, instantOn } from "@alliance-hub/demonstration/present";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import type { ResourcesTables } from "../database.ts";
import { ASKS } from "./asks.ts";
import { roundAt } from "./present-rounds.ts";
import { AUDIENCES } from "./resources.ts";

type NeedRow = ResourcesTables["need"];

/** Of so many days one brings a need. */
const ONE_IN = 4;
/** Days in which it is wanted, and after which most are withdrawn because somebody has helped. */
const WANTED = { least: 20, most: 80 } as const;
const MET = { least: 12, most: 60 } as const;
/** After so many days a need has certainly been withdrawn, if it ever is. */
export const NEED_SETTLED_DAYS = MET.most + 1;

/** The need that was published in a place on a day, if one was. */
export function presentNeeds(place: DemonstrationPlace, day: number, today: number): NeedRow[] {
  const chance = chanceOf("present need", place.name, day);
  if (!chance.onceIn(ONE_IN)) return [];
  const committee = chance.onceIn(2)
    ? chance.pick(triedCommittees(place))
    : chance.pick(place.committees);
  const units = place.memberships.filter((held) => held.committee === committee);
  const unit = chance.onceIn(3) && units.length > 0 ? chance.pick(units).unit : undefined;
  const { says, ...ask } = chance.pick(ASKS);
  const title = `${unit?.name ?? committee.region.name}${ask.title}`;
  const description = chance.pick(says);
  const publishedAt = instantOn(day, 9.5);
  const neededBy = dayText(day + chance.between(WANTED.least, WANTED.most));
  const audience = chance.pick(AUDIENCES);
  const metOn = day + chance.between(MET.least, MET.most);
  const withdrawnAt = !chance.onceIn(6) && metOn < today ? instantOn(metOn, 15) : null;
  const round = roundAt(place, committee, day);
  return [
    {
      ...ask,
      ...enteredAt(publishedAt, withdrawnAt ?? publishedAt),
      id: enteredId(publishedAt, "need", place.name, day),
      title,
      description,
      organizationId: unit?.id ?? committee.organizationId,
      committeeId: committee.id,
      audience,
      neededBy,
      collectionRoundId: round?.id ?? null,
      state: withdrawnAt ? "WITHDRAWN" : "PUBLISHED",
      publishedAt,
      withdrawnAt,
      withdrawReason: withdrawnAt ? "已有单位承接，谢谢各位。" : null,
      ...placeColumns(committee.region),
      ...searchColumns(title, description),
    },
  ];
}
