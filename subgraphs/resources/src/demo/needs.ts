import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { periodInstant } from "@alliance-hub/demonstration/days";
import { demonstrationId } from "@alliance-hub/demonstration/ids";
import { entered, placeColumns } from "@alliance-hub/demonstration/load";
import { cycled } from "@alliance-hub/demonstration/spread";
import type { ResourcesTables } from "../database.ts";
import type { NeedKind } from "../nouns/need/need.entity.ts";
import { AUDIENCES, published } from "./resources.ts";

interface Ask {
  readonly kind: NeedKind;
  readonly title: string;
  readonly quantity: number;
  readonly unit: string;
}

/** What units need. A wish names the thing, never the person it is for. */
const ASKS: readonly Ask[] = [
  { kind: "EXPERTISE", title: "法律顾问", quantity: 1, unit: "人" },
  { kind: "WISH", title: "微心愿：护眼台灯", quantity: 2, unit: "盏" },
  { kind: "SERVICE", title: "老年人义诊", quantity: 1, unit: "场" },
  { kind: "VENUE", title: "居民议事场地", quantity: 1, unit: "处" },
  { kind: "WISH", title: "微心愿：收音机", quantity: 3, unit: "台" },
  { kind: "EQUIPMENT", title: "投影设备", quantity: 1, unit: "台" },
  { kind: "FUNDS", title: "楼道照明改造经费", quantity: 1, unit: "项" },
  { kind: "WISH", title: "微心愿：儿童绘本", quantity: 20, unit: "册" },
  { kind: "POST", title: "居民就业岗位", quantity: 6, unit: "个" },
  { kind: "INFORMATION", title: "培训课程信息", quantity: 1, unit: "份" },
  { kind: "SERVICE", title: "水电维修志愿者", quantity: 4, unit: "人" },
];

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
    const ask = cycled(ASKS, at);
    const title = `${committee.region.name}${ask.title}`;
    const publishedAt = periodInstant(at, asking.length);
    return {
      ...published(publishedAt),
      ...ask,
      id: demonstrationId("need", name, at),
      title,
      organizationId,
      committeeId: committee.id,
      audience: cycled(AUDIENCES, at),
      neededBy: null,
      collectionRoundId: committee.id === round.committeeId ? round.id : null,
      ...placeColumns(committee.region),
      ...searchColumns(title),
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
